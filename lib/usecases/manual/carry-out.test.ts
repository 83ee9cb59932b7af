import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { ok } from "@/lib/filing/shared/result";
import { getOrder } from "../orders/get-order";
import { readSubmitted } from "../review/submitted";
import { executeTicket } from "./carry-out";
import { submitManual } from "./submit-manual";
import { filled, type ManualWorld, manualWorld, proven, reviewer, viewOf } from "./testing";
import { getTicket } from "./tickets";

let at: ManualWorld;
beforeEach(async () => {
  at = await manualWorld();
});
afterEach(() => at.world.dispose());

const press = (requestId: string, lastService = false, version = 3, staff = at.staff) =>
  executeTicket(staff, { requestId, version, lastService });
const orders = () => read().select().from(t.orders);
const stateOf = async () => (await read().select().from(t.manualCancellations))[0]?.state;
const services = async () =>
  (await read().select().from(t.services)).toSorted((a, b) => a.number.localeCompare(b.number));
const refused = (reason: string, code = "wrong_state") => ({ ok: false, error: { code, reason } });
/** Nothing was written besides the refusal. */
const untouched = async () => {
  expect(await orders()).toEqual([]);
  expect(await stateOf()).toBe("PHONE_VERIFIED");
};

describe("staff carry a proven request out", () => {
  it("the organiser: an order without a code, on its way, told and linked both ways", async () => {
    const id = await proven(at);
    const before = await getTicket(at.staff, { requestId: id });
    expect(before).toMatchObject({
      value: { carryOut: { refusal: null, leavesShell: false, smsHours: 24 }, order: null },
    });
    if (!before.ok) throw new Error(before.error.code);
    // Masked: staff need to know which number, not to read it.
    for (const { phone } of before.value.carryOut?.codesTo ?? []) expect(phone).toContain("*");
    expect(before.value.carryOut?.codesTo).toHaveLength(1);
    const done = await press(id);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const { orderId } = done.value;
    expect(await orders()).toMatchObject([
      {
        ...{ id: orderId, type: "CANCEL_ENTITY", state: "READY_FOR_AUTHORITY" },
        ...{ accountId: at.applicant.accountId, createdBy: at.applicant.userId },
      },
    ]);
    expect(await stateOf()).toBe("EXECUTED");
    const events = await read().select().from(t.orderEvents);
    expect(events.map(({ event, userId, actorKind }) => ({ event, userId, actorKind }))).toMatchObject([
      { event: { type: "created" }, userId: at.staff.userId, actorKind: "reviewer" },
      { event: { type: "confirmed", by: "STAFF", requestId: id }, userId: at.staff.userId },
    ]);
    const topics = (await read().select().from(t.outbox)).map(({ topic }) => topic);
    expect(topics).toEqual(expect.arrayContaining(["gateway.submit", "manual.erase", "notify"]));
    expect(await read().select().from(t.notifications)).toMatchObject([
      { event: "cancel_confirmed", orderId, userId: at.applicant.userId },
    ]);
    const log = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "manual.executed"));
    expect(log).toMatchObject([{ actorId: at.staff.userId, object: id }]);
    const { number } = (await orders())[0] ?? {};
    expect(await getTicket(at.staff, { requestId: id })).toMatchObject({
      value: { state: "EXECUTED", carryOut: null, order: { id: orderId, number } },
    });
    expect((await viewOf(at)).requests[0]).toMatchObject({ state: "EXECUTED", order: { id: orderId } });
    expect(await getOrder(at.applicant, { orderId })).toMatchObject({ value: { byHandOf: at.entityId } });
    expect(await readSubmitted(at.staff, orderId)).toMatchObject({ ok: true });
    // The authority has not spoken yet.
    expect((await services()).every(({ endedAt }) => endedAt === null)).toBe(true);
  });

  it("services: those asked for, and no others", async () => {
    const [one, two] = await services();
    const id = await proven(at, { kind: "CANCEL_SERVICE", serviceIds: [one?.id ?? ""] });
    expect((await press(id)).ok).toBe(true);
    expect(await orders()).toMatchObject([{ type: "CANCEL_SERVICE" }]);
    expect(two?.endedAt).toBeNull();
  });

  it("the last services: not before it was read what is left", async () => {
    const all = (await services()).map(({ id }) => id);
    const id = await proven(at, { kind: "CANCEL_SERVICE", serviceIds: all });
    expect(await getTicket(at.staff, { requestId: id })).toMatchObject({
      value: { carryOut: { leavesShell: true, numbers: [expect.any(String), expect.any(String)] } },
    });
    expect(await press(id)).toMatchObject(refused("cancel.last-service", "invalid"));
    await untouched();
    expect((await press(id, true)).ok).toBe(true);
  });

  it("once: a second press and a colleague at the same time open no second order", async () => {
    const id = await proven(at);
    const zhao = await reviewer("zhao");
    const both = await Promise.all([press(id), press(id, false, 3, zhao)]);
    expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
    expect(both.find(({ ok: done }) => !done)).toMatchObject(refused("manual.over"));
    expect(await press(id, false, 4)).toMatchObject(refused("manual.over"));
    expect(await orders()).toHaveLength(1);
  });

  it("not from a page that is out of date, and then not half", async () => {
    const id = await proven(at);
    expect(await press(id, false, 2)).toMatchObject({ error: { code: "stale" } });
    await untouched();
  });
});

