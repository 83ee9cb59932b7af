import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { verifyAuditChain } from "@/lib/audit";
import { gateway } from "@/lib/authority";
import { sendInspection } from "@/lib/authority/sandbox/usecases/desk-register";
import { approveAtDesk } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import type { InspectionFailure } from "@/lib/filing/inspection/failures";
import type { OrderCancellation } from "@/lib/filing/inspection/form";
import { ok } from "@/lib/filing/shared/result";
import { setPolicy } from "../accounts/testing";
import { type Filed, fileTwo, WHO } from "../cancel/testing";
import { abandonOrder, withdrawOrder } from "../orders/command-order";
import { getOrder } from "../orders/get-order";
import { getCancellationDesk } from "../review/get-cancellation-desk";
import { eventTypes, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { getInspection } from "./get-inspection";
import { openInspection } from "./open-inspection";
import { orderCancellation } from "./order-cancellation";
import { inspectionNow, opened, storyOf, told } from "./testing";
import { answerInspection, extendInspection } from "./work-inspection";

let world: World;
let filed: Filed;
let staff: Actor;
/** What one of the staff found, another one orders. */
let colleague: Actor;
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
  staff = await world.actor("reviewer-lin");
  colleague = await world.actor("reviewer-zhao");
});
afterEach(() => world.dispose());

const one = () => filed.services[0]?.id ?? "";
const about = () => ({ entityId: filed.entityId, serviceId: one(), domain: null });
const begin = (failure: InspectionFailure = "CONTENT_MISMATCH", serviceId: string | null = one()) =>
  opened(staff, { entityId: filed.entityId, failure, serviceId, domain: null });
const order = async (inspectionId: string, over: Partial<OrderCancellation> = {}, who = colleague) =>
  orderCancellation(who, {
    ...{ inspectionId, version: (await inspectionNow(inspectionId)).version },
    ...{ type: "CANCEL_ACCESS", serviceId: one(), lastService: false },
    ...over,
  });
const toDeadline = async (id: string) => world.pass((await inspectionNow(id)).deadline - world.clock.now());
const refused = (reason: string, code = "wrong_state") => ({ ok: false, error: { code, reason } });
const orders = async () =>
  (await read().select().from(t.orders)).filter(({ type }) => type.startsWith("CANCEL_"));
const filedRows = async () => [
  await read().select().from(t.services),
  await read().select().from(t.accesses),
  await read().select().from(t.registryHistory),
];
const idOf = (answer: Awaited<ReturnType<typeof order>>): string => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.orderId;
};

