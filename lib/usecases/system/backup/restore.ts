import "server-only";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isNotNull } from "drizzle-orm";
import { damageOf } from "@/db/backup";
import { databasePath, openReader } from "@/db/connection";
import { loadMigrations } from "@/db/migrate";
import * as t from "@/db/schema";
import { env } from "@/lib/env";
import { unwrap } from "@/lib/secrets";
import { NoSecretsError, SECRETS_FILE, secrets } from "@/lib/secrets/store";
import { BackupError } from "./back-up";
import { keysFit } from "./keys";
import { changedFiles, type Manifest, readManifest } from "./manifest";

/** What may lie in a directory one restores into: the keys, which are kept elsewhere than the backup. */
const ALLOWED: ReadonlySet<string> = new Set([SECRETS_FILE]);

function givenKeys() {
  try {
    return secrets();
  } catch (error) {
    if (!(error instanceof NoSecretsError)) throw error;
    throw new BackupError(
      `There are no keys: put the ${SECRETS_FILE} you keep beside your backups into ${env.DATA_DIR}, or give ICP_MASTER_KEY, ICP_BLIND_INDEX_KEY and ICP_AUTH_SECRET.`,
    );
  }
}

/** The manifest of a backup that may be restored here. */
async function proven(directory: string): Promise<Manifest> {
  const manifest = await readManifest(directory);
  if (manifest === null) throw new BackupError(`${directory} is not a whole backup of this program.`);
  const known = new Set(loadMigrations().map(({ tag }) => tag));
  const newer = manifest.migrations.find((tag) => !known.has(tag));
  if (newer !== undefined)
    throw new BackupError(
      `The backup was made by a newer version (migration ${newer}): update the program first.`,
    );
  if (manifest.mode !== env.MODE)
    throw new BackupError(`The backup is one of ${manifest.mode} mode, this is ${env.MODE} mode (ICP_MODE).`);
  if (!keysFit(givenKeys(), manifest.keys))
    throw new BackupError(
      "The keys given here are not the ones the backup was written with; nothing in it could be read. Nothing was restored.",
    );
  const changed = await changedFiles(directory, manifest);
  if (changed.length > 0)
    throw new BackupError(
      `${changed.length} files of the backup are missing or changed, the first is ${changed[0]}.`,
    );
  return manifest;
}

/** One key of every kind is really opened: names can be equal by chance, an authenticated cipher cannot. */
async function proveKeys(path: string): Promise<void> {
  const reader = openReader(path);
  try {
    for (const table of [t.orders, t.accounts]) {
      const [row] = await reader.db
        .select({ wrapped: table.wrappedKey })
        .from(table)
        .where(isNotNull(table.wrappedKey))
        .limit(1);
      if (row?.wrapped) unwrap(row.wrapped);
    }
  } finally {
    reader.close();
  }
}

/**
 * Puts a backup into DATA_DIR, which must be empty but for the keys. Checked before the first byte is written: that it
 * is whole, of a version we know, unchanged, and that our keys open it.
 *
 * @throws BackupError
 */
export async function restore(directory: string): Promise<Manifest> {
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const inTheWay = (await readdir(env.DATA_DIR)).filter((name) => !ALLOWED.has(name));
  if (inTheWay.length > 0)
    throw new BackupError(
      `${env.DATA_DIR} is not empty (${inTheWay.slice(0, 3).join(", ")}): a backup is restored into a directory that holds at most ${SECRETS_FILE}.`,
    );
  const manifest = await proven(directory);
  const draft = join(env.DATA_DIR, ".restoring");
  try {
    for (const { path } of manifest.files) {
      const target = join(draft, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(join(directory, path), target);
    }
    const damage = damageOf(databasePath(draft));
    if (damage !== null) throw new BackupError(`The database of the backup is damaged: ${damage}`);
    await proveKeys(databasePath(draft));
    // The database last: without it the directory counts as empty, with it everything is there.
    const parts = (await readdir(draft)).toSorted((a, b) => Number(a === "icp.db") - Number(b === "icp.db"));
    for (const part of parts) await rename(join(draft, part), join(env.DATA_DIR, part));
    return manifest;
  } finally {
    if (existsSync(draft)) await rm(draft, { recursive: true, force: true });
  }
}
