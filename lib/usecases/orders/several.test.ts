import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import { startOf } from "@/lib/boot/seed/situations-documents";
import type { Actor } from "@/lib/filing/access";
import { setPolicy } from "../accounts/testing";
import { resourceFacts } from "../facts/outside";
import { Sources } from "../facts/sources";
import { newWorld, SECOND_SITE, SITE, type World } from "../testing";
import { createOrder } from "./create-order";
import { getOrder } from "./get-order";
import { getStart } from "./get-start";
import { listOrders } from "./list-orders";
import { readOwnDraft } from "./own-draft";

const WHO = "fresh-unit";
let world: World;
let actor: Actor;
beforeEach(async () => {
  world = await newWorld();
  actor = await world.actor(WHO);
});
afterEach(() => world.dispose());

/** Somebody at his second order, of another domain than the first. */
async function another() {
  const seed = world.seedOf(WHO);
  return world.applicant({ ...seed, domains: seed.domains.slice(1) }, SECOND_SITE);
}
const inTheWay = async () => {
  const start = await getStart(actor);
  return start.ok ? start.value.openOrderId : undefined;
};
const mayStart = async () => {
  const list = await listOrders(actor);
  return list.ok && list.value.mayStart;
};
const startAnother = async (orderId: string) => {
  const view = await getOrder(actor, { orderId });
  return view.ok && view.value.possibilities.find(({ id }) => id === "start_another")?.allowed;
};

it("begins another order as long as the provider allows one more, and says which is in the way after", async () => {
  const first = await world.inReview(WHO, SITE);
  expect([await inTheWay(), await mayStart(), await startAnother(first.orderId)]).toEqual([
    ...[first.orderId, false, false],
  ]);
  await setPolicy("openOrdersPerAccount", 2);
  expect([await inTheWay(), await mayStart(), await startAnother(first.orderId)]).toEqual([null, true, true]);
  const second = await another();
  await second.start();
  expect([await inTheWay(), await mayStart(), await startAnother(second.orderId)]).toEqual([
    ...[first.orderId, false, false],
  ]);
  expect(await createOrder(actor, startOf(second.seed))).toMatchObject({
    error: { reason: "order.too-many-open", params: { limit: 2 } },
  });
});

it("counts the places of orders that were handed in before: whoever was first keeps his", async () => {
  await setPolicy("openOrdersPerAccount", 2);
  const first = await world.inReview(WHO, SITE);
  const second = await another();
  await second.start();
  await second.fillPeople();
  await second.fillWebsites();
  const used = async (orderId: string) => {
    const own = await readOwnDraft(actor, orderId);
    if (!own.ok) throw new Error(own.error.code);
    const who = { accountId: actor.accountId ?? "", orderId, atAuthority: false };
    const facts = await resourceFacts(read(), who, own.value.draft.application, new Sources());
    return Object.values(facts ?? {}).map((fact) => fact.used);
  };
  expect([await used(first.orderId), await used(second.orderId)]).toEqual([[0], [1]]);
  await second.upload(world.clock);
  await second.submit();
  expect([await used(first.orderId), await used(second.orderId)]).toEqual([[0], [1]]);
});

it("of two handed in at the same moment one is judged anew, with the other's place", async () => {
  await setPolicy("openOrdersPerAccount", 2);
  const first = await world.applicant(world.seedOf(WHO), SITE);
  const second = await another();
  for (const one of [first, second]) {
    await one.start();
    await one.fillPeople();
    await one.fillWebsites();
    await one.upload(world.clock);
  }
  const told = await Promise.allSettled([first.submit(), second.submit()]);
  const refused = told.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(refused).toEqual([expect.stringContaining("order.places-moved")]);
  await (told[0].status === "rejected" ? first : second).submit();
});
