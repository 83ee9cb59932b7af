import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { APPLICANTS } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { entityOf, personOf, startOf } from "@/lib/boot/seed/situations-documents";
import { standIn } from "@/lib/boot/seed/situations-staff";
import { setTestClocks } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import type { EntitySection, PeopleSection } from "@/lib/filing/application/draft-sections";
import { DECLARED_IN_FORCE } from "@/lib/filing/policy/declarations";
import { abandonOrder, withdrawOrder } from "./command-order";
import { createOrder } from "./create-order";
import { editServiceList } from "./edit-services";
import { getCheck } from "./get-check";
import { getOrder } from "./get-order";
import { getOverview } from "./get-overview";
import { getSection } from "./get-section";
import { getServices } from "./get-services";
import { getTaskList } from "./get-task-list";
import { judgeSection } from "./judge-section";
import { listOrders } from "./list-orders";
import { readOwnDraft } from "./own-draft";
import { previewOrder } from "./preview-order";
import { readDraftSection } from "./read-draft-section";
import { saveDraft } from "./save-draft";
import { loadEvents } from "./store";
import { submitOrder } from "./submit-order";

const NOW = Date.parse("2026-11-21T02:00:00Z");
const MINUTE = 60_000;
const [unit, person] = APPLICANTS.filter(({ id }) => id === "fresh-unit" || id === "fresh-person");
if (unit === undefined || person === undefined) throw new Error("personas are missing");

let data: TestDatabase;
let owner: Actor;
let stranger: Actor;
let orderId: string;
let clocks: ReturnType<typeof setTestClocks>;

async function value<V>(result: Promise<{ ok: true; value: V } | { ok: false; error: unknown }>): Promise<V> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
const own = () => value(readOwnDraft(owner, orderId));
const entity = (change: Partial<EntitySection> = {}): EntitySection => ({ ...entityOf(unit), ...change });
const saveEntity = (actor: Actor, baseVersion: number, section: EntitySection) =>
  saveDraft(actor, { orderId, section: "entity", baseVersion, value: section });

async function saveLead(baseVersion: number) {
  const { application } = (await own()).draft;
  const id = application.entity.entityLead ?? "";
  const people: PeopleSection = {
    people: [personOf(id, unit?.lead ?? { name: "", idNo: "", phone: "" }, "lead@example.com")],
    legalRep: id,
    entityLead: id,
    serviceLeads: Object.fromEntries(application.services.map((service) => [service.id, id])),
  };
  return saveDraft(owner, { orderId, section: "people", baseVersion, value: people });
}

beforeEach(async () => {
  data = freshDatabase();
  clocks = setTestClocks(NOW);
  await seedPersonas();
  owner = await standIn("fresh-unit");
  stranger = await standIn("fresh-person");
  orderId = (await value(createOrder(owner, startOf(unit)))).orderId;
});
afterEach(() => data.dispose());

describe("starting an order", () => {
  it("derives the type, numbers the order by the day and fills in what was answered", async () => {
    const preview = await value(previewOrder(stranger, startOf(person)));
    expect(preview).toEqual({ kind: "type", type: "FIRST_FILING", recordNumber: null, filed: null });
    const { order, draft } = await own();
    expect(order.row.number).toBe("B2611210001");
    expect(order.snapshot).toMatchObject({
      state: "DRAFT",
      type: "FIRST_FILING",
      province: unit.account.province,
    });
    expect(draft.application.services).toMatchObject([{ kind: "WEBSITE", domain: unit.domains[0] }]);
  });

  it("keeps one open order an account, and tells which", async () => {
    expect(await value(previewOrder(owner, startOf(unit)))).toMatchObject({
      kind: "blocked",
      block: "OPEN_ORDER",
      orderId,
      silent: [],
    });
    expect(await createOrder(owner, startOf(unit))).toMatchObject({
      ok: false,
      error: { reason: "order.too-many-open" },
    });
    await value(abandonOrder(owner, { orderId }));
    expect((await createOrder(owner, startOf(unit))).ok).toBe(true);
  });

  it("names every wrong answer at once", async () => {
    const wrong = { ...startOf(person), province: "999999", certNo: "1", domain: "nothing" };
    expect(await previewOrder(stranger, wrong)).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: [{ path: "province" }, { path: "certNo" }, { path: "domain" }] },
    });
  });

  it("makes a person his own lead, with what he answered", async () => {
    const { orderId: id } = await value(createOrder(stranger, startOf(person)));
    const { application } = (await value(readOwnDraft(stranger, id))).draft;
    const save = { orderId: id, section: "entity", baseVersion: 1, value: entityOf(person) } as const;
    await value(saveDraft(stranger, save));
    const after = (await value(readOwnDraft(stranger, id))).draft.application;
    expect(after.people).toMatchObject([
      { id: application.entity.entityLead, name: person.account.realName },
    ]);
  });
});