describe("it is refused", () => {
  it("before the person himself said yes", async () => {
    const id = await filled(at);
    expect(await press(id, false, 1)).toMatchObject({ error: { code: "not_found" } });
    await submitManual(at.applicant, { requestId: id, version: 1 });
    expect(await press(id, false, 2)).toMatchObject(refused("manual.not-verified"));
    expect(await orders()).toEqual([]);
  });

  it("while an order of the account is open, and says so before and after", async () => {
    const [one] = await services();
    const first = await proven(at, { kind: "CANCEL_SERVICE", serviceIds: [one?.id ?? ""] });
    expect((await press(first)).ok).toBe(true);
    const second = await proven(at);
    expect(await getTicket(at.staff, { requestId: second })).toMatchObject({
      value: { carryOut: { refusal: { reason: "cancel.open-order" } } },
    });
    expect(await press(second)).toMatchObject(refused("cancel.open-order"));
    expect(await orders()).toHaveLength(1);
  });

  it("of what has ended since", async () => {
    const [one] = await services();
    const id = await proven(at, { kind: "CANCEL_SERVICE", serviceIds: [one?.id ?? ""] });
    await withTransaction(async (tx) => {
      await tx
        .update(t.services)
        .set({ endedAt: 1 })
        .where(eq(t.services.id, one?.id ?? ""));
      return ok(null);
    });
    expect(await press(id)).toMatchObject(refused("cancel.ended"));
    await untouched();
  });

  it("of a filing that went to another account", async () => {
    const id = await proven(at);
    await withTransaction(async (tx) => {
      await tx.update(t.entities).set({ accountId: at.world.accounts[1] });
      return ok(null);
    });
    expect(await press(id)).toMatchObject(refused("manual.moved"));
    await untouched();
  });

  it("to its holder, to other roles, and to staff of the very account", async () => {
    const id = await proven(at);
    const forged = (roles: ManualWorld["staff"]["roles"]) =>
      press(id, false, 3, { ...at.staff, roles, userId: at.applicant.userId });
    expect(await press(id, false, 3, at.applicant)).toMatchObject({ error: { code: "forbidden" } });
    for (const role of ["applicant", "admin", "officer"] as const)
      expect(await forged([role])).toMatchObject({ error: { code: "forbidden" } });
    const own = { ...at.staff, accountIds: at.applicant.accountIds };
    expect(await press(id, false, 3, own)).toMatchObject(refused("order.own-account", "forbidden"));
    await untouched();
  });
});
