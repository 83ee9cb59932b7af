import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { setPolicy } from "../accounts/testing";
import { begun, type Filed, fileTwo, WHO } from "../cancel/testing";
import { getOrder } from "../orders/get-order";
import { audited, eventTypes, HOUR, MINUTE, newWorld, orderNow, seen, type World } from "../testing";
import { approveOrder } from "./approve-order";
import { claimOrder, releaseOrder } from "./claim-order";
import { passCancellation, returnCancellation } from "./decide-cancellation";
import { getCancellationDesk } from "./get-cancellation-desk";
import { listCancellations } from "./list-cancellations";
import { listQueue } from "./list-queue";
import { reassignOrder } from "./reassign-order";
import { recordCall } from "./record-call";
import { rejectOrder } from "./reject-order";

let world: World;
let filed: Filed;
let orderId: string;
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
});
afterEach(() => world.dispose());

const entity = (): CancelTarget => ({ type: "CANCEL_ENTITY", entityId: filed.entityId, services: [] });
const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");
const stateOf = async () => (await orderNow(orderId)).snapshot.state;
const desk = async (who = lin()) => {
  const found = await getCancellationDesk(await who, { orderId });
  if (!found.ok) throw new Error(found.error.reason ?? found.error.code);
  return found.value;
};
const call = async (outcome: "REACHED_OK" | "NO_ANSWER", note = "") =>
  recordCall(await lin(), {
    ...(await seen(orderId)),
    ...{ personId: (await desk()).people[0]?.personId ?? "", number: "phone1", outcome, note },
  });
const told = async () =>
  new Set(
    (await read().select().from(t.notifications).where(eq(t.notifications.orderId, orderId))).map(
      ({ event }) => event,
    ),
  );