describe("saving", () => {
  it("merges a stale save of a section nobody touched", async () => {
    expect(await value(saveEntity(owner, 1, entity()))).toEqual({ version: 2, savedAt: NOW });
    expect(await value(saveLead(1))).toMatchObject({ version: 3 });
    const { application } = (await own()).draft;
    expect(application.entity.name).toBe(unit.account.realName);
    expect(application.people[0]?.phone1).toBe(unit.lead.phone);
  });

  it("refuses a stale save of a section that moved: who, when, which fields, and no values", async () => {
    await value(saveEntity(owner, 1, entity()));
    const refused = await saveEntity(owner, 1, entity({ city: "Marker City" }));
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: "stale",
        params: { version: 2, at: NOW, by: "you" },
        fields: [{ path: "city", reason: "draft.differs" }],
      },
    });
    expect(JSON.stringify(refused)).not.toContain("Marker");
    const theirs = await value(readDraftSection(owner, { orderId, section: "entity" }));
    expect(theirs).toMatchObject({ version: 2, savedBy: "you", value: { city: entity().city } });
    expect(await value(saveEntity(owner, theirs.version, entity({ city: "Marker City" })))).toMatchObject({
      version: 3,
    });
  });

  it("answers a repeated save of the same values as saved", async () => {
    await value(saveEntity(owner, 1, entity()));
    expect(await value(saveEntity(owner, 1, entity()))).toEqual({ version: 2, savedAt: NOW });
  });

  it("normalises before it stores, and rewrites what search needs", async () => {
    await value(saveEntity(owner, 1, entity({ certNo: ` ${unit.account.idNo.toLowerCase()} ` })));
    await value(saveLead(2));
    expect((await own()).draft.application.entity.certNo).toBe(unit.account.idNo);
    const [row] = await read().select().from(t.orders).where(eq(t.orders.id, orderId));
    expect(row).toMatchObject({ unitName: unit.account.realName, headline: unit.domains[0] });
    const indexes = await read()
      .select()
      .from(t.orderBlindIndexes)
      .where(eq(t.orderBlindIndexes.orderId, orderId));
    expect(indexes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["phone", "id_no", "name", "lead_id_no"]),
    );
    expect(JSON.stringify(indexes)).not.toContain(unit.lead.phone);
  });

  it("writes one line of history per person and ten minutes", async () => {
    await value(saveEntity(owner, 1, entity()));
    await value(saveEntity(owner, 2, entity({ city: "A" })));
    clocks.business.advance(11 * MINUTE);
    await value(saveEntity(owner, 3, entity({ city: "B" })));
    expect((await loadEvents(read(), orderId)).map(({ type }) => type)).toEqual([
      "created",
      "saved",
      "saved",
    ]);
  });

  it("refuses what is not the shape of a section", async () => {
    const gone = { id: "svc_gone1", kind: "WEBSITE" } as const;
    const save = { orderId, section: "service:svc_gone1", baseVersion: 1, value: gone } as const;
    expect(await saveDraft(owner, save)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await saveEntity(owner, 1, entity({ name: "x".repeat(300) }))).toMatchObject({
      error: { code: "invalid" },
    });
  });

  it("is over once the order has ended", async () => {
    await value(abandonOrder(owner, { orderId }));
    expect(await saveEntity(owner, 1, entity())).toMatchObject({ error: { code: "wrong_state" } });
  });
});

describe("the list of services", () => {
  it("adds, copies without the domain, moves and removes", async () => {
    const add = { op: "add", kind: "WEBSITE" } as const;
    const { made } = await value(editServiceList(owner, { orderId, operation: add }));
    const first = (await own()).draft.application.services[0]?.id ?? "";
    const copy = await value(editServiceList(owner, { orderId, operation: { op: "duplicate", id: first } }));
    await value(editServiceList(owner, { orderId, operation: { op: "move", id: made ?? "", by: -1 } }));
    const { services } = (await own()).draft.application;
    expect(services.map(({ id }) => id)).toEqual([first, made, copy.made]);
    expect(services[2]).not.toHaveProperty("domain");
    await value(editServiceList(owner, { orderId, operation: { op: "remove", id: first } }));
    expect((await value(getServices(owner, { orderId }))).services.map(({ id }) => id)).toEqual([
      made,
      copy.made,
    ]);
  });

  it("stops at what one order may hold", async () => {
    const add = { orderId, operation: { op: "add", kind: "WEBSITE" } } as const;
    for (let count = 1; count < 10; count++) await value(editServiceList(owner, add));
    expect(await editServiceList(owner, add)).toMatchObject({
      error: { code: "invalid", reason: "draft.services-full", params: { limit: 10 } },
    });
  });
});

