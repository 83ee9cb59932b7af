import "server-only";
import { createHash } from "node:crypto";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of the archive: its bytes as they come, and whether packing them is worth it. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: () => Promise<AsyncIterable<Uint8Array>> | AsyncIterable<Uint8Array>;
  /** Pictures and films are packed already. */
  readonly packed: boolean;
  /** What the bytes must be; anything else breaks the stream off. */
  readonly sha256?: string;
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const CHECKSUMS = "checksums.sha256";

/**
 * A ZIP as a stream: one piece of one file is in memory at a time. The last file lists the checksum of every other one,
 * in the form `sha256sum -c` reads.
 */
export async function* archive(files: readonly ArchiveFile[], at: number): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const drain = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  const sums: string[] = [];
  for (const file of files) {
    yield* add(file, (sum) => sums.push(`${sum}  ${file.name}\n`));
  }
  yield* add({ name: CHECKSUMS, packed: false, bytes: () => once(Buffer.from(sums.join(""))) }, () => {});
  zip.end();
  yield* drain();

  async function* add(file: ArchiveFile, told: (sum: string) => void): AsyncGenerator<Uint8Array> {
    const entry = file.packed ? new ZipPassThrough(file.name) : new ZipDeflate(file.name);
    entry.mtime = at;
    zip.add(entry);
    const hash = createHash("sha256");
    for await (const chunk of await file.bytes()) {
      hash.update(chunk);
      entry.push(chunk);
      yield* drain();
    }
    const sum = hash.digest("hex");
    if (file.sha256 !== undefined && file.sha256 !== sum)
      throw new Error(`${file.name} is not what was handed over`);
    entry.push(new Uint8Array(), true);
    yield* drain();
    told(sum);
  }
}
