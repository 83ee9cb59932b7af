import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { ANSWER_FILES, answerSubject } from "@/lib/filing/application/answer-files";
import { ok } from "@/lib/filing/shared/result";
import { getCheck } from "../orders/get-check";
import { getCopy } from "../orders/get-copy";
import { getOrder } from "../orders/get-order";
import { openCorrections } from "../orders/open-corrections";
import { getWorkbench } from "../review/get-workbench";
import { run as erase } from "../system/erase-order";
import { run as tidy } from "../system/tidy-materials";
import { audited, MINUTE, newWorld, orderNow, type World } from "../testing";
import { listSlots } from "./list-slots";
import { readFileForReview, readOwnFile } from "./read-file";
import { removeMaterial } from "./remove-material";
import { type UploadInput, uploadMaterial } from "./upload-material";

let world: World;
let unit: Applicant;
beforeEach(async () => {
  world = await newWorld();
  unit = await world.inReview("fresh-unit");
  await reject("materials[ORG_CERT:entity]", "entity.name");
});
afterEach(() => world.dispose());

/** One item a target, the next day. */
async function reject(...targets: readonly string[]) {
  const lin = await world.reviewer("reviewer-lin");
  world.clock.advance(MINUTE);
  await lin.claim(unit.orderId);
  await lin.reject(unit.orderId, () =>
    targets.map((target) => ({ code: "DOC_UNCLEAR", target, suggestion: "" })),
  );
  world.clock.advance(MINUTE);
}
const itemsNow = async () => openCorrections(read(), await orderNow(unit.orderId));
async function itemAt(index: number): Promise<string> {
  const id = (await itemsNow())[index]?.id;
  if (id === undefined) throw new Error(`no item ${index}`);
  return id;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
async function attach(itemId: string, over: Partial<UploadInput> = {}, persona = "fresh-unit") {
  world.clock.advance(MINUTE);
  const shade = { r: (world.clock.now() / MINUTE) % 251, g: 90, b: 160 };
  const bytes = await sharp({ create: { width: 700, height: 500, channels: 3, background: shade } })
    .png()
    .toBuffer();
  return uploadMaterial(await world.actor(persona), {
    orderId: unit.orderId,
    ...{ code: ANSWER_FILES.code, subject: answerSubject(itemId), side: ANSWER_FILES.side },
    documentDate: null,
    announced: { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    body: once(bytes),
    ...over,
  });
}
async function attached(itemId: string): Promise<string> {
  const answer = await attach(itemId);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.materialId;
}
async function take(materialId: string) {
  world.clock.advance(MINUTE);
  return removeMaterial(await world.actor("fresh-unit"), { orderId: unit.orderId, materialId });
}
async function answerAndSubmit() {
  world.clock.advance(MINUTE);
  await unit.answerCorrections();
  await unit.submit();
}
/** What lies beside each item for the applicant. */
async function beside(): Promise<readonly (readonly string[])[]> {
  const view = await getOrder(await world.actor("fresh-unit"), { orderId: unit.orderId });
  if (!view.ok) throw new Error(view.error.code);
  const items = view.value.corrections.flatMap(({ items: of }) => of);
  const order = (await itemsNow()).map(({ id }) => id);
  return order.map((id) => items.find((item) => item.id === id)?.files.given.map((f) => f.materialId) ?? []);
}
async function bench(persona = "reviewer-lin") {
  const view = await getWorkbench(await world.actor(persona), { orderId: unit.orderId });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}
const look = async (materialId: string) =>
  readFileForReview(await world.actor("reviewer-lin"), { materialId, thumb: false });
const stored = () => {
  const folder = join(world.dataDir, "files", "orders", unit.orderId);
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("pictures beside an answer", () => {
  it("are kept like documents, three an item, one taken out makes room", async () => {
    const [first, second] = [await itemAt(0), await itemAt(1)];
    const ids = [await attached(first), await attached(first), await attached(first)];
    expect(await attach(first)).toMatchObject({
      error: { code: "invalid", reason: "upload.answer-full", params: { limit: 3 } },
    });
    const other = await attached(second);
    expect(await beside()).toEqual([ids, [other]]);
    expect(await take(ids[1] ?? "")).toEqual({ ok: true, value: null });
    expect(await take(ids[1] ?? "")).toMatchObject({ error: { code: "not_found" } });
    const next = await attached(first);
    expect(await beside()).toEqual([[ids[0], ids[2], next], [other]]);

    const own = await readOwnFile(await world.actor("fresh-unit"), { materialId: next, thumb: false });
    if (!own.ok) throw new Error(own.error.code);
    const bytes = Buffer.from(await new Response(own.value.body).arrayBuffer());
    expect((await sharp(bytes).metadata()).format).toBe("jpeg");
  });

  it("fill no slot of the filing: neither rules nor the list of documents know them", async () => {
    const actor = await world.actor("fresh-unit");
    const slots = async () => {
      const view = await listSlots(actor, { orderId: unit.orderId });
      if (!view.ok) throw new Error(view.error.code);
      return view.value.slots.flatMap(({ sides }) => sides.map(({ filled }) => filled?.materialId));
    };
    const before = await slots();
    await attached(await itemAt(0));
    expect(await slots()).toEqual(before);
    await answerAndSubmit();
    const filed = (await bench()).materials.map(({ id }) => id);
    expect(filed).toEqual(before.filter((id) => id !== undefined));
  });

  it.each([
    ["an unknown item", () => ({ subject: answerSubject("nothing") }), "not_found", undefined],
    ["no item at all", () => ({ subject: "entity" }), "not_found", undefined],
    ["a side no answer has", () => ({ side: "FRONT" as const }), "invalid", "upload.no-slot"],
    ["no picture", () => wrong(Buffer.from("%PDF-1.7\n1 0 obj\n")), "unsupported", "upload.kind"],
  ])("are refused: %s", async (_name, over, code, reason) => {
    const error = reason === undefined ? { code } : { code, reason };
    const before = stored();
    expect(await attach(await itemAt(0), over())).toMatchObject({ ok: false, error });
    expect(stored()).toEqual(before);
  });

  const wrong = (bytes: Buffer): Partial<UploadInput> => ({
    body: once(bytes),
    announced: { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
  });

  it("are nobody else's to give: a stranger's order, another order's item", async () => {
    const item = await itemAt(0);
    expect(await attach(item, {}, "fresh-person")).toMatchObject({ error: { code: "not_found" } });
    const person = await world.applicant("fresh-person");
    await person.start();
    expect(await attach(item, { orderId: person.orderId }, "fresh-person")).toMatchObject({
      error: { code: "not_found" },
    });
    const mine = await attached(item);
    for (const orderId of [unit.orderId, person.orderId])
      expect(
        await removeMaterial(await world.actor("fresh-person"), { orderId, materialId: mine }),
      ).toMatchObject({ error: { code: "not_found" } });
    expect((await beside())[0]).toEqual([mine]);
  });

  it("need the consent of the document the item is about", async () => {
    await answerAndSubmit();
    const lead = (await bench()).materials.find(({ code }) => code === "ENTITY_LEAD_ID");
    await reject(`materials[ENTITY_LEAD_ID:${lead?.subject}]`);
    const item = await itemAt(0);
    await attached(item);
    await withTransaction(async (tx) => {
      await tx.delete(t.consents).where(eq(t.consents.orderId, unit.orderId));
      return ok(null);
    });
    expect(await attach(item)).toMatchObject({
      error: { code: "forbidden", reason: "upload.answer-consent", params: { consent: "ID_IMAGE" } },
    });
  });
});

describe("submitted again", () => {
  it("the reviewer sees them beside the item, every look recorded; before that he does not", async () => {
    const item = await itemAt(0);
    const [kept, mistake] = [await attached(item), await attached(item)];
    await take(mistake);
    expect((await bench()).corrections.flatMap(({ pictures }) => pictures)).toEqual([]);
    expect(await look(kept)).toMatchObject({ error: { code: "not_found" } });

    await answerAndSubmit();
    const shown = (await bench()).corrections.find(({ id }) => id === item);
    expect(shown?.pictures).toMatchObject([{ id: kept, fileUrl: `/api/review/materials/${kept}` }]);
    expect(await look(kept)).toMatchObject({ ok: true });
    const looks = (await audited(unit.orderId)).filter(({ action }) => action === "document.viewed");
    expect(looks.at(-1)).toMatchObject({
      outcome: "done",
      data: { material: kept, code: "ANSWER", thumb: false },
    });
  });

  it("they are fixed, and stay with their round when another one begins", async () => {
    const item = await itemAt(0);
    const first = await attached(item);
    await answerAndSubmit();
    expect(await attach(item)).toMatchObject({ ok: false, error: { reason: "order.in-review" } });
    expect(await take(first)).toMatchObject({ ok: false, error: { reason: "order.in-review" } });

    await reject("entity.name");
    expect(await attach(item)).toMatchObject({ error: { code: "not_found" } });
    expect(await take(first)).toMatchObject({ error: { code: "not_found" } });
    const second = await attached(await itemAt(0));
    await answerAndSubmit();
    const { corrections } = await bench();
    expect(corrections.map(({ round, pictures }) => [round, pictures.map(({ id }) => id)])).toEqual([
      [2, [second]],
      [1, [first]],
      [1, []],
    ]);
  });

  it("copy and comparison say how many there are, each for its round", async () => {
    const actor = await world.actor("fresh-unit");
    const { orderId } = unit;
    const item = await itemAt(0);
    for (let n = 0; n < 2; n += 1) await attached(item);
    const changes = async () => {
      const view = await getCheck(actor, { orderId });
      return view.ok && view.value.changes?.answers;
    };
    const expected = [{ id: item, code: "DOC_UNCLEAR", pictures: 2 }];
    expect(await changes()).toEqual(expected);
    await answerAndSubmit();
    expect(await changes()).toEqual(expected);

    const answersOf = async (round: number) => {
      const copy = await getCopy(actor, { orderId, round });
      return copy.ok && copy.value.answers.map(({ id, pictures, answer }) => [id, answer.kind, pictures]);
    };
    expect(await answersOf(1)).toEqual([]);
    expect(await answersOf(2)).toContainEqual([item, "fixed", 2]);

    await reject("entity.name");
    expect(await changes()).toEqual([]);
    await answerAndSubmit();
    expect(await changes()).toEqual([]);
    expect(await answersOf(2)).toContainEqual([item, "fixed", 2]);
    expect(await answersOf(3)).toMatchObject([[expect.any(String), "fixed", 0]]);
  });
});

describe("the end", () => {
  it("an approval destroys them; what the filing consists of stays", async () => {
    const item = await attached(await itemAt(0));
    await answerAndSubmit();
    const documents = (await bench()).materials.map(({ id }) => id);
    await tidy({ orderId: unit.orderId });
    const own = await world.actor("fresh-unit");
    const status = async (materialId: string) => (await readOwnFile(own, { materialId, thumb: false })).ok;
    expect(await status(item)).toBe(false);
    expect(await Promise.all(documents.map(status))).toEqual(documents.map(() => true));
    const rows = await read().select().from(t.files).where(eq(t.files.orderId, unit.orderId));
    // A film has no small picture.
    const kept = rows.flatMap(({ id, thumbKey }) => (thumbKey === null ? [id] : [id, `${id}.thumb`]));
    expect([...stored()].sort()).toEqual(kept.sort());
  });

  it("an order that ends without a filing loses them with everything else", async () => {
    const item = await attached(await itemAt(0));
    expect(stored()).not.toEqual([]);
    await erase({ orderId: unit.orderId });
    expect(stored()).toEqual([]);
    const own = await world.actor("fresh-unit");
    expect(await readOwnFile(own, { materialId: item, thumb: false })).toMatchObject({ ok: false });
  });
});
