import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { verifyAuditChain } from "@/lib/audit";
import { listAuthoritySms } from "@/lib/authority/sandbox/mailbox";
import { verifySms } from "@/lib/authority/sandbox/usecases/verify-sms";
import { CLOCK_OVERRIDE, clock } from "@/lib/clock";
import { setTestClocks } from "@/lib/clock/testing";
import { replay } from "@/lib/filing/lifecycle/evolve";
import { checkApplication } from "@/lib/filing/rules";
import { loadRuleContext } from "@/lib/usecases/facts/load-facts";
import { listSlots } from "@/lib/usecases/materials/list-slots";
import { loadEvents, loadOrder, openDraft } from "@/lib/usecases/orders/store";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import { countQueue } from "@/lib/usecases/review/list-queue";
import { listPersonas } from "@/lib/usecases/sandbox/list-personas";
import { PERSONA_IDS } from "@/lib/usecases/sandbox/persona-ids";
import { runDueWork } from "@/lib/work/run";
import { EXTRAS } from "./extra-data";
import { seedSandbox } from "./index";
import { APPLICANTS } from "./persona-data";
import { standIn } from "./situations-staff";
import { expectDesks, expectQuiet, expectStates, orderOf } from "./testing";

const HOUR = 3_600_000;
let data: TestDatabase;

async function some(persona: string) {
  const row = await orderOf(persona);
  const order = row && (await loadOrder(read(), row.id));
  if (order === undefined) throw new Error(`${persona} has no order`);
  const draft = await openDraft(read(), order);
  if (!draft.ok) throw new Error("unreadable");
  return { ...order, draft: draft.value.application };
}

