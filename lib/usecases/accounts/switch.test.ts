import { afterEach, beforeEach, expect, it } from "vitest";
import { sessionOf } from "@/lib/auth/testing";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import { listNotifications } from "../notifications/list-notifications";
import { markNotificationsRead } from "../notifications/read-notifications";
import { getOrder } from "../orders/get-order";
import { getOverview } from "../orders/get-overview";
import { listFilings } from "../orders/list-filings";
import { listOrders } from "../orders/list-orders";
import { HOUR, MINUTE, newWorld, SITE, type World } from "../testing";
import { acceptAsUser } from "./accept-invitation";
import { describeActor } from "./describe-actor";
import { inviteMember } from "./invite-member";
import { otherAccountOf } from "./other-account";
import { resolveSession } from "./resolve-session";
import { switchAccount } from "./switch-account";
import { tokenTo } from "./testing";

let world: World;
let sid: string;
let own: string;
let theirs: string;
beforeEach(async () => {
  world = await newWorld();
  sid = await sessionOf("fresh-unit");
});
afterEach(() => world.dispose());

/** From now on he belongs to two accounts. */
async function join() {
  const owner = await world.actor("filed");
  await inviteMember(owner, { email: "fresh-unit@sandbox.invalid" }, "zh-CN");
  const me = await now();
  await acceptAsUser(me, { token: await tokenTo("fresh-unit@sandbox.invalid") });
  [own, theirs] = [me.accountId ?? "", owner.accountId ?? ""];
}

async function now(): Promise<Actor> {
  const actor = await resolveSession(sid);
  if (actor === null) throw new Error("nobody");
  return actor;
}
const workFor = async (accountId: string) => switchAccount(await now(), { accountId });
async function value<V>(result: Promise<{ ok: true; value: V } | { ok: false; error: unknown }>): Promise<V> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** An order of his own in review, and a filing of the other account. */
async function both() {
  const mine = await world.inReview("fresh-unit");
  // Messages go to who belongs to the account then.
  await join();
  const seed = world.seedOf("filed");
  const other = await world.approved(seed, SITE);
  await world.pass(11 * MINUTE);
  await verifyBySms(seed.lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  return { mine: mine.orderId, other: other.orderId };
}

const all = { show: "all" } as const;

it("lists show the orders, filings and messages of the account one works for, and of no other", async () => {
  const { mine, other } = await both();
  const seen = async () => {
    const actor = await now();
    const list = await value(listNotifications(actor, all));
    const overview = await value(getOverview(actor));
    return {
      orders: (await value(listOrders(actor))).orders.map(({ id }) => id),
      mayStart: (await value(listOrders(actor))).mayStart,
      open: overview.open?.order.id ?? null,
      filings: (await value(listFilings(actor))).length,
      about: [...new Set(list.items.map(({ orderId }) => orderId))],
      counted: [list.total === list.items.length, list.unread === (await describeActor(actor)).unread],
    };
  };
  await workFor(own);
  expect(await seen()).toEqual({
    ...{ orders: [mine], mayStart: false, open: mine, filings: 0, about: [mine] },
    counted: [true, true],
  });
  await workFor(theirs);
  expect(await seen()).toEqual({
    ...{ orders: [other], mayStart: true, open: null, filings: 1, about: [other] },
    counted: [true, true],
  });
});

it("marking all as read leaves the other account's messages unread", async () => {
  await both();
  await workFor(own);
  await value(markNotificationsRead(await now()));
  expect((await describeActor(await now())).unread).toBe(0);
  await workFor(theirs);
  expect((await describeActor(await now())).unread).toBeGreaterThan(0);
});

it("an order of the other account opens, and is told to be another's", async () => {
  const { orderId } = await world.inReview("fresh-unit");
  await join();
  await workFor(own);
  expect(await otherAccountOf(await now(), orderId)).toBeNull();
  await workFor(theirs);
  expect(await getOrder(await now(), { orderId })).toMatchObject({ ok: true });
  const { realName } = world.seedOf("fresh-unit").account;
  expect(await otherAccountOf(await now(), orderId)).toEqual({
    accountId: own,
    name: realName,
    now: world.seedOf("filed").account.realName,
  });
  expect(await otherAccountOf(await world.actor("filed"), orderId)).toBeNull();
});
