import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import { gateway } from "@/lib/authority";
import { DEFAULT_SETTINGS } from "@/lib/authority/sandbox/settings";
import { saveDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { abandonOrder, withdrawOrder } from "../orders/command-order";
import { getWorkbench } from "../review/get-workbench";
import { listCancellations } from "../review/list-cancellations";
import { listQueue } from "../review/list-queue";
import { eventTypes, HOUR, MINUTE, newWorld, orderNow, SITE, type World } from "../testing";
import { startCancellation } from "./start-cancellation";
import { begin, begun, type Filed, filedNow, fileTwo, filledIn, WHO } from "./testing";

let world: World;
let filed: Filed;
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
});
afterEach(() => world.dispose());

const entity = (): CancelTarget => ({ type: "CANCEL_ENTITY", entityId: filed.entityId, services: [] });
const service = (...at: readonly number[]): CancelTarget => ({
  type: "CANCEL_SERVICE",
  entityId: filed.entityId,
  services: at.map((index) => filed.services[index]?.id ?? ""),
});
const seed = () => world.seedOf(WHO);
const stateOf = async (orderId: string) => (await orderNow(orderId)).snapshot.state;
const approve = async () => {
  await approveAtDesk(await world.actor("officer"), seed().account.realName);
  await world.pass(MINUTE);
};
const living = async () =>
  (await read().select().from(t.services))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ number }) => number);
const refused = (reason: string) => ({ ok: false, error: { reason } });

