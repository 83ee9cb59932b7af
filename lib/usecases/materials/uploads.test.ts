import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { cleanImage } from "@/lib/media/image";
import { receive, tidyReceived } from "./receive";

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
});
afterEach(() => data.dispose());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const tmp = () => join(data.dataDir, "tmp");
const left = () => (existsSync(tmp()) ? readdirSync(tmp()) : []);
const LIMITS = { maxPixels: 50_000_000, minSide: 400 };

async function* pieces(bytes: Buffer, breaksAt = bytes.length) {
  for (let at = 0; at < bytes.length; at += 1000) {
    if (at >= breaksAt) throw new Error("connection reset");
    yield bytes.subarray(at, at + 1000);
  }
}

describe("receive", () => {
  const body = Buffer.alloc(5_500, "x");
  const good = { bytes: body.length, sha256: sha256(body) };

  it("keeps what arrived whole", async () => {
    const received = await receive(pieces(body), good, 10_000);
    expect(received).toMatchObject({ ok: true, value: good });
    expect(left()).toHaveLength(1);
  });

  it.each([
    ["an empty file", Buffer.alloc(0), { bytes: 0, sha256: sha256(Buffer.alloc(0)) }, "upload.empty"],
    ["one cut on the way", body.subarray(0, 3_000), good, "upload.truncated"],
    ["one longer than announced", body, { ...good, bytes: 5_000 }, "upload.truncated"],
    ["one changed on the way", Buffer.alloc(5_500, "y"), good, "upload.changed"],
  ])("refuses %s and leaves nothing", async (_name, sent, announced, reason) => {
    expect(await receive(pieces(sent), announced, 10_000)).toMatchObject({ ok: false, error: { reason } });
    expect(left()).toEqual([]);
  });

  it("counts what arrives, whatever was announced, and leaves nothing", async () => {
    const at = (maxBytes: number) => receive(pieces(body), { ...good, bytes: null }, maxBytes);
    expect(await at(5_500)).toMatchObject({ ok: true });
    expect(await at(5_499)).toMatchObject({
      ok: false,
      error: { code: "too_large", reason: "upload.bytes" },
    });
    expect(left()).toHaveLength(1);
  });

  it("calls a broken connection truncated, and leaves nothing", async () => {
    const received = await receive(pieces(body, 3_000), good, 10_000);
    expect(received).toMatchObject({ ok: false, error: { reason: "upload.truncated" } });
    expect(left()).toEqual([]);
  });
});

describe("tidyReceived", () => {
  const forgotten = (name: string) => {
    mkdirSync(tmp(), { recursive: true });
    writeFileSync(join(tmp(), name), "a document in clear");
  };

  it("removes what a server left that is gone, and what is older than an hour", async () => {
    forgotten("4194304-gone");
    forgotten(`${process.pid}-same-number-again`);
    forgotten(`${process.ppid}-still-running`);
    expect(await tidyReceived(Date.now())).toBe(2);
    expect(left()).toEqual([`${process.ppid}-still-running`]);
    expect(await tidyReceived(Date.now() + 3_600_001)).toBe(1);
    expect(left()).toEqual([]);
  });

  it("has nothing to do where nothing was received", async () => {
    expect(await tidyReceived(Date.now())).toBe(0);
  });
});

describe("cleanImage", () => {
  const noise = async (width: number, height: number) => {
    const pixels = Buffer.from(
      Array.from({ length: width * height * 3 }, (_, i) => (i * 2_654_435_761) >>> 24),
    );
    return sharp(pixels, { raw: { width, height, channels: 3 } });
  };
  const judged = async (bytes: Uint8Array) => {
    mkdirSync(tmp(), { recursive: true });
    const path = join(tmp(), "file");
    writeFileSync(path, bytes);
    const result = await cleanImage(path, LIMITS);
    return result.ok ? "ok" : result.error.reason;
  };
  const damaged = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 50; i += 1) copy[(copy.length >> 1) + i * 97] = 0xff;
    return copy;
  };
  /** A small PNG whose header says it is enormous. */
  const bomb = async () =>
    sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();

  it("accepts a whole picture, also with bytes behind its end, which do not survive", async () => {
    const jpeg = await (await noise(600, 500)).jpeg().toBuffer();
    expect(await judged(jpeg)).toBe("ok");
    const path = join(tmp(), "polyglot");
    writeFileSync(path, Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>")]));
    const clean = await cleanImage(path, LIMITS);
    expect(clean.ok && clean.value.image.includes("<script>")).toBe(false);
  });

  it("drops where and by what it was taken", async () => {
    const tagged = (await noise(600, 500)).withExif({ IFD0: { Model: "PHONE-OF-LI" } });
    const path = join(tmp(), "tagged");
    mkdirSync(tmp(), { recursive: true });
    writeFileSync(path, await tagged.jpeg().toBuffer());
    const clean = await cleanImage(path, LIMITS);
    expect(clean.ok && clean.value.image.includes("PHONE-OF-LI")).toBe(false);
  });

  it("refuses what is not a picture, or not a whole one, with the reason", async () => {
    const jpeg = await (await noise(600, 500)).jpeg({ quality: 90 }).toBuffer();
    const png = await (await noise(600, 500)).png().toBuffer();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), jpeg]);
    const said: Record<string, string | undefined> = {
      half: await judged(jpeg.subarray(0, jpeg.length >> 1)),
      damaged: await judged(damaged(jpeg)),
      "damaged png": await judged(damaged(png)),
      heic: await judged(heic),
      svg: await judged(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>')),
      html: await judged(Buffer.from("<!doctype html><script>alert(1)</script>")),
      pdf: await judged(Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n")),
      zip: await judged(Buffer.from("PK\u0003\u0004 and so on")),
      magic: await judged(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000)])),
      small: await judged(await (await noise(399, 900)).png().toBuffer()),
      bomb: await judged(await bomb()),
    };
    expect(said).toEqual({
      half: "upload.broken",
      damaged: "upload.broken",
      "damaged png": "upload.broken",
      heic: "upload.heic",
      svg: "upload.kind",
      html: "upload.kind",
      pdf: "upload.kind",
      zip: "upload.kind",
      magic: "upload.broken",
      small: "upload.too-small",
      bomb: "upload.pixels",
    });
  });
});
