import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cleanVideo } from "./video";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-video-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MP4 = readFileSync("lib/media/samples/film.mp4");
const WEBM = readFileSync("lib/media/samples/film.webm");

async function judged(bytes: Uint8Array) {
  const path = join(folder, "film");
  writeFileSync(path, bytes);
  const result = await cleanVideo(path);
  return result.ok ? result.value.mime : result.error.reason;
}
const box = (type: string, ...content: readonly Uint8Array[]) => {
  const head = Buffer.alloc(8);
  const body = Buffer.concat(content);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};
const handler = (kind: string) => box("hdlr", Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12));
const track = (kind: string) => box("trak", box("mdia", handler(kind)));
const brand = (name: string) => box("ftyp", Buffer.from(`${name}\0\0\0\0isomiso2`));
const film = (...movie: readonly Uint8Array[]) =>
  Buffer.concat([brand("isom"), box("moov", ...movie), box("mdat", Buffer.alloc(5_000, 7))]);

describe("a film", () => {
  it.each([
    ["MP4 as browsers record it", MP4, "video/mp4"],
    ["WebM as browsers record it", WEBM, "video/webm"],
    ["MP4 with sound before the picture", film(track("soun"), track("vide")), "video/mp4"],
  ])("is taken: %s", async (_, bytes, mime) => expect(await judged(bytes)).toBe(mime));

  it.each([
    ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>"), "upload.video-kind"],
    ["a film of an iPhone as it lies there", Buffer.concat([brand("qt  "), MP4]), "upload.video-kind"],
    ["a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(600)]), "upload.video-kind"],
    ["half a film", MP4.subarray(0, MP4.length >> 1), "upload.video-broken"],
    ["a film cut at its very end", MP4.subarray(0, MP4.length - 1), "upload.video-broken"],
    ["sound alone", film(track("soun")), "upload.video-broken"],
    ["no index", Buffer.concat([brand("isom"), box("mdat", Buffer.alloc(90))]), "upload.video-broken"],
    ["no pictures", Buffer.concat([brand("isom"), box("moov", track("vide"))]), "upload.video-broken"],
    ["only the head of a WebM", WEBM.subarray(0, 120), "upload.video-broken"],
    [
      "boxes by the ten thousand",
      Buffer.concat([brand("isom"), Buffer.concat(Array.from({ length: 10_001 }, () => box("free")))]),
      "upload.video-broken",
    ],
  ])("is refused: %s", async (_, bytes, reason) => expect(await judged(bytes)).toBe(reason));

  it("forgets where and with what it was taken, and keeps every other byte in its place", async () => {
    const place = box("udta", box("©xyz", Buffer.from("+31.2304+121.4737/")));
    const device = box("meta", Buffer.from("PHONE-OF-SHEN"));
    const sent = film(track("vide"), place, device);
    expect(await judged(Buffer.concat([sent, box("uuid", Buffer.from("PHONE-OF-SHEN"))]))).toBe("video/mp4");
    const kept = readFileSync(join(folder, "film"));
    expect(kept.includes("31.2304") || kept.includes("PHONE-OF-SHEN")).toBe(false);
    expect(kept.subarray(sent.length - 5_000, sent.length)).toEqual(sent.subarray(-5_000));
    expect(await judged(kept)).toBe("video/mp4");
  });
});