describe("the gate", () => {
  it("tells everything at once and keeps an unfinished order where it is", async () => {
    const check = await value(getCheck(owner, { orderId }));
    expect(check.blocking.length).toBeGreaterThan(5);
    const input = { orderId, version: check.version, declarations: DECLARED_IN_FORCE };
    expect(await submitOrder(owner, input)).toMatchObject({
      ok: false,
      error: { reason: "order.findings-open" },
    });
    expect((await own()).order.snapshot).toMatchObject({ state: "DRAFT", round: 0 });
    expect(await read().select().from(t.orderSubmissions)).toEqual([]);
  });

  it("judges only the draft the applicant has seen", async () => {
    await value(saveEntity(owner, 1, entity()));
    expect(await submitOrder(owner, { orderId, version: 1, declarations: DECLARED_IN_FORCE })).toMatchObject({
      error: { code: "stale", reason: "draft.moved" },
    });
  });

  it("takes no declaration in a wording that is not in force", async () => {
    const { version } = await value(getCheck(owner, { orderId }));
    const declarations = DECLARED_IN_FORCE.map((one) => ({ ...one, version: "2020-01" }));
    expect(await submitOrder(owner, { orderId, version, declarations })).toMatchObject({
      error: { code: "stale", reason: "declarations.moved" },
    });
  });

  it("masks personal numbers on the page that shows everything", async () => {
    await value(saveLead(1));
    const page = JSON.stringify(await value(getCheck(owner, { orderId })));
    expect(page).not.toContain(unit.lead.phone);
    expect(page).not.toContain(unit.lead.idNo);
  });
});

describe("the pages", () => {
  it("say what is missing, what is next, and give people's data to their own page only", async () => {
    const tasks = await value(getTaskList(owner, { orderId }));
    expect(tasks.tasks.map(({ id }) => id).slice(0, 2)).toEqual(["entity", "services"]);
    expect(tasks.tasks[0]?.missing).toContain("entity.city");
    expect((await value(getOverview(owner))).next).toMatchObject({
      key: "DRAFT",
      href: `/console/orders/${orderId}`,
    });
    await value(saveLead(1));
    const page = await value(getSection(owner, { orderId, section: "entity" }));
    expect(JSON.stringify(page)).not.toContain(unit.lead.phone);
    const people = await value(getSection(owner, { orderId, section: "people" }));
    expect(JSON.stringify(people)).toContain(unit.lead.phone);
  });
});

describe("somebody else", () => {
  it("gets the same answer as for no order, and changes nothing", async () => {
    const before = JSON.stringify([
      await loadEvents(read(), orderId),
      await read().select().from(t.orderDrafts),
    ]);
    for (const id of [orderId, randomUUID()]) {
      const tries = [
        getOrder(stranger, { orderId: id }),
        getTaskList(stranger, { orderId: id }),
        getCheck(stranger, { orderId: id }),
        getServices(stranger, { orderId: id }),
        getSection(stranger, { orderId: id, section: "entity" }),
        judgeSection(stranger, { orderId: id, section: "entity" }),
        readDraftSection(stranger, { orderId: id, section: "people" }),
        saveDraft(stranger, { orderId: id, section: "entity", baseVersion: 1, value: entity() }),
        editServiceList(stranger, { orderId: id, operation: { op: "add", kind: "WEBSITE" } }),
        submitOrder(stranger, { orderId: id, version: 1, declarations: DECLARED_IN_FORCE }),
        withdrawOrder(stranger, { orderId: id }),
        abandonOrder(stranger, { orderId: id }),
      ];
      for (const answer of await Promise.all(tries))
        expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
    expect((await value(listOrders(stranger))).orders).toEqual([]);
    const after = JSON.stringify([
      await loadEvents(read(), orderId),
      await read().select().from(t.orderDrafts),
    ]);
    expect(after).toBe(before);
  });
});
