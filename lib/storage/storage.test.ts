import { createHash, randomBytes } from "node:crypto";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HEADER, SEGMENT, TAG } from "./format";
import { LocalStorage } from "./local";
import type { ByteRange } from "./port";

const dataKey = Buffer.alloc(32, 1);
let root: string;
let files: LocalStorage;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "icp-storage-"));
  files = new LocalStorage(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function readAll(key: string, range?: ByteRange, by = dataKey): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.read(key, by, range)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function* inPieces(data: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}
const onDisk = (key: string) => readFileSync(join(root, key));
const rewrite = (key: string, change: (bytes: Buffer) => Buffer) =>
  writeFileSync(join(root, key), change(onDisk(key)));
const flip = (at: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};
const STORED = SEGMENT + TAG;

describe("storage", () => {
  it.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 5])(
    "gives %i bytes back as they came",
    async (size) => {
      const plain = randomBytes(size);
      const sha256 = createHash("sha256").update(plain).digest("hex");
      expect(await files.put("orders/a/f1", inPieces(plain, 10_007), dataKey)).toEqual({
        bytes: size,
        sha256,
      });
      expect((await readAll("orders/a/f1")).equals(plain)).toBe(true);
      expect(await files.head("orders/a/f1")).toEqual({ bytes: size });
      expect(statSync(join(root, "orders/a/f1")).mode & 0o777).toBe(0o600);
    },
  );

  it("reads any range", async () => {
    const plain = randomBytes(2 * SEGMENT + 100);
    await files.put("f", plain, dataKey);
    const point = fc.integer({ min: 0, max: plain.length + 10 });
    await fc.assert(
      fc.asyncProperty(point, point, async (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        const expected = plain.subarray(range.start, range.end);
        expect((await readAll("f", range)).equals(expected)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("shows nothing of the content on disk", async () => {
    await files.put("f", Buffer.from("MARKER 110101199003078515"), dataKey);
    expect(onDisk("f").includes("MARKER")).toBe(false);
  });

  it("leaves nothing behind when the stream fails half-way", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(SEGMENT * 2);
      throw new Error("connection lost");
    }
    await expect(files.put("f", broken(), dataKey)).rejects.toThrow("connection lost");
    expect(await files.head("f")).toBeNull();
    expect(readdirSync(join(root, ".incoming"))).toEqual([]);
  });

  it("writes a key once, deletes, and knows what is missing", async () => {
    await files.put("f", Buffer.from("a"), dataKey);
    await expect(files.put("f", Buffer.from("b"), dataKey)).rejects.toThrow("once");
    await files.delete("f");
    await files.delete("f");
    await expect(readAll("f")).rejects.toMatchObject({ code: "missing" });
  });

  it.each(["../x", "a/../../x", "/etc/x", "a//b", "", ".incoming/x", "a\\b", "a/./b"])(
    "does not even try the key %j",
    async (key) => {
      await expect(files.put(key, Buffer.from("a"), dataKey)).rejects.toThrow("Not a storage key");
    },
  );

  it("lets go of the file when the reader turns away", async () => {
    await files.put("f", randomBytes(5 * SEGMENT), dataKey);
    const stream = await files.read("f", dataKey);
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
  });

  it("tidies what a crash left, not what is arriving", async () => {
    await files.put("f", Buffer.from("a"), dataKey);
    const old = join(root, ".incoming", "old");
    writeFileSync(old, "");
    writeFileSync(join(root, ".incoming", "new"), "");
    utimesSync(old, 1, 1);
    expect(await files.tidy(Date.now())).toBe(1);
    expect(readdirSync(join(root, ".incoming"))).toEqual(["new"]);
  });
});

describe("damage is found", () => {
  beforeEach(() => files.put("f", randomBytes(2 * SEGMENT + 100), dataKey));

  it.each([
    ["magic", 0, "malformed"],
    ["version", 4, "version"],
    ["key id", 5, "tampered"],
    ["wrapped key", 40, "tampered"],
    ["length", HEADER - TAG - 1, "tampered"],
    ["header tag", HEADER - 1, "tampered"],
    ["first segment", HEADER, "tampered"],
    ["second segment", HEADER + STORED + 9, "tampered"],
    ["last segment", HEADER + 2 * STORED + 3, "tampered"],
  ])("a bit of the %s", async (_, at, code) => {
    rewrite("f", flip(at));
    await expect(readAll("f")).rejects.toMatchObject({ code });
  });

  it.each([
    ["in the header", 20],
    ["at the end of a segment", HEADER + STORED],
    ["within a segment", HEADER + STORED + 10],
  ])("truncation %s, also when the range asked for is whole", async (_, size) => {
    rewrite("f", (bytes) => bytes.subarray(0, size));
    await expect(readAll("f", { start: 0, end: 10 })).rejects.toMatchObject({ code: "truncated" });
  });

  it("segments in another order", async () => {
    rewrite("f", (bytes) =>
      Buffer.concat([
        bytes.subarray(0, HEADER),
        bytes.subarray(HEADER + STORED, HEADER + 2 * STORED),
        bytes.subarray(HEADER, HEADER + STORED),
        bytes.subarray(HEADER + 2 * STORED),
      ]),
    );
    await expect(readAll("f")).rejects.toMatchObject({ code: "tampered" });
  });

  it("a segment, a whole file, or a key of another file", async () => {
    await files.put("g", randomBytes(2 * SEGMENT + 100), dataKey);
    copyFileSync(join(root, "g"), join(root, "h"));
    await expect(readAll("h")).rejects.toMatchObject({ code: "tampered" });
    const other = onDisk("g");
    rewrite("f", (bytes) =>
      Buffer.concat([bytes.subarray(0, HEADER + STORED), other.subarray(HEADER + STORED)]),
    );
    await expect(readAll("f")).rejects.toMatchObject({ code: "tampered" });
    await expect(readAll("g", undefined, Buffer.alloc(32, 2))).rejects.toMatchObject({ code: "wrong_key" });
  });
});