describe("an ordered cancellation", () => {
  it("is refused a moment before the deadline, and nothing is touched", async () => {
    const id = await begin();
    const before = await filedRows();
    await world.pass((await inspectionNow(id)).deadline - world.clock.now() - 1);
    expect(await order(id)).toMatchObject(refused("inspection.before-deadline"));
    expect(await getInspection(staff, { inspectionId: id })).toMatchObject({
      value: {
        choices: [
          { type: "CANCEL_ACCESS", refusal: { reason: "inspection.before-deadline" } },
          { type: "CANCEL_SERVICE", refusal: { reason: "inspection.before-deadline" } },
        ],
      },
    });
    expect(await orders()).toEqual([]);
    expect(await filedRows()).toEqual(before);
    await world.pass(1);
    expect((await order(id)).ok).toBe(true);
    // The authority has not spoken yet.
    expect(await filedRows()).toEqual(before);
  });

  it("of access: no code, no way back for its holder; at the authority's word nothing is served any more", async () => {
    const id = await begin();
    await toDeadline(id);
    const orderId = idOf(await order(id));
    expect(await inspectionNow(id)).toMatchObject({ state: "ORDERED", orderId });
    const owner = await world.actor(WHO);
    for (const revoke of [abandonOrder, withdrawOrder])
      expect(await revoke(owner, { orderId })).toMatchObject({ error: { reason: "order.irrevocable" } });
    expect(await getOrder(owner, { orderId })).toMatchObject({
      value: { inspectionOf: { entityId: filed.entityId, inspectionId: id } },
    });
    // Staff find the way back, too.
    expect(await getCancellationDesk(await world.actor("reviewer-zhao"), { orderId })).toMatchObject({
      value: { confirmed: { by: "INSPECTION", inspectionId: id, requestId: null } },
    });
    const answer = { inspectionId: id, version: 2, answer: "x" };
    expect(await answerInspection(owner, answer)).toMatchObject({ ok: false });
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "AUTHORITY_REVIEW", ordered: true });
    const serving = await read().select().from(t.servingChanges);
    await approveAtDesk(await world.actor("officer"), world.seedOf(WHO).account.realName);
    await world.pass(MINUTE);
    expect(await eventTypes(orderId)).toEqual([
      ...["created", "confirmed", "pushed", "authority_accepted", "cancelled"],
    ]);
    expect(await inspectionNow(id)).toMatchObject({ state: "ENDED" });
    expect((await storyOf(id)).slice(-2)).toEqual(["staff ordered", "system ended"]);
    const living = (await read().select().from(t.accesses)).filter(({ endedAt }) => endedAt === null);
    expect(living.map(({ serviceId }) => serviceId)).toEqual([filed.services[1]?.id]);
    const now = await read().select().from(t.servingChanges);
    expect(now.length).toBeGreaterThan(serving.length);
    expect(await told()).toEqual(expect.arrayContaining(["inspection_failed", "inspection_ordered"]));
    const events = await read().select().from(t.orderEvents);
    expect(events.find(({ type, orderId: of }) => type === "confirmed" && of === orderId)).toMatchObject({
      ...{ actorKind: "reviewer", userId: colleague.userId },
      event: { by: "INSPECTION", inspectionId: id },
    });
    expect(await verifyAuditChain()).toMatchObject({ intact: true });
  });

  it("that nobody verifies comes back: the inspection is open again, and access may be ordered", async () => {
    const id = await begin("ORGANIZER_NAME", null);
    await toDeadline(id);
    const orderId = idOf(await order(id, { type: "CANCEL_ENTITY", serviceId: null }));
    await world.pass(MINUTE);
    await world.pass(25 * HOUR);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("RETURNED");
    expect(await inspectionNow(id)).toMatchObject({ state: "OPEN", orderId });
    const again = idOf(await order(id));
    expect(again).not.toBe(orderId);
    expect((await storyOf(id)).slice(-3)).toEqual(["staff ordered", "system returned", "staff ordered"]);
  });

  it("of one of two accesses of an organiser leaves the inspection open for the other", async () => {
    const id = await begin("ORGANIZER_NAME", null);
    await toDeadline(id);
    idOf(await order(id));
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    await approveAtDesk(await world.actor("officer"), world.seedOf(WHO).account.realName);
    await world.pass(MINUTE);
    expect(await inspectionNow(id)).toMatchObject({ state: "OPEN" });
  });

  it("is opened once: by two of the staff at the same time, and by the same press again", async () => {
    const id = await begin();
    await toDeadline(id);
    const supervisor = await world.actor("supervisor");
    const both = await Promise.all([order(id), order(id, {}, supervisor)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject(refused("inspection.ordered"));
    expect(await order(id)).toMatchObject(refused("inspection.ordered"));
    expect(await orders()).toHaveLength(1);
  });

  it("is only what the inspection is about, from a page that is not out of date, and by staff of others", async () => {
    const id = await begin();
    await toDeadline(id);
    const other = filed.services[1]?.id ?? "";
    const none = refused("inspection.not-orderable", "invalid");
    expect(await order(id, { serviceId: other })).toMatchObject(none);
    expect(await order(id, { type: "CANCEL_ENTITY", serviceId: null })).toMatchObject(none);
    expect(await order(id, { serviceId: crypto.randomUUID() })).toMatchObject(none);
    expect(await order(id, { version: 1 })).toMatchObject({ error: { code: "stale" } });
    expect(await order(id, {}, await world.actor(WHO))).toMatchObject({ error: { code: "forbidden" } });
    const own = { ...staff, accountIds: [(await world.actor(WHO)).accountId ?? ""] };
    expect(await order(id, {}, own)).toMatchObject(refused("order.own-account", "forbidden"));
    expect(await orders()).toEqual([]);
  });
});