describe("cancelling", () => {
  it("one service: confirmed, verified, struck off; the other stands, and its number is never used again", async () => {
    const orderId = await begun(world, service(1));
    expect((await orderNow(orderId)).snapshot).toMatchObject({
      ...{ type: "CANCEL_SERVICE", state: "READY_FOR_AUTHORITY", round: 1, province: "330000" },
    });
    await world.pass(MINUTE);
    expect(await stateOf(orderId)).toBe("SMS_PENDING");
    await verifyBySms(seed().second ?? seed().lead);
    await world.pass(MINUTE);
    expect(await stateOf(orderId)).toBe("AUTHORITY_REVIEW");
    await approve();
    const { snapshot } = await orderNow(orderId);
    expect(snapshot.state).toBe("CANCELLED");
    expect(snapshot.filing).toMatchObject({ entityNumber: filed.entityNumber });
    expect(await living()).toEqual([filed.services[0]?.number]);
    expect(await gateway().query({ number: filed.entityNumber })).toHaveLength(1);
    expect(await eventTypes(orderId)).toEqual([
      ...["created", "confirmed", "pushed", "sms_started", "sms_done", "sms_completed", "cancelled"],
    ]);
    const told = (await read().select().from(t.notifications)).filter((one) => one.orderId === orderId);
    expect(new Set(told.map(({ event }) => event))).toEqual(
      new Set(["cancel_confirmed", "submitted_to_authority", "cancel_done"]),
    );
    expect(await verifyAuditChain()).toMatchObject({ intact: true });
  });

  it("the organiser: nothing is left, nothing is served, and he may file again from the same account", async () => {
    const orderId = await begun(world, entity());
    await world.pass(MINUTE);
    await verifyBySms(seed().lead);
    await world.pass(MINUTE);
    await approve();
    expect(await stateOf(orderId)).toBe("CANCELLED");
    expect(await living()).toEqual([]);
    const [row] = await read().select().from(t.entities).where(eq(t.entities.id, filed.entityId));
    expect(row?.endedAt).not.toBeNull();
    expect(await gateway().query({ number: filed.entityNumber })).toEqual([]);
    const domain = seed().domains[0] ?? "";
    expect(await gateway().query({ domain })).toEqual([]);
    const again = await world.applicant(WHO, SITE);
    await again.start();
    const { row: order } = await orderNow(again.orderId);
    expect(order.type).toBe("FIRST_FILING");
    expect(await begin(world, entity()).catch((error: Error) => error.message)).toContain("cancel.ended");
  });

  it("lapses when nobody verifies within 24 hours, not a minute earlier, and the filing is as it was", async () => {
    const orderId = await begun(world, entity());
    await world.pass(0);
    await world.pass(MINUTE);
    const { deadline } = (await orderNow(orderId)).snapshot.sms ?? { deadline: 0 };
    // The authority's hours began when it sent its codes, before its notice came.
    await world.pass(deadline - MINUTE - world.clock.now() - 1);
    expect(await stateOf(orderId)).toBe("SMS_PENDING");
    await world.pass(2 * MINUTE);
    await world.pass(MINUTE);
    expect(await stateOf(orderId)).toBe("RETURNED");
    expect((await eventTypes(orderId)).at(-1)).toBe("returned");
    expect(await living()).toHaveLength(2);
    expect((await filedNow()).entityNumber).toBe(filed.entityNumber);
    // Another one may be tried at once, and the account is free for other orders, too.
    await world.pass(2 * HOUR);
    world.system.advance(2 * HOUR);
    expect(await begin(world, entity())).toMatchObject({ ok: true });
  });

  it("access: nobody is asked for a code, the filing stays, and it is not served here any more", async () => {
    const target: CancelTarget = { ...service(1), type: "CANCEL_ACCESS" };
    const orderId = await begun(world, target);
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    expect(await stateOf(orderId)).toBe("AUTHORITY_REVIEW");
    await approve();
    expect(await stateOf(orderId)).toBe("CANCELLED");
    expect(await eventTypes(orderId)).toEqual([
      ...["created", "confirmed", "pushed", "authority_accepted", "cancelled"],
    ]);
    expect(await living()).toHaveLength(2);
    expect(await gateway().query({ number: filed.entityNumber })).toHaveLength(2);
    const accesses = (await read().select().from(t.accesses)).filter(({ endedAt }) => endedAt === null);
    expect(accesses.map(({ serviceId }) => serviceId)).toEqual([filed.services[0]?.id]);
    await expect(begun(world, target)).rejects.toThrow("not-served-here");
  });

  it("access is void where the authority refuses the only one (V30 1025)", async () => {
    const saved = await saveDeskSettings(await world.actor("officer"), {
      ...DEFAULT_SETTINGS,
      onlyAccess: "refuse",
    });
    expect(saved).toMatchObject({ ok: true });
    const orderId = await begun(world, { ...service(1), type: "CANCEL_ACCESS" });
    await world.pass(MINUTE);
    const { snapshot } = await orderNow(orderId);
    expect(snapshot.state).toBe("RETURNED");
    expect((await read().select().from(t.accesses)).filter(({ endedAt }) => endedAt === null)).toHaveLength(
      2,
    );
  });

  it("is seen by staff, in a list and whole, and in no queue of what is to be reviewed", async () => {
    const orderId = await begun(world, service(1));
    const lin = await world.actor("reviewer-lin");
    expect(await listCancellations(lin)).toMatchObject({
      value: { view: "underway", off: true, rows: [{ id: orderId }], counts: { review: 0, underway: 1 } },
    });
    expect(await listQueue(lin, { view: "review" })).toMatchObject({ value: { rows: [] } });
    expect(await getWorkbench(lin, { orderId })).toMatchObject({ ok: true });
    expect(await listCancellations(await world.actor(WHO))).toMatchObject({ error: { code: "forbidden" } });
  });

  it("cannot be taken back", async () => {
    const orderId = await begun(world, service(0));
    const actor = await world.actor(WHO);
    expect(await abandonOrder(actor, { orderId })).toMatchObject(refused("order.irrevocable"));
    expect(await withdrawOrder(actor, { orderId })).toMatchObject(refused("order.irrevocable"));
    await world.pass(MINUTE);
    expect(await abandonOrder(actor, { orderId })).toMatchObject(refused("order.irrevocable"));
  });
});

