import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audited, newWorld, seen, type World } from "../testing";
import { previewDecision } from "./preview-decision";
import { listTemplates, MOST_TEMPLATES_A_REASON, removeTemplate, saveTemplate } from "./reason-templates";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");
const supervisor = () => world.actor("supervisor");
const words = { known: null, code: "DOC_UNCLEAR", text: "  请在自然光下重拍  ", shared: false };
const texts = async (persona: string) =>
  (await listTemplates(await world.actor(persona))).map(({ text }) => text);

describe("wordings", () => {
  it("of one's own are seen and changed by oneself alone; every version stays", async () => {
    const made = await saveTemplate(await lin(), words);
    const id = made.ok ? made.value.id : "";
    expect(await listTemplates(await lin())).toEqual([
      { id, version: 1, code: "DOC_UNCLEAR", text: "请在自然光下重拍", shared: false, editable: true },
    ]);
    expect(await texts("reviewer-zhao")).toEqual([]);
    const change = { ...words, known: { id, version: 1 }, text: "重拍" };
    for (const other of [await zhao(), await supervisor()])
      expect(await saveTemplate(other, change)).toMatchObject({ error: { code: "not_found" } });
    expect(await saveTemplate(await lin(), change)).toMatchObject({ ok: true });
    expect(await saveTemplate(await lin(), { ...change, text: "x" })).toMatchObject({
      error: { code: "stale" },
    });
    expect(await removeTemplate(await zhao(), { id, version: 2 })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await removeTemplate(await lin(), { id, version: 2 })).toMatchObject({ ok: true });
    expect(await texts("reviewer-lin")).toEqual([]);
    expect(await removeTemplate(await lin(), { id, version: 3 })).toMatchObject({
      error: { code: "not_found" },
    });
    const rows = await read().select().from(t.reasonTemplates).where(eq(t.reasonTemplates.templateId, id));
    expect(rows.map(({ text, removed }) => [text, removed])).toEqual([
      ["请在自然光下重拍", false],
      ["重拍", false],
      ["重拍", true],
    ]);
    expect(await audited(id)).toEqual([]);
  });

  it("for everybody are the supervisors', first in the list, and audited without their words", async () => {
    const shared = { ...words, shared: true };
    expect(await saveTemplate(await lin(), shared)).toMatchObject({ error: { code: "forbidden" } });
    await saveTemplate(await zhao(), { ...words, text: "own" });
    const made = await saveTemplate(await supervisor(), shared);
    const id = made.ok ? made.value.id : "";
    expect(await texts("reviewer-zhao")).toEqual(["请在自然光下重拍", "own"]);
    expect((await listTemplates(await zhao())).map(({ editable }) => editable)).toEqual([false, true]);
    const change = { ...words, known: { id, version: 1 }, text: "changed" };
    expect(await saveTemplate(await zhao(), change)).toMatchObject({ error: { code: "forbidden" } });
    expect(await removeTemplate(await zhao(), { id, version: 1 })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await saveTemplate(await supervisor(), change)).toMatchObject({ ok: true });
    expect(await removeTemplate(await supervisor(), { id, version: 2 })).toMatchObject({ ok: true });
    expect(await audited(id)).toEqual([
      { action: "template.saved", outcome: "done", data: { code: "DOC_UNCLEAR", version: 1 } },
      { action: "template.saved", outcome: "done", data: { code: "DOC_UNCLEAR", version: 2 } },
      { action: "template.removed", outcome: "done", data: { code: "DOC_UNCLEAR", version: 3 } },
    ]);
  });

  it("need words, and end at so many a reason", async () => {
    expect(await saveTemplate(await lin(), { ...words, text: " " })).toMatchObject({
      error: { path: "text" },
    });
    for (let n = 0; n < MOST_TEMPLATES_A_REASON; n += 1)
      expect(await saveTemplate(await lin(), { ...words, text: `t${n}` })).toMatchObject({ ok: true });
    expect(await saveTemplate(await lin(), words)).toMatchObject({
      error: { reason: "review.templates-full" },
    });
    expect(await saveTemplate(await lin(), { ...words, code: "NAME_NOT_OK" })).toMatchObject({ ok: true });
  });
});

describe("the preview of a decision", () => {
  const item = (target: string, suggestion = "") => ({ code: "DOC_UNCLEAR", target, suggestion });

  it("is what the applicant will read, in his language, and writes nothing", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const before = await seen(orderId);
    const items = [item("materials[ORG_CERT:entity]", " 重拍 "), item("order")];
    const zh = await previewDecision(await lin(), { orderId, items });
    expect(zh).toMatchObject({ ok: true, value: { locale: "zh-CN", sheet: { sections: [{}, {}] } } });
    if (!zh.ok) return;
    expect(zh.value.sheet?.sections[0]?.items).toEqual([{ name: "证件不清晰或不完整", why: "重拍" }]);
    expect(zh.value.sheet?.sections[1]?.items[0]?.why).not.toBe("");
    const { userId } = await world.actor("fresh-unit");
    await withTransaction(async (tx) => {
      await tx.update(t.users).set({ locale: "en" }).where(eq(t.users.id, userId));
    });
    const en = await previewDecision(await lin(), { orderId, items: null });
    expect(en).toMatchObject({
      value: { locale: "en", sheet: null, message: { title: "Your filing order passed our review" } },
    });
    expect(await seen(orderId)).toEqual(before);
  });

  it("is for who may look at the order, and points nowhere an item could not", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    expect(await previewDecision(await world.actor("admin"), { orderId, items: null })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(
      await previewDecision(await lin(), { orderId, items: [item("order"), item("people[x].name")] }),
    ).toMatchObject({ error: { code: "invalid", path: "items.1.target" } });
  });
});