describe("who opened it", () => {
  const whyOf = async (who: Actor, inspectionId: string) => {
    const view = await getInspection(who, { inspectionId });
    return view.ok ? view.value.choices.map(({ refusal }) => refusal?.reason ?? null) : view.error.code;
  };
  const letter = async (who: Actor) => {
    const made = await openInspection(who, {
      ...{ entityId: filed.entityId, failure: "CONTENT_MISMATCH", serviceId: one(), domain: null },
      ...{ letterUntil: "2026-12-20", letterNumber: "函1号", found: "来函" },
    });
    if (!made.ok) throw new Error(made.error.reason);
    return made.value.inspectionId;
  };

  it.each([
    ["a finding", (who: Actor) => opened(who, { ...about(), failure: "CONTENT_MISMATCH" })],
    ["a letter he typed", letter],
  ])(
    "does not order the cancellation on %s, be he supervisor or not; a colleague does",
    async (_of, open) => {
      const supervisor = await world.actor("supervisor");
      const id = await open(supervisor);
      await toDeadline(id);
      expect(await order(id, {}, supervisor)).toMatchObject(refused("inspection.own-finding"));
      expect(await whyOf(supervisor, id)).toEqual(["inspection.own-finding", "inspection.own-finding"]);
      expect(await orders()).toEqual([]);
      expect(await whyOf(staff, id)).toEqual([null, null]);
      expect((await order(id, {}, staff)).ok).toBe(true);
    },
  );

  it("orders it where the authority's notice came to stand behind it", async () => {
    const id = await begin();
    const said = await sendInspection(await world.actor("officer"), {
      ...{ number: filed.services[0]?.number ?? "", failure: "CONTENT_MISMATCH", domain: null, days: 1 },
    });
    expect(said.ok).toBe(true);
    await world.pass(MINUTE);
    await toDeadline(id);
    expect((await order(id, {}, staff)).ok).toBe(true);
  });
});

describe("what is said before it is ordered", () => {
  const choices = async (id: string) => {
    const view = await getInspection(colleague, { inspectionId: id });
    return view.ok ? view.value.choices : [];
  };
  it("no code goes to anybody for access, also where leads are asked before it is given up", async () => {
    await setPolicy("cancel.confirmBy.access", ["PHONE"]);
    const [access, service] = await choices(await begin());
    expect(access).toMatchObject({ type: "CANCEL_ACCESS", codesTo: [], passwordAsked: false });
    expect(service?.codesTo).toHaveLength(1);
  });
  it("that the authority asks for a password nobody here has", async () => {
    await setPolicy("cancel.filingPassword.service", "required");
    expect(await choices(await begin())).toMatchObject([{ passwordAsked: false }, { passwordAsked: true }]);
  });
  it("and that access is the only one does not stop the order, whatever the provider grants by itself", async () => {
    await setPolicy("cancel.onlyAccess", "refuse");
    const id = await begin();
    await toDeadline(id);
    expect((await order(id)).ok).toBe(true);
  });
});

describe("an order of the holder", () => {
  const another = async (state: "DRAFT" | "PROVIDER_REVIEW") => {
    const owner = await world.actor(WHO);
    const [row] = await read().select().from(t.orders);
    if (row === undefined) throw new Error("he has filed something");
    await withTransaction(async (tx) => {
      const snapshot = { ...row.snapshot, id: "order-x", state, filing: null };
      await tx.insert(t.orders).values({
        ...{ ...row, id: "order-x", number: "B-x", state, snapshot },
        ...{ accountId: owner.accountId ?? "", nextSweepAt: null },
      });
      return ok(null);
    });
  };

  it("that he never sends off does not hold up what the provider orders", async () => {
    const id = await begin();
    await toDeadline(id);
    await another("DRAFT");
    expect((await order(id)).ok).toBe(true);
  });

  it("that somebody has to judge first does", async () => {
    const id = await begin();
    await toDeadline(id);
    await another("PROVIDER_REVIEW");
    expect(await getInspection(colleague, { inspectionId: id })).toMatchObject({
      value: { choices: [{ refusal: { reason: "cancel.open-order" } }, {}] },
    });
    expect(await order(id)).toMatchObject(refused("cancel.open-order"));
  });
});

