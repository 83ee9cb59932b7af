import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { ApplicantSeed } from "@/lib/boot/seed/persona-data";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Site } from "@/lib/boot/seed/situations-documents";
import { getWorkbench } from "../review/get-workbench";
import { run as tidy } from "../system/tidy-materials";
import { audited, newWorld, SECOND_SITE, SITE, type World } from "../testing";
import { describeMaterial } from "./describe-material";
import { listSlots } from "./list-slots";
import { readFileForReview, readOwnFile } from "./read-file";
import { removeMaterial } from "./remove-material";
import { uploadMaterial } from "./upload-material";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

async function* once(bytes: Uint8Array) {
  yield bytes;
}
/** Another picture each time. */
async function upload(of: Applicant, code: string, subject = "entity") {
  world.clock.advance(60_000);
  const shade = { r: world.clock.now() % 251, g: 120, b: 90 };
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: shade } })
    .jpeg()
    .toBuffer();
  const answer = await uploadMaterial(await world.actor(of.seed.id), {
    ...{ orderId: of.orderId, code, subject, side: "SINGLE", documentDate: null },
    announced: { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    body: once(bytes),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.materialId;
}
async function written(who: string | ApplicantSeed, ...sites: readonly Site[]) {
  const applicant = await world.applicant(who, ...sites);
  await applicant.start();
  await applicant.fillPeople();
  await applicant.fillWebsites();
  await applicant.checkFiled();
  return applicant;
}
const slotOf = async (of: Applicant, code: string) => {
  const slots = await listSlots(await world.actor(of.seed.id), { orderId: of.orderId });
  const slot = slots.ok && slots.value.slots.find((one) => one.code === code);
  if (!slot) throw new Error(`no slot ${code}`);
  return slot;
};

describe("earlier versions", () => {
  it("stay for the applicant, newest first, those he took out again as well", async () => {
    const unit = await written("fresh-unit");
    const [first, second, third] = [
      await upload(unit, "ORG_CERT"),
      await upload(unit, "ORG_CERT"),
      await upload(unit, "ORG_CERT"),
    ];
    world.clock.advance(60_000);
    const of = { orderId: unit.orderId, materialId: third };
    await removeMaterial(await world.actor("fresh-unit"), of);
    const [side] = (await slotOf(unit, "ORG_CERT")).sides;
    expect(side?.filled).toBeNull();
    expect(side?.earlier.map(({ materialId }) => materialId)).toEqual([third, second, first]);
    expect(side?.earlier.map(({ replacedAt }) => replacedAt)[0]).toBe(world.clock.now());
  });

  it("are shown to the reviewer once submitted: what was replaced, not what was a mistake", async () => {
    const unit = await written("fresh-unit");
    const mistake = await upload(unit, "OTHER");
    world.clock.advance(60_000);
    await removeMaterial(await world.actor("fresh-unit"), { orderId: unit.orderId, materialId: mistake });
    const spare = await upload(unit, "OTHER");
    const [first, second] = [await upload(unit, "ORG_CERT"), await upload(unit, "ORG_CERT")];
    await unit.upload(world.clock);
    await unit.submit();
    const lin = await world.actor("reviewer-lin");
    const bench = await getWorkbench(lin, { orderId: unit.orderId });
    const shown = bench.ok ? bench.value.materials : [];
    const of = (code: string) => shown.find((file) => file.code === code);
    expect(of("ORG_CERT")).toMatchObject({ id: second, earlier: [{ id: first }] });
    expect(of("OTHER")).toMatchObject({ id: spare, earlier: [] });
    expect(await readFileForReview(lin, { materialId: first, thumb: false })).toMatchObject({ ok: true });
  });
});

it("earlier versions go when the order closes; what it was approved with stays", async () => {
  const unit = await written("fresh-unit");
  const first = await upload(unit, "ORG_CERT");
  await unit.upload(world.clock, ({ code, optional }) => code === "ORG_CERT" || !optional);
  const [kept] = (await slotOf(unit, "ORG_CERT")).sides.map(({ filled }) => filled?.materialId);
  await tidy({ orderId: unit.orderId });
  await tidy({ orderId: unit.orderId });
  const actor = await world.actor("fresh-unit");
  expect(await readOwnFile(actor, { materialId: first, thumb: false })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await readOwnFile(actor, { materialId: kept ?? "", thumb: false })).toMatchObject({ ok: true });
  const rows = await read().select().from(t.files);
  const names = readdirSync(join(world.dataDir, "files", "orders", unit.orderId));
  expect(names.sort()).toEqual(
    rows.flatMap(({ id, thumbKey }) => (thumbKey ? [id, `${id}.thumb`] : [id])).sort(),
  );
  const looks = (await audited(unit.orderId)).filter(({ action }) => action === "material.tidied");
  expect(looks).toEqual([{ action: "material.tidied", outcome: "done", data: { count: 1 } }]);
});

describe("the template of a letter", () => {
  /** The second website's lead is not the legal representative, in a province that wants a letter. */
  async function withLetter() {
    const seed = world.seedOf("fresh-unit");
    const tianjin = { ...seed, account: { ...seed.account, province: "120000" } };
    const unit = await written(tianjin, SITE, SECOND_SITE);
    const actor = await world.actor(unit.seed.id);
    const slots = await listSlots(actor, { orderId: unit.orderId });
    const slot = slots.ok && slots.value.slots.find(({ kinds }) => kinds.length > 0);
    if (!slot) throw new Error("no letter is asked for");
    return { unit, actor, slot };
  }

  it("is what the applicant says; a wrong one lies in the same slot and is found", async () => {
    const { unit, actor, slot } = await withLetter();
    expect(slot.kinds.map(({ accepted }) => accepted)).toEqual([true, false, false, false]);
    const wrong = slot.kinds.find(({ accepted }) => !accepted)?.code ?? "";
    const materialId = await upload(unit, wrong, slot.subject);
    const filled = await slotOf(unit, slot.code);
    expect(filled.sides[0]?.filled).toMatchObject({ materialId, code: wrong });
    expect(filled.findings.map(({ rule }) => rule)).toContain("materials.letter-template");

    const of = { orderId: unit.orderId, materialId };
    expect(await describeMaterial(actor, { ...of, kind: slot.code, documentDate: "2026-11-20" })).toEqual({
      ok: true,
      value: null,
    });
    const right = await slotOf(unit, slot.code);
    expect(right.sides[0]?.filled).toMatchObject({ code: slot.code, documentDate: "2026-11-20" });
    expect(right.findings).toEqual([]);

    const next = await upload(unit, slot.code, slot.subject);
    const [side] = (await slotOf(unit, slot.code)).sides;
    expect([side?.filled?.materialId, side?.earlier.map((file) => file.materialId)]).toEqual([
      next,
      [materialId],
    ]);
  });

  it("belongs to letters of one's own alone", async () => {
    const { unit, actor, slot } = await withLetter();
    const licence = { orderId: unit.orderId, materialId: await upload(unit, "ORG_CERT") };
    expect(await describeMaterial(actor, { ...licence, kind: slot.code })).toMatchObject({
      error: { code: "invalid", reason: "upload.no-letter" },
    });
    const stranger = await world.actor("fresh-person");
    expect(await describeMaterial(stranger, { ...licence, kind: slot.code })).toMatchObject({
      error: { code: "not_found" },
    });
    const [row] = await read().select().from(t.materials).where(eq(t.materials.id, licence.materialId));
    expect(row?.code).toBe("ORG_CERT");
  });
});