describe("situations", () => {
  beforeAll(async () => {
    data = freshDatabase();
    await seedSandbox();
  }, 90_000);
  afterAll(() => data.dispose());

  it("put the clock back", () => {
    expect((globalThis as { [CLOCK_OVERRIDE]?: unknown })[CLOCK_OVERRIDE]).toBeUndefined();
    expect(Math.abs(clock().now() - Date.now())).toBeLessThan(1_000);
  });

  it("bring every persona into its state", async () => {
    await expectStates();
  });

  it("are what their events say, in order and in the past", async () => {
    const now = clock().now();
    for (const row of await read().select().from(t.orders)) {
      const events = await loadEvents(read(), row.id);
      expect(replay(row.id, events), row.number).toEqual(row.snapshot);
      const times = events.map(({ at }) => at);
      expect(times, row.number).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(now);
    }
  });

  it("leave an audit that verifies, nothing overdue and nothing undelivered", async () => {
    expect(await verifyAuditChain()).toMatchObject({ intact: true });
    await expectQuiet();
    const orders = await read().select().from(t.orders);
    const effects = await read().select().from(t.outbox);
    expect(effects.filter(({ lastError }) => lastError !== null)).toEqual([]);
    // What is planned for the days before a deadline waits for them.
    const waiting = effects.filter(({ doneAt }) => doneAt === null).map(({ topic }) => topic);
    expect([...new Set(waiting)]).toEqual(["inspection.remind"]);
    const before = orders.map(({ id, version }) => [id, version]);
    expect(await runDueWork()).toMatchObject({ done: 0, failed: 0 });
    expect((await read().select().from(t.orders)).map(({ id, version }) => [id, version])).toEqual(before);
  });

  it("draft-half: organiser done, people half, one website partly, one document", async () => {
    const { draft, row } = await some("draft-half");
    expect(draft.entity).toMatchObject({ name: row.unitName, certLongTerm: true });
    expect(draft.people).toMatchObject([{ name: "罗青禾" }]);
    expect(draft.people[0]?.phone1).toBeUndefined();
    expect(draft.services[0]).toMatchObject({ domain: "qinghe-sample.cn" });
    expect(draft.services[0]?.remark).toBeUndefined();
    const slots = await listSlots(await standIn("draft-half"), { orderId: row.id });
    const filled = slots.ok ? slots.value.slots.filter(({ sides }) => sides.every((s) => s.filled)) : [];
    expect(filled.map(({ code }) => code)).toEqual(["ORG_CERT"]);
  });

  it("draft-app: an APP with a package, its key and server still to come", async () => {
    const { draft } = await some("draft-app");
    const [app] = draft.services;
    expect(app).toMatchObject({
      kind: "APP",
      domains: [{ domain: "lushan-sample.cn" }],
      packages: [{ platform: "ANDROID", packageName: "cn.lushan.helper" }],
    });
    expect(app?.kind === "APP" && app.packages?.[0]?.certFingerprint).toBeUndefined();
    expect(app?.resource).toBeUndefined();
  });

  it.each(["at-authority", "extra-lizhi"])("%s: a website and an APP on two platforms", async (id) => {
    const { draft } = await some(id);
    expect(draft.services).toMatchObject([
      { kind: "WEBSITE" },
      { kind: "APP", packages: [{ platform: "ANDROID" }, { platform: "IOS" }] },
    ]);
  });

  it("rejected-two: one field and one document, each in the reviewer's words", async () => {
    const { snapshot, row, draft } = await some("rejected-two");
    expect(snapshot.corrections.map(({ code, target }) => ({ code, target }))).toEqual([
      { code: "NAME_NOT_OK", target: `services[${draft.services[0]?.id}].name` },
      { code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]" },
    ]);
    const rows = await read().select().from(t.corrections).where(eq(t.corrections.orderId, row.id));
    expect(rows.every(({ suggestionEnc }) => suggestionEnc !== null)).toBe(true);
  });

  it("sms-waiting: two leads, more than 20 hours, and the codes in the mailbox work", async () => {
    const { snapshot, draft } = await some("sms-waiting");
    expect(snapshot.sms?.required).toHaveLength(2);
    expect(snapshot.sms?.done).toEqual([]);
    expect((snapshot.sms?.deadline ?? 0) - clock().now()).toBeGreaterThan(20 * HOUR);
    const [lead] = draft.people;
    const sms = (await listAuthoritySms()).find(({ to }) => to === lead?.phone1);
    const code = /\d{6}/.exec(sms?.body ?? "")?.[0] ?? "";
    const tried = { phone: lead?.phone1 ?? "", tail: lead?.idNo?.slice(-6) ?? "", code };
    expect(await verifySms(tried)).toEqual({ ok: true, value: "done" });
  });

  it("filed: two websites in the register, with the authority's numbers", async () => {
    const { snapshot, row } = await some("filed");
    const entities = await read().select().from(t.entities).where(eq(t.entities.orderId, row.id));
    expect(entities).toMatchObject([{ number: snapshot.filing?.entityNumber }]);
    const services = await read()
      .select({ number: t.services.number })
      .from(t.services)
      .where(eq(t.services.orderId, row.id));
    expect(services.map(({ number }) => number).sort()).toEqual(
      Object.values(snapshot.filing?.services ?? {}).sort(),
    );
    expect(services).toHaveLength(2);
  });

  it("fill the desks of what comes after an approval, old beside new", async () => {
    await expectDesks();
  });

  it("would pass the gate today: nothing blocks, no name rings a bell", async () => {
    for (const { id } of [...APPLICANTS, ...EXTRAS]) {
      const row = await orderOf(id);
      if (row === undefined || ["DRAFT", "APPROVED"].includes(row.state)) continue;
      const { draft, ...order } = await some(id);
      const findings = checkApplication(await loadRuleContext(order, draft));
      expect(
        findings
          // What a province says of everybody is no fault of this application.
          .filter(({ level, rule }) => level !== "info" && rule !== "province.note")
          .map(({ rule, path }) => `${rule} ${path}`),
        id,
      ).toEqual([]);
    }
  });

  it("fill the queue: every view but the reviewer's own has something", async () => {
    expect(await countQueue(await standIn("reviewer-lin"))).toMatchObject({
      unclaimed: 6,
      mine: 0,
      callbacks: 1,
      resubmitted: 1,
      review: 9,
      forwarded: 3,
      all: 17,
    });
    const held = (await orderOf("extra-lizhi"))?.id ?? "";
    const bench = await getWorkbench(await standIn("reviewer-zhao"), { orderId: held });
    expect(bench.ok && bench.value.claim).toEqual({ name: "赵恒", mine: true });
  });

  it("show only known personas", async () => {
    const personas = await listPersonas(null);
    expect(personas.ok && personas.value.map(({ id }) => id)).toEqual(PERSONA_IDS);
  });
});

describe("situations seeded at odd times", () => {
  it.each([
    ["a Wednesday morning, five days after Friday's rejection", "2026-11-25T10:16:00+08:00"],
    ["a Wednesday afternoon, five days after Friday's rejection", "2026-11-25T12:05:00+08:00"],
    ["the last day of a long holiday", "2026-10-08T00:05:00+08:00"],
    ["New Year's midnight, in years whose holidays are not published yet", "2029-01-01T00:00:00+08:00"],
  ])(
    "are the same on %s",
    async (_name, at) => {
      data = freshDatabase();
      try {
        setTestClocks(Date.parse(at));
        await seedSandbox();
        await expectStates();
        await expectQuiet();
        expect(clock().now()).toBe(Date.parse(at));
      } finally {
        data.dispose();
      }
    },
    90_000,
  );
});
