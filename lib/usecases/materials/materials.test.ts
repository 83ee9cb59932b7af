import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { DEFAULT_PROVIDER } from "@/lib/filing/policy/provider";
import { getWorkbench } from "../review/get-workbench";
import { audited, eventTypes, newWorld, seen, type World } from "../testing";
import { describeMaterial } from "./describe-material";
import { listSlots } from "./list-slots";
import { readFileForReview, readOwnFile } from "./read-file";
import { removeMaterial } from "./remove-material";
import { type UploadInput, uploadMaterial } from "./upload-material";

let world: World;
let applicant: Applicant;
let photo: Buffer;
beforeEach(async () => {
  world = await newWorld();
  applicant = await world.applicant("fresh-unit");
  await applicant.start();
  await applicant.fillPeople();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#7a8" } })
    .withExif({
      IFD0: { Model: "PHONE-OF-SHEN" },
      IFD3: { GPSLatitude: "30/1 15/1 0/1", GPSLatitudeRef: "N" },
    })
    .jpeg()
    .toBuffer();
});
afterEach(() => world.dispose());

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
async function* once(bytes: Uint8Array) {
  yield bytes;
}
const LICENCE = { code: "ORG_CERT", subject: "entity", side: "SINGLE", documentDate: null } as const;

async function upload(bytes: Uint8Array, over: Partial<UploadInput> = {}, persona = "fresh-unit") {
  return uploadMaterial(await world.actor(persona), {
    orderId: applicant.orderId,
    ...LICENCE,
    announced: { bytes: bytes.byteLength, sha256: sha(bytes) },
    body: once(bytes),
    ...over,
  });
}
async function uploaded(bytes: Uint8Array = photo): Promise<string> {
  const answer = await upload(bytes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.materialId;
}

/** Everything that lies below a folder of the data directory. */
const below = (folder: string): readonly string[] => {
  const path = join(world.dataDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
};
const rows = async () => ({
  files: await read().select().from(t.files),
  materials: await read().select().from(t.materials),
});
async function bytesOf(content: Awaited<ReturnType<typeof readOwnFile>>): Promise<Buffer> {
  if (!content.ok) throw new Error(content.error.code);
  return Buffer.from(await new Response(content.value.body).arrayBuffer());
}

describe("a picture put into a slot", () => {
  it.each(["jpeg", "png"] as const)(
    "is made anew without its metadata and kept encrypted: %s",
    async (format) => {
      const sent = format === "jpeg" ? photo : await sharp(photo).keepMetadata().png().toBuffer();
      const materialId = await uploaded(sent);
      const { files, materials } = await rows();
      expect(materials).toMatchObject([{ id: materialId, ...LICENCE, replacedAt: null }]);
      expect(files).toMatchObject([
        { mime: "image/jpeg", width: 900, height: 600, receivedSha256: sha(sent) },
      ]);

      const actor = await world.actor("fresh-unit");
      const own = await bytesOf(await readOwnFile(actor, { materialId, thumb: false }));
      expect(files[0]).toMatchObject({ storedSha256: sha(own), bytes: own.length });
      const { exif, format: kept } = await sharp(own).metadata();
      expect(exif).toBeUndefined();
      expect(kept).toBe("jpeg");
      expect(own.includes("PHONE-OF-SHEN")).toBe(false);
      const thumb = await sharp(
        await bytesOf(await readOwnFile(actor, { materialId, thumb: true })),
      ).metadata();
      expect(thumb.width).toBe(320);

      const stored = below("files");
      expect(stored).toHaveLength(2);
      for (const path of stored) expect(readFileSync(path).includes(own.subarray(200, 260))).toBe(false);
      expect(below("tmp")).toEqual([]);
      expect((await eventTypes(applicant.orderId)).at(-1)).toBe("saved");
    },
  );

  it("takes the place of the one before, which is kept", async () => {
    const first = await uploaded();
    world.clock.advance(60_000);
    const second = await uploaded(await sharp(photo).negate().jpeg().toBuffer());
    const { materials } = await rows();
    expect(materials.map(({ id, replacedAt }) => [id, replacedAt])).toEqual([
      [first, world.clock.now()],
      [second, null],
    ]);
    expect(below("files")).toHaveLength(4);
    const slots = await listSlots(await world.actor("fresh-unit"), { orderId: applicant.orderId });
    const filled = slots.ok && slots.value.slots.find(({ code }) => code === "ORG_CERT")?.sides[0]?.filled;
    expect(filled).toMatchObject({ materialId: second });
  });

  it("can be dated and taken out again; what is gone cannot", async () => {
    const materialId = await uploaded();
    const actor = await world.actor("fresh-unit");
    const of = { orderId: applicant.orderId, materialId };
    expect(await describeMaterial(actor, { ...of, documentDate: "2026-11-01" })).toEqual({
      ok: true,
      value: null,
    });
    expect((await rows()).materials[0]?.documentDate).toBe("2026-11-01");
    const stranger = await world.actor("fresh-person");
    for (const refused of [
      await describeMaterial(stranger, { ...of, documentDate: null }),
      await removeMaterial(stranger, of),
    ])
      expect(refused).toMatchObject({ error: { code: "not_found" } });
    expect(await removeMaterial(actor, of)).toEqual({ ok: true, value: null });
    expect(await removeMaterial(actor, of)).toMatchObject({ error: { code: "not_found" } });
    expect(below("files")).toHaveLength(2);
  });
});

describe("what is refused", () => {
  afterEach(async () => {
    expect(await rows()).toEqual({ files: [], materials: [] });
    expect(below("files")).toEqual([]);
    expect(below("tmp")).toEqual([]);
  });

  it.each([
    [
      "changed on the way",
      (): Partial<UploadInput> => ({ announced: { bytes: photo.length, sha256: "0".repeat(64) } }),
      "invalid",
      "upload.changed",
    ],
    ["cut on the way", () => ({ body: once(photo.subarray(0, 900)) }), "invalid", "upload.truncated"],
    [
      "empty",
      () => ({ body: once(Buffer.alloc(0)), announced: { bytes: null, sha256: sha(Buffer.alloc(0)) } }),
      "invalid",
      "upload.empty",
    ],
    [
      "announced too large",
      () => ({ announced: { bytes: 21 * 1_048_576, sha256: sha(photo) } }),
      "too_large",
      "upload.bytes",
    ],
    ["for no slot of this order", () => ({ code: "JS_NOTICE" }), "invalid", "upload.no-slot"],
    ["for a side the slot has not", () => ({ side: "BACK" as const }), "invalid", "upload.no-slot"],
    ["for nobody of this order", () => ({ subject: "people[ppl_nobody1]" }), "invalid", "upload.no-slot"],
  ])("a file %s", async (_name, over, code, reason) => {
    expect(await upload(photo, over())).toMatchObject({ ok: false, error: { code, reason } });
  });

  it("web pages, papers and broken pictures, whatever they are called", async () => {
    const reasons: (string | undefined)[] = [];
    for (const bytes of [
      Buffer.from("<!doctype html><script>alert(1)</script>"),
      Buffer.from("%PDF-1.7\n1 0 obj\n"),
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), photo]),
      photo.subarray(0, photo.length >> 1),
      await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
      await sharp(photo).resize({ height: 399 }).jpeg().toBuffer(),
    ]) {
      const answer = await upload(bytes);
      reasons.push(answer.ok ? "ok" : answer.error.reason);
    }
    expect(reasons).toEqual([
      ...["upload.kind", "upload.kind", "upload.heic", "upload.broken", "upload.pixels", "upload.too-small"],
    ]);
  }, 30_000);

  it("files for somebody else's order", async () => {
    expect(await upload(photo, {}, "fresh-person")).toMatchObject({ error: { code: "not_found" } });
    expect(await upload(photo, { orderId: "nothing" })).toMatchObject({ error: { code: "not_found" } });
  });

  it("what is over the account's quota", async () => {
    const quota = DEFAULT_PROVIDER.upload.accountQuotaBytes;
    const files = await fill(quota - 100);
    expect(await upload(photo)).toMatchObject({ error: { code: "too_large", reason: "upload.quota" } });
    await withTransaction(async (tx) => {
      await tx.delete(t.files).where(eq(t.files.id, files));
    });
  });
});