describe("nobody cancels by mistake or by force", () => {
  it("needs the number as filed, in any writing of it, and the consequences confirmed", async () => {
    const input = await filledIn(world, entity());
    const actor = await world.actor(WHO);
    const { entityNumber } = filed;
    const wrong = { ...input, typed: [filed.services[0]?.number ?? ""] };
    expect(await startCancellation(actor, wrong)).toMatchObject({
      error: { fields: [{ path: "typed.0", reason: "cancel.number-differs" }] },
    });
    expect(await startCancellation(actor, { ...input, understood: false })).toMatchObject(
      refused("cancel.not-understood"),
    );
    const loose = {
      ...input,
      typed: [` ${entityNumber.replace("ICP", "icp").replace("号", "")} `],
    };
    expect(await startCancellation(actor, loose)).toMatchObject({ ok: true });
  });

  it("warns of the last service, by itself or as a set", async () => {
    expect(await begin(world, service(0, 1))).toMatchObject(refused("cancel.last-service"));
    world.system.advance(2 * HOUR);
    expect(await begin(world, service(0, 1), { lastService: true })).toMatchObject({ ok: true });
  });

  it("takes no code that was for something else, is wrong, spent, or came by a closed way", async () => {
    const actor = await world.actor(WHO);
    const one = await filledIn(world, service(1));
    expect(
      await startCancellation(actor, {
        ...one,
        ...service(0),
        typed: [filed.services[0]?.number ?? ""],
        codes: one.codes.map((code) => ({ ...code })),
      }),
    ).toMatchObject(refused("cancel.code-none"));
    const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    const bad = { ...one, codes: one.codes.map((code) => ({ ...code, code: other(code.code) })) };
    for (let n = 1; n < 5; n += 1)
      expect(await startCancellation(actor, bad)).toMatchObject(refused("cancel.code-wrong"));
    expect(await startCancellation(actor, bad)).toMatchObject(refused("cancel.code-spent"));
    expect(await startCancellation(actor, one)).toMatchObject(refused("cancel.code-none"));
    const mail = { ...(await filledIn(world, entity())) };
    const byMail = { ...mail, codes: mail.codes.map((code) => ({ ...code, channel: "EMAIL" as const })) };
    expect(await startCancellation(actor, byMail)).toMatchObject(refused("cancel.channel-closed"));
    expect(await living()).toHaveLength(2);
  });

  it("a service goes by e-mail, too; its code runs out", async () => {
    const input = await filledIn(world, service(1), "EMAIL");
    world.system.advance(15 * MINUTE);
    const actor = await world.actor(WHO);
    expect(await startCancellation(actor, input)).toMatchObject(refused("cancel.code-expired"));
    world.system.advance(2 * HOUR);
    const again = await startCancellation(actor, await filledIn(world, service(1), "EMAIL"));
    expect(again).toMatchObject({ ok: true });
  });

  it("is nobody else's, and names nothing of another record", async () => {
    const input = await filledIn(world, service(1));
    const stranger = await world.actor("filed");
    expect(await startCancellation(stranger, input)).toMatchObject({ error: { code: "not_found" } });
    const actor = await world.actor(WHO);
    const odd = { ...input, services: [...input.services, crypto.randomUUID()] };
    expect(await startCancellation(actor, odd)).toMatchObject({ error: { code: "not_found" } });
    const mixed = { ...input, type: "CANCEL_ENTITY" as const };
    expect(await startCancellation(actor, mixed)).toMatchObject({ error: { code: "not_found" } });
  });

  it("of two tabs one wins, and the other learns why; nothing begins while an order is open", async () => {
    const input = await filledIn(world, service(1));
    const actor = await world.actor(WHO);
    const both = await Promise.all([startCancellation(actor, input), startCancellation(actor, input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject(refused("cancel.open-order"));
    expect(await startCancellation(actor, input)).toMatchObject(refused("cancel.open-order"));
    const orders = (await read().select().from(t.orders)).filter(({ type }) => type === "CANCEL_SERVICE");
    expect(orders).toHaveLength(1);
  });
});
