import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

export interface Announced {
  /** Content-Length, when the client gave one. */
  readonly bytes: number | null;
  /** SHA-256 of the file as the browser read it, lower-case hex. */
  readonly sha256: string;
}

export interface Received {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const folder = () => join(env.DATA_DIR, "tmp");
const FORGOTTEN_MS = 3_600_000;

/**
 * Streams an upload into a temporary file with a hard cap and compares what arrived with what was announced: Next and
 * proxies may cut a body without saying so (AN §0.9). Whatever fails leaves no file behind.
 * Refusals: `too_large` upload.bytes, `invalid` upload.empty | upload.truncated | upload.changed.
 */
export async function receive(
  body: AsyncIterable<Uint8Array>,
  announced: Announced,
  maxBytes: number,
): Promise<Result<Received>> {
  const tooLarge = fail(
    refuse("too_large", { reason: "upload.bytes", params: { megabytes: Math.floor(maxBytes / 1_048_576) } }),
  );
  if (announced.bytes !== null && announced.bytes > maxBytes) return tooLarge;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = join(folder(), `${process.pid}-${randomUUID()}`);
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) return await dropped(path, tooLarge);
      hash.update(chunk);
      await file.write(chunk);
    }
  } catch {
    return await dropped(path, fail(refuse("invalid", { reason: "upload.truncated" })));
  } finally {
    await file.close();
  }
  const sha256 = hash.digest("hex");
  const wrong = mismatch(bytes, sha256, announced);
  return wrong === null
    ? ok({ path, bytes, sha256 })
    : dropped(path, fail(refuse("invalid", { reason: wrong })));
}

function mismatch(bytes: number, sha256: string, announced: Announced): string | null {
  if (bytes === 0) return "upload.empty";
  if (announced.bytes !== null && bytes !== announced.bytes) return "upload.truncated";
  return sha256 === announced.sha256 ? null : "upload.changed";
}

async function dropped<T>(path: string, answer: T): Promise<T> {
  await rm(path, { force: true });
  return answer;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Removes what uploads left behind that a crash cut off: these are documents in clear. Asked when a server starts;
 * files of a process that still runs are somebody's upload, unless they are older than an hour.
 */
export async function tidyReceived(now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder()).catch(() => [])) {
    const path = join(folder(), name);
    const age = now - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
    const pid = Number(name.split("-")[0]);
    if (pid !== process.pid && isRunning(pid) && age < FORGOTTEN_MS) continue;
    await rm(path, { force: true, recursive: true });
    removed += 1;
  }
  return removed;
}