describe("a cancellation that is put before a reviewer (cancel.review)", () => {
  beforeEach(async () => {
    await setPolicy("cancel.review", "entity");
    orderId = await begun(world, entity());
  });

  it("waits for one, in its own list and in no queue of filings, and its owner is told", async () => {
    await world.pass(HOUR);
    expect(await stateOf()).toBe("PROVIDER_REVIEW");
    expect(await told()).toEqual(new Set(["cancel_in_review"]));
    expect(await listQueue(await lin(), { view: "review" })).toMatchObject({ value: { rows: [] } });
    expect(await listCancellations(await lin())).toMatchObject({
      value: { view: "review", off: false, rows: [{ id: orderId, holder: null }] },
    });
    const view = await getOrder(await world.actor(WHO), { orderId });
    expect(view).toMatchObject({ value: { wait: { who: "reviewer" } } });
  });

  it("is put into other hands by a supervisor, who alone is told whose they may be", async () => {
    await claimOrder(await lin(), await seen(orderId));
    expect((await desk()).colleagues).toEqual([]);
    const supervisor = await world.actor("supervisor");
    const names = async () =>
      (await desk(Promise.resolve(supervisor))).colleagues.map(({ userId }) => userId);
    const [holder, other] = [(await lin()).userId, (await zhao()).userId];
    expect(await names()).toContain(other);
    expect(await names()).not.toContain(holder);
    expect(await reassignOrder(await lin(), { ...(await seen(orderId)), userId: other })).toMatchObject({
      ok: false,
    });
    const given = await reassignOrder(supervisor, { ...(await seen(orderId)), userId: other });
    expect(given).toMatchObject({ ok: true });
    expect((await desk(zhao())).claim).toMatchObject({ mine: true });
    expect(await names()).toContain(holder);
  });

  it("is claimed, its lead is called, and it goes on; numbers are whole to the holder only", async () => {
    expect((await desk()).whole).toBe(false);
    expect(await claimOrder(await lin(), await seen(orderId))).toMatchObject({ ok: true });
    const held = await desk();
    expect(held).toMatchObject({ whole: true, claim: { mine: true }, needsOverride: true });
    expect(held.people).toHaveLength(1);
    expect(held.can).toMatchObject({ approve: null, reject: null, phone: null });
    expect(held.confirmed).toMatchObject({ by: "PHONE", password: false, reviewed: true });
    expect(held.consequences).toMatchObject({ left: "nothing" });
    expect((await desk(zhao())).people[0]?.numbers[0]?.phone).toContain("*");
    const pass = async () => passCancellation(await lin(), { ...(await seen(orderId)), overrideReason: "" });
    expect(await pass()).toMatchObject({ error: { reason: "order.phone-missing" } });
    expect(await call("REACHED_OK", "wants it")).toMatchObject({ ok: true });
    expect((await desk()).calls).toMatchObject([
      { number: "phone1", outcome: "REACHED_OK", note: "wants it" },
    ]);
    expect(await pass()).toMatchObject({ ok: true });
    await world.pass(MINUTE);
    expect(await stateOf()).toBe("SMS_PENDING");
    expect(await eventTypes(orderId)).toEqual([
      ...["created", "confirmed", "claimed", "phoned", "approved_by_provider", "pushed", "sms_started"],
    ]);
    expect(await verifyAuditChain()).toMatchObject({ intact: true });
  });

  it("passes without a call only with a reason in words", async () => {
    await claimOrder(await lin(), await seen(orderId));
    await call("NO_ANSWER");
    const pass = async (overrideReason: string) =>
      passCancellation(await lin(), { ...(await seen(orderId)), overrideReason });
    expect(await pass("  ")).toMatchObject({ error: { reason: "order.phone-not-reached" } });
    expect(await pass("came to the counter")).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("READY_FOR_AUTHORITY");
  });

  it("is returned with a reason, what to do and words; void, and the filing as it was", async () => {
    await claimOrder(await lin(), await seen(orderId));
    const back = { code: "CANCEL_NOT_WANTED", words: "The lead knows nothing of it." } as const;
    const input = { ...(await seen(orderId)), ...back };
    expect(await returnCancellation(await zhao(), input)).toMatchObject({
      error: { reason: "order.claimed-by-other" },
    });
    expect(await returnCancellation(await lin(), input)).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("RETURNED");
    expect(await told()).toEqual(new Set(["cancel_in_review", "cancel_returned"]));
    const view = await getOrder(await world.actor(WHO), { orderId });
    expect(view).toMatchObject({
      value: { corrections: [{ items: [{ code: back.code, suggestion: back.words }] }] },
    });
    const living = (await read().select().from(t.services)).filter(({ endedAt }) => endedAt === null);
    expect(living).toHaveLength(2);
    expect((await desk()).can).toMatchObject({ phone: { reason: "order.is-returned" } });
  });

  it("comes back when a missed lead does not ask for the call in time; released when its holder sleeps", async () => {
    await claimOrder(await lin(), await seen(orderId));
    await call("NO_ANSWER");
    await world.pass(24 * HOUR - MINUTE);
    expect(await stateOf()).toBe("PROVIDER_REVIEW");
    await world.pass(2 * MINUTE);
    expect(await stateOf()).toBe("RETURNED");
    const [row] = await read().select().from(t.corrections).where(eq(t.corrections.orderId, orderId));
    expect(row).toMatchObject({ code: "CALLBACK_EXPIRED", stage: "S" });
  });

  it("is decided on its own page alone: the buttons of filings do not reach it", async () => {
    await claimOrder(await lin(), await seen(orderId));
    const fixed = { error: { reason: "order.cancellation-fixed" } };
    const here = await seen(orderId);
    expect(await approveOrder(await lin(), { ...here, overrideReason: "x" })).toMatchObject(fixed);
    const items = [{ code: "DOC_UNCLEAR", target: "order", suggestion: "" }];
    expect(await rejectOrder(await lin(), { ...here, items })).toMatchObject(fixed);
    expect(await releaseOrder(await lin(), here)).toMatchObject({ ok: true });
    expect((await desk()).can.approve).toMatchObject({ reason: "order.not-claimed" });
  });
});

describe("a cancellation nobody reviews", () => {
  beforeEach(async () => {
    orderId = await begun(world, {
      ...entity(),
      type: "CANCEL_SERVICE",
      services: [filed.services[1]?.id ?? ""],
    });
  });

  it("goes straight on, and a call about it may be noted all the same: it moves nothing", async () => {
    await world.pass(MINUTE);
    expect(await stateOf()).toBe("SMS_PENDING");
    expect((await desk()).whole).toBe(true);
    const looks = (await audited(orderId)).filter(({ action }) => action === "order.viewed");
    expect(looks).toMatchObject([{ data: { whole: true } }]);
    expect(await call("NO_ANSWER", "sounded odd")).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("SMS_PENDING");
    expect((await orderNow(orderId)).snapshot.callbacks).toEqual({});
    const { can, calls } = await desk();
    expect(calls).toMatchObject([{ outcome: "NO_ANSWER", note: "sounded odd" }]);
    expect(can).toMatchObject({ phone: null, approve: { code: "wrong_state" } });
  });

  it("is no applicant's to look at here, and an order that files something is none", async () => {
    expect(await getCancellationDesk(await world.actor(WHO), { orderId })).toMatchObject({
      error: { code: "forbidden" },
    });
    const [first] = (await read().select().from(t.orders)).filter(({ type }) => type === "FIRST_FILING");
    expect(await getCancellationDesk(await lin(), { orderId: first?.id ?? "" })).toMatchObject({
      error: { code: "not_found" },
    });
  });
});