/** A file of so many bytes, in the books only. */
async function fill(bytes: number): Promise<string> {
  const { userId } = await world.actor("fresh-unit");
  const id = "quota";
  await withTransaction(async (tx) => {
    const row = { id, orderId: applicant.orderId, storageKey: "x", mime: "image/jpeg", bytes };
    await tx
      .insert(t.files)
      .values({ ...row, receivedSha256: "", storedSha256: "", createdAt: 0, createdBy: userId });
  });
  return id;
}

describe("once submitted", () => {
  it("documents cannot be changed, and staff sees them watermarked, each look noted", async () => {
    await applicant.fillWebsites();
    const materialId = await uploaded();
    await applicant.upload(world.clock);
    const lin = await world.actor("reviewer-lin");
    const zhao = await world.actor("reviewer-zhao");
    const look = { materialId, thumb: false };
    expect(await readFileForReview(lin, look)).toMatchObject({ error: { code: "not_found" } });
    expect(await audited(applicant.orderId)).not.toContainEqual(
      expect.objectContaining({ action: "document.viewed" }),
    );

    await applicant.submit();
    const before = below("files").length;
    const refused = { error: { code: "wrong_state", reason: "order.in-review" } };
    expect(await upload(photo)).toMatchObject(refused);
    const owner = await world.actor("fresh-unit");
    expect(await removeMaterial(owner, { orderId: applicant.orderId, materialId })).toMatchObject(refused);
    expect(below("files")).toHaveLength(before);
    expect(below("tmp")).toEqual([]);

    const own = await bytesOf(await readOwnFile(owner, look));
    const his = await bytesOf(await readFileForReview(lin, look));
    const hers = await bytesOf(await readFileForReview(zhao, look));
    expect(new Set([sha(own), sha(his), sha(hers)]).size).toBe(3);
    expect(await sharp(his).metadata()).toMatchObject({ width: 900, height: 600, format: "jpeg" });
    await readFileForReview(lin, { materialId, thumb: true });
    const looks = (await audited(applicant.orderId)).filter(({ action }) => action === "document.viewed");
    expect(looks.map(({ data }) => data)).toEqual(
      [false, false, true].map((thumb) => ({ material: materialId, code: "ORG_CERT", thumb })),
    );
  });

  it("documents are for the account and for staff who do not belong to it", async () => {
    await applicant.fillWebsites();
    const materialId = await uploaded();
    await applicant.upload(world.clock);
    await applicant.submit();
    const look = { materialId, thumb: false };
    expect(await readOwnFile(await world.actor("fresh-person"), look)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await readOwnFile(await world.actor("reviewer-lin"), look)).toMatchObject({
      error: { code: "not_found" },
    });
    for (const persona of ["admin", "officer", "fresh-unit", "fresh-person"])
      expect(await readFileForReview(await world.actor(persona), look)).toMatchObject({
        error: { code: "forbidden" },
      });
    await withTransaction(async (tx) => {
      const { accountId } = await world.actor("fresh-unit");
      const { userId } = await world.actor("supervisor");
      await tx.insert(t.accountMembers).values({ accountId: accountId ?? "", userId, role: "member" });
    });
    expect(await readFileForReview(await world.actor("supervisor"), look)).toMatchObject({
      error: { code: "forbidden", reason: "order.own-account" },
    });
    expect(await seen(applicant.orderId)).toBeDefined();
  });

  it("a document for the next round is the applicant's own until it is submitted", async () => {
    await applicant.fillWebsites();
    const first = await uploaded();
    await applicant.upload(world.clock);
    await applicant.submit();
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(applicant.orderId);
    await lin.reject(applicant.orderId, () => [
      { code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]", suggestion: "" },
    ]);
    world.clock.advance(60_000);
    const second = await uploaded(await sharp(photo).negate().jpeg().toBuffer());
    const actor = await world.actor("reviewer-lin");
    const shown = async () => {
      const bench = await getWorkbench(actor, { orderId: applicant.orderId });
      return bench.ok && bench.value.materials.find(({ code }) => code === "ORG_CERT")?.id;
    };
    expect(await shown()).toBe(first);
    expect(await readFileForReview(actor, { materialId: second, thumb: true })).toMatchObject({
      error: { code: "not_found" },
    });
    world.clock.advance(60_000);
    await applicant.answerCorrections();
    await applicant.submit();
    expect(await shown()).toBe(second);
    for (const materialId of [first, second])
      expect(await readFileForReview(actor, { materialId, thumb: true })).toMatchObject({ ok: true });
  });
});
