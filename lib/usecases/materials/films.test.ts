import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { DEFAULT_PROVIDER } from "@/lib/filing/policy/provider";
import { SEGMENT } from "@/lib/storage/format";
import { getCheck } from "../orders/get-check";
import { getWorkbench } from "../review/get-workbench";
import { audited, newWorld, type World } from "../testing";
import { giveConsent } from "./give-consent";
import { listSlots } from "./list-slots";
import { readFileForReview, readOwnFile } from "./read-file";
import { uploadMaterial } from "./upload-material";

let world: World;
let applicant: Applicant;
beforeEach(async () => {
  world = await newWorld();
  applicant = await world.applicant("fresh-unit");
  await applicant.start();
  await applicant.fillPeople();
  await applicant.fillWebsites();
  await applicant.checkFiled();
  const actor = await world.actor("fresh-unit");
  await giveConsent(actor, { orderId: applicant.orderId, kind: "VIDEO", version: "2026-11" });
});
afterEach(() => world.dispose());

async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
/** A recording and then space that players pass over: as long as the test likes. */
const film = (extra: number): Buffer => {
  const space = Buffer.alloc(8);
  space.writeUInt32BE(extra + 8, 0);
  space.write("free", 4, "latin1");
  return Buffer.concat([readFileSync("lib/media/samples/film.mp4"), space, randomBytes(extra)]);
};
async function upload(bytes: Buffer) {
  const actor = await world.actor("fresh-unit");
  const slots = await listSlots(actor, { orderId: applicant.orderId });
  const slot = slots.ok && slots.value.slots.find(({ code }) => code === "VIDEO_CHECK");
  return uploadMaterial(actor, {
    orderId: applicant.orderId,
    ...{ code: "VIDEO_CHECK", subject: slot ? slot.subject : "", side: "SINGLE", documentDate: null },
    announced: { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    body: pieces(bytes),
  });
}
async function uploaded(bytes: Buffer): Promise<string> {
  const answer = await upload(bytes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.materialId;
}
const stored = (): readonly string[] => {
  const path = join(world.dataDir, "files", "orders", applicant.orderId);
  return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
};
async function bytesOf(answer: Awaited<ReturnType<typeof readOwnFile>>) {
  if (!answer.ok) throw new Error(answer.error.code);
  const body = Buffer.from(await new Response(answer.value.body as BodyInit).arrayBuffer());
  return { ...answer.value, body };
}

describe("a film in a slot", () => {
  it.each(["mp4", "webm"])("is recognised by its content and kept encrypted, in pieces: %s", async (kind) => {
    const sent = kind === "mp4" ? film(3 * SEGMENT) : readFileSync("lib/media/samples/film.webm");
    const materialId = await uploaded(sent);
    const [file] = await read().select().from(t.files);
    expect(file).toMatchObject({ mime: `video/${kind}`, bytes: sent.length, thumbKey: null, width: null });
    const [path = ""] = stored();
    expect(stored()).toHaveLength(1);
    expect(readFileSync(path).includes(sent.subarray(400, 460))).toBe(false);
    const actor = await world.actor("fresh-unit");
    const whole = await bytesOf(await readOwnFile(actor, { materialId, thumb: false }));
    expect([whole.status, whole.mime, whole.body.equals(sent)]).toEqual([200, `video/${kind}`, true]);
    // It has no thumbnail, and is not sent whole in its place.
    expect(await readOwnFile(actor, { materialId, thumb: true })).toMatchObject({
      error: { code: "not_found" },
    });
    const slots = await listSlots(actor, { orderId: applicant.orderId });
    const slot = slots.ok && slots.value.slots.find(({ code }) => code === "VIDEO_CHECK");
    expect(slot).toMatchObject({
      medium: "video",
      sides: [{ filled: { thumbUrl: null, fileUrl: `/api/materials/${materialId}` } }],
    });
    const check = await getCheck(actor, { orderId: applicant.orderId });
    expect(check.ok && check.value.materials.find(({ code }) => code === "VIDEO_CHECK")).toMatchObject({
      thumbs: [],
      missing: 0,
    });
  });

  it("is refused when it is larger than allowed, a picture, or cut off; nothing stays", async () => {
    const limit = DEFAULT_PROVIDER.upload.videoMaxBytes;
    expect(limit).toBe(50 * 1024 * 1024);
    const exact = film(0);
    expect(await upload(film(limit - exact.length + 1))).toMatchObject({
      error: { code: "too_large", reason: "upload.bytes", params: { megabytes: 50 } },
    });
    expect(await upload(Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...randomBytes(900)]))).toMatchObject({
      error: { code: "unsupported", reason: "upload.video-kind" },
    });
    expect(await upload(exact.subarray(0, 3_000))).toMatchObject({
      error: { code: "invalid", reason: "upload.video-broken" },
    });
    expect(stored()).toEqual([]);
    expect(readdirSync(join(world.dataDir, "tmp"))).toEqual([]);
    expect(await upload(film(limit - exact.length))).toMatchObject({ ok: true });
  });
});

describe("playing it", () => {
  it("gives the reviewer any piece, across segments, and notes every one in the audit", async () => {
    const sent = film(3 * SEGMENT);
    const materialId = await uploaded(sent);
    await applicant.upload(world.clock);
    await applicant.submit();
    const lin = await world.actor("reviewer-lin");
    const piece = async (range: string | null) => {
      const { status, headers, body } = await bytesOf(
        await readFileForReview(lin, { materialId, thumb: false, range }),
      );
      return { status, headers, body };
    };
    const whole = await piece(null);
    expect([whole.status, whole.body.equals(sent)]).toEqual([200, true]);
    expect(await piece(`bytes=${SEGMENT - 5}-${2 * SEGMENT + 4}`)).toMatchObject({
      status: 206,
      body: sent.subarray(SEGMENT - 5, 2 * SEGMENT + 5),
      headers: { "Content-Range": `bytes ${SEGMENT - 5}-${2 * SEGMENT + 4}/${sent.length}` },
    });
    expect(await piece(`bytes=${sent.length}-`)).toMatchObject({ status: 416, body: Buffer.alloc(0) });
    const looks = (await audited(applicant.orderId)).filter(({ action }) => action === "document.viewed");
    expect(looks.map(({ data }) => data)).toEqual([
      { material: materialId, code: "VIDEO_CHECK", thumb: false },
      { material: materialId, code: "VIDEO_CHECK", thumb: false, from: SEGMENT - 5 },
      { material: materialId, code: "VIDEO_CHECK", thumb: false },
    ]);
    const bench = await getWorkbench(lin, { orderId: applicant.orderId });
    expect(bench.ok && bench.value.materials.find(({ code }) => code === "VIDEO_CHECK")).toMatchObject({
      film: true,
      fileUrl: `/api/review/materials/${materialId}`,
    });
  });

  it("is for nobody else", async () => {
    const materialId = await uploaded(film(10));
    const look = { materialId, thumb: false, range: "bytes=0-1" };
    expect(await readOwnFile(await world.actor("fresh-person"), look)).toMatchObject({
      error: { code: "not_found" },
    });
    // Still a draft.
    expect(await readFileForReview(await world.actor("reviewer-lin"), look)).toMatchObject({
      error: { code: "not_found" },
    });
  });
});