describe("the authority", () => {
  const say = async (over: object = {}) =>
    sendInspection(await world.actor("officer"), {
      ...{ number: filed.services[0]?.number ?? "", failure: "CONTENT_MISMATCH", domain: null, days: 5 },
      ...over,
    });

  it("opens one with its own deadline, which is not ours to move", async () => {
    expect((await say()).ok).toBe(true);
    await world.pass(MINUTE);
    const [row] = await read().select().from(t.inspections);
    expect(row).toMatchObject({ origin: "AUTHORITY", state: "OPEN", serviceId: one() });
    expect(row?.notice).toEqual(expect.any(Number));
    expect(row?.deadline).toBe(Date.parse("2026-11-29T00:00:00+08:00"));
    expect(await told()).toContain("inspection_failed");
    const more = { inspectionId: row?.id ?? "", version: 1, until: "2027-01-01", reason: "x" };
    expect(await extendInspection(staff, more)).toMatchObject(refused("inspection.authority-deadline"));
    const taken = (await read().select().from(t.auditLog)).filter(
      ({ action }) => action === "authority.notice-taken",
    );
    expect(taken).toMatchObject([{ data: { type: "inspection", filing: filed.services[0]?.number } }]);
  });

  it("says it of an organiser by whichever of his numbers, and of what it is heard twice there is one", async () => {
    const number = filed.entityNumber;
    for (const name of [number, filed.services[1]?.number]) {
      expect((await say({ failure: "ORGANIZER_NAME", number: name })).ok).toBe(true);
      await world.pass(MINUTE);
    }
    const rows = await read().select().from(t.inspections);
    expect(rows).toMatchObject([{ serviceId: null, failure: "ORGANIZER_NAME" }]);
    expect(await storyOf(rows[0]?.id ?? "")).toEqual(["authority opened", "authority notice"]);
  });

  it("stands behind what the provider has found already, with its own deadline from then on", async () => {
    const id = await begin();
    expect((await say({ days: 0 })).ok).toBe(true);
    await world.pass(MINUTE);
    expect(await inspectionNow(id)).toMatchObject({ origin: "AUTHORITY", version: 2 });
    await toDeadline(id);
    expect((await storyOf(id)).at(-1)).toBe("system overdue");
  });

  it("is not believed about what is not there: no such number, no such name, no such failure of it", async () => {
    expect(await say({ number: "沪ICP备2026000001号-1" })).toMatchObject({ error: { code: "not_found" } });
    expect(await say({ failure: "DNS_ELSEWHERE", domain: "nobody-has-this.cn" })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await say({ failure: "DNS_ELSEWHERE" })).toMatchObject(
      refused("inspection.wrong-place", "invalid"),
    );
    expect(
      await sendInspection(staff, {
        ...{ number: filed.entityNumber, failure: "ORGANIZER_NAME", domain: null, days: 1 },
      }),
    ).toMatchObject({ ok: false });
    await world.pass(MINUTE);
    expect(await read().select().from(t.inspections)).toEqual([]);
  });

  it("names a domain", async () => {
    const [domain = ""] = world.seedOf(WHO).domains;
    expect((await say({ failure: "DNS_ELSEWHERE", domain })).ok).toBe(true);
    await world.pass(MINUTE);
    expect(await read().select().from(t.inspections)).toMatchObject([{ domain, serviceId: one() }]);
    expect(await gateway().query({ domain })).toHaveLength(1);
    const [row] = await read().select().from(t.inspections);
    expect(await getInspection(staff, { inspectionId: row?.id ?? "" })).toMatchObject({
      value: { filed: [{ key: "service.domain", values: [domain] }, { key: "service.ips" }] },
    });
  });
});
