import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { z } from "zod";

export const MANIFEST = "manifest.json";

/** A path inside the backup, with slashes: it can lead nowhere else. */
const inside = z
  .string()
  .min(1)
  .refine(
    (path) =>
      !isAbsolute(path) && normalize(path).replaceAll("\\", "/") === path && !/^\.\.(\/|$)/.test(path),
  );

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

/** What a backup is, and what it must be equal to. Written last: a directory without it is none. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** System clock, ISO 8601. */
  at: z.iso.datetime(),
  mode: z.enum(["sandbox", "production"]),
  /** Migrations of the database, in their order. */
  migrations: z.array(z.string()),
  /** The last entry of the audit chain: what was done until then is in it. */
  audit: z.strictObject({ entries: z.int().nonnegative(), head: z.string().nullable() }),
  /** Which keys open it (ids and a keyed hash, nothing of the keys themselves). */
  keys: z.strictObject({ master: z.array(hex(8)), blindIndex: hex(64) }),
  files: z.array(z.strictObject({ path: inside, bytes: z.int().nonnegative(), sha256: hex(64) })),
});
export type Manifest = z.infer<typeof Manifest>;
export type ManifestFile = Manifest["files"][number];

/** Length and checksum of a file as it lies on disk. */
export async function describeFile(root: string, path: string): Promise<ManifestFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(join(root, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

/** The manifest of a backup; null when the directory is none, or not of this version. */
export async function readManifest(directory: string): Promise<Manifest | null> {
  try {
    const parsed = Manifest.safeParse(JSON.parse(await readFile(join(directory, MANIFEST), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Paths that are missing, links, or differ from what the manifest says. */
export async function changedFiles(directory: string, { files }: Manifest): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const file of files) {
    const found = await lstat(join(directory, file.path)).catch(() => null);
    const same =
      found?.isFile() === true &&
      found.size === file.bytes &&
      (await describeFile(directory, file.path)).sha256 === file.sha256;
    if (!same) changed.push(file.path);
  }
  return changed;
}
