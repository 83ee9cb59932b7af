import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  claimedLength,
  finishHeader,
  HEADER,
  newFileKey,
  openHeader,
  openSegment,
  SEGMENT,
  StorageError,
  sealSegment,
  segmentCount,
  storedSize,
  TAG,
} from "./format";
import type { ByteRange, Storage, StoredFile } from "./port";

const INCOMING = ".incoming";
const KEY = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*(\/[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*)*$/i;

/** Keys are ours (ids), but a key that climbs out of the directory must not even be tried. */
function checked(key: string): string {
  if (key.length > 200 || !KEY.test(key)) throw new Error("Not a storage key.");
  return key;
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Buffers of exactly one segment, the last one shorter or empty; sees one ahead to know which is last. */
async function* segmentsOf(
  plain: AsyncIterable<Uint8Array> | Buffer,
): AsyncGenerator<{ data: Buffer; last: boolean }> {
  let held = Buffer.alloc(0);
  const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = Buffer.isBuffer(plain) ? [plain] : plain;
  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    let from = 0;
    while (held.length - from > SEGMENT) {
      yield { data: held.subarray(from, from + SEGMENT), last: false };
      from += SEGMENT;
    }
    if (from > 0) held = held.subarray(from);
  }
  yield { data: held, last: true };
}

async function writeEncrypted(
  handle: FileHandle,
  key: string,
  plain: AsyncIterable<Uint8Array> | Buffer,
  dataKey: Buffer,
): Promise<StoredFile> {
  const { fileKey, start } = newFileKey(dataKey, key);
  const hash = createHash("sha256");
  let bytes = 0;
  let index = 0;
  let position = HEADER;
  for await (const { data, last } of segmentsOf(plain)) {
    hash.update(data);
    const stored = sealSegment(fileKey, index, last, data);
    await handle.write(stored, 0, stored.length, position);
    position += stored.length;
    bytes += data.length;
    index += 1;
  }
  await handle.write(finishHeader(fileKey, start, bytes), 0, HEADER, 0);
  await handle.sync();
  return { bytes, sha256: hash.digest("hex") };
}

/** A rename survives a power cut only once its directory is on disk. Not every system can open directories. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new StorageError("truncated");
  return buffer;
}

async function* plainBytes(
  handle: FileHandle,
  fileKey: Buffer,
  bytes: number,
  range: ByteRange,
): AsyncGenerator<Buffer> {
  const count = segmentCount(bytes);
  const end = Math.min(range.end, bytes);
  for (let index = Math.floor(range.start / SEGMENT); index * SEGMENT < end; index += 1) {
    const length = Math.min(SEGMENT, bytes - index * SEGMENT) + TAG;
    const stored = await readAt(handle, HEADER + index * (SEGMENT + TAG), length);
    const plain = openSegment(fileKey, index, index === count - 1, stored);
    yield plain.subarray(Math.max(0, range.start - index * SEGMENT), end - index * SEGMENT);
  }
}

/** Files under one directory of the local disk. */
export class LocalStorage implements Storage {
  constructor(private readonly root: string) {}

  private path(key: string): string {
    return join(this.root, checked(key));
  }

  async put(key: string, plain: AsyncIterable<Uint8Array> | Buffer, dataKey: Buffer): Promise<StoredFile> {
    const target = this.path(key);
    if (await this.head(key)) throw new Error("A storage key is written once.");
    const incoming = join(this.root, INCOMING);
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const draft = join(incoming, randomUUID());
    try {
      const handle = await open(draft, "wx", 0o600);
      let stored: StoredFile;
      try {
        stored = await writeEncrypted(handle, key, plain, dataKey);
      } finally {
        await handle.close();
      }
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(draft, target);
      await syncDirectory(dirname(target));
      return stored;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async read(key: string, dataKey: Buffer, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const handle = await this.openExisting(key);
    let pieces: AsyncGenerator<Buffer>;
    try {
      const { size } = await handle.stat();
      if (size < HEADER) throw new StorageError("truncated");
      const { fileKey, bytes } = openHeader(await readAt(handle, 0, HEADER), dataKey, key);
      if (size !== storedSize(bytes)) throw new StorageError("truncated");
      pieces = plainBytes(handle, fileKey, bytes, range ?? { start: 0, end: bytes });
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const next = await pieces.next();
            if (!next.done) return controller.enqueue(new Uint8Array(next.value));
            await handle.close();
            controller.close();
          } catch (error) {
            await handle.close();
            controller.error(error);
          }
        },
        cancel: () => handle.close(),
      },
      { highWaterMark: 1 },
    );
  }

  private async openExisting(key: string): Promise<FileHandle> {
    try {
      return await open(this.path(key), "r");
    } catch (error) {
      if (isMissing(error)) throw new StorageError("missing");
      throw error;
    }
  }

  async head(key: string): Promise<{ bytes: number } | null> {
    try {
      const handle = await this.openExisting(key);
      try {
        return { bytes: claimedLength(await readAt(handle, 0, HEADER)) };
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (error instanceof StorageError && error.code === "missing") return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /** Removes what uploads left that were cut off by a crash, once they are older than an hour. */
  async tidy(now: number): Promise<number> {
    const incoming = join(this.root, INCOMING);
    let removed = 0;
    const names = await readdir(incoming).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const name of names) {
      const path = join(incoming, name);
      const found = await stat(path).catch(() => null);
      if (!found || now - found.mtimeMs < 3_600_000) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}
