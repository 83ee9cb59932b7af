import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import { gateway } from "@/lib/authority";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { rejectOrder } from "./review/reject-order";
import {
  DAY,
  eventTypes,
  HOUR,
  MINUTE,
  newWorld,
  orderNow,
  SECOND_SITE,
  SITE,
  seen,
  type World,
} from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

it("an order lives from its first answer to the public register", async () => {
  const seed = world.seedOf("fresh-unit");
  const applicant = await world.inReview("fresh-unit", { ...SITE, name: "云样例" }, SECOND_SITE);
  const { orderId } = applicant;
  expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "PROVIDER_REVIEW", round: 1 });

  // The reviewer finds a field and a document.
  const lin = await world.reviewer("reviewer-lin");
  await world.pass(3 * HOUR);
  await lin.claim(orderId);
  await lin.reject(orderId, ({ services }) => [
    { code: "NAME_NOT_OK", target: `services[${services[0]?.id}].name`, suggestion: "写明内容" },
    { code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]", suggestion: "" },
  ]);
  expect((await orderNow(orderId)).snapshot.corrections).toHaveLength(2);

  // Both are mended; without saying so the order does not go.
  await world.pass(DAY);
  await applicant.fillWebsites((value) => ({
    ...value,
    name: value.name === "云样例" ? SITE.name : value.name,
  }));
  await applicant.upload(world.clock, ({ code }) => code === "ORG_CERT");
  await expect(applicant.submit()).rejects.toThrow("order.corrections-unanswered");
  await applicant.answerCorrections();
  await applicant.submit();
  expect((await orderNow(orderId)).snapshot).toMatchObject({
    state: "PROVIDER_REVIEW",
    round: 2,
    corrections: [],
  });
  const corrections = await read().select().from(t.corrections).where(eq(t.corrections.orderId, orderId));
  expect(
    corrections.every(({ resolvedAt, answerKind }) => resolvedAt !== null && answerKind === "fixed"),
  ).toBe(true);

  // Approved, it leaves ten minutes later, and both leads get their codes.
  await world.pass(HOUR);
  await lin.claim(orderId);
  await lin.call(world.clock, orderId, "REACHED_OK");
  await lin.approve(orderId);
  await world.pass(10 * MINUTE - 1);
  expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "READY_FOR_AUTHORITY", pushed: null });
  await world.pass(1);
  await world.pass(5_000);
  expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "SMS_PENDING", pushed: 1 });
  await verifyBySms(seed.lead);
  await world.pass(HOUR);
  expect((await orderNow(orderId)).snapshot.sms?.done).toHaveLength(1);
  await verifyBySms(seed.second ?? seed.lead);
  await world.pass(HOUR);
  expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");

  // The officer approves: numbers, register, notifications, the public query.
  await world.pass(7 * DAY);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  const { snapshot, row } = await orderNow(orderId);
  expect(snapshot.state).toBe("APPROVED");
  const entityNumber = snapshot.filing?.entityNumber ?? "";
  expect(parseFilingNumber(entityNumber)).not.toBeNull();
  const [entity] = await read().select().from(t.entities);
  expect(entity).toMatchObject({
    number: entityNumber,
    accountId: row.accountId,
    unitName: seed.account.realName,
  });
  const services = await read()
    .select()
    .from(t.services)
    .where(eq(t.services.entityId, entity?.id ?? ""));
  expect(services.map(({ number }) => number)).toEqual([`${entityNumber}-1`, `${entityNumber}-2`]);
  expect(services.map(({ name }) => name)).toEqual([SITE.name, SECOND_SITE.name]);
  const domains = await read().select({ domain: t.serviceDomains.domain }).from(t.serviceDomains);
  expect(domains.map(({ domain }) => domain).sort()).toEqual([...seed.domains].slice(0, 2).sort());
  expect(await read().select().from(t.accesses)).toHaveLength(2);
  const found = await queryPublic({ by: "domain", text: seed.domains[1] ?? "" });
  expect(found.ok && found.value).toMatchObject([
    { serviceNumber: `${entityNumber}-2`, organiser: seed.account.realName },
  ]);
  expect(await gateway().query({ number: entityNumber })).toHaveLength(2);

  const types = (await eventTypes(orderId)).filter((type) => type !== "saved");
  expect(types).toEqual([
    ...["created", "submitted", "claimed", "rejected", "submitted", "claimed", "phoned", "phoned"],
    ...["approved_by_provider", "pushed", "sms_started", "sms_done", "sms_done", "sms_completed"],
    "authority_approved",
  ]);
  const told = await read().select({ event: t.notifications.event }).from(t.notifications);
  expect(told.length).toBeGreaterThanOrEqual(4);
  expect(await verifyAuditChain()).toMatchObject({ intact: true });
  const undelivered = (await read().select().from(t.outbox)).filter(({ doneAt }) => doneAt === null);
  expect(undelivered).toEqual([]);
});

it("a second order of a filed organiser adds a service to the same entity", async () => {
  const seed = world.seedOf("filed");
  const walk = async (who: typeof seed, site: typeof SITE) => {
    const applicant = await world.approved(who, site);
    await world.pass(11 * MINUTE);
    await verifyBySms(seed.lead);
    await world.pass(HOUR);
    await approveAtDesk(await world.actor("officer"), seed.account.realName);
    await world.pass(5_000);
    return orderNow(applicant.orderId);
  };
  const first = await walk(seed, SITE);
  const again = await world.applicant(seed, SECOND_SITE);
  await expect(again.start()).rejects.toThrow("NOTHING_TO_ADD");

  const second = await walk({ ...seed, domains: seed.domains.slice(1) }, SECOND_SITE);
  expect(second.snapshot).toMatchObject({ state: "APPROVED", type: "NEW_SERVICE_LOCAL" });
  const number = first.snapshot.filing?.entityNumber;
  expect(second.snapshot.filing?.entityNumber).toBe(number);
  expect(await read().select().from(t.entities)).toHaveLength(1);
  const services = await read().select({ number: t.services.number }).from(t.services);
  expect(services.map((service) => service.number)).toEqual([`${number}-1`, `${number}-2`]);
});

it("somebody else's order in hand cannot be decided on with an old page", async () => {
  const { orderId } = await world.inReview("fresh-unit");
  const page = await seen(orderId);
  await (await world.reviewer("reviewer-lin")).claim(orderId);
  const items = [{ code: "OTHER", target: "order", suggestion: "" }];
  const zhao = await world.actor("reviewer-zhao");
  expect(await rejectOrder(zhao, { ...page, items })).toMatchObject({ error: { code: "stale" } });
  const now = await seen(orderId);
  expect(await rejectOrder(zhao, { ...now, items })).toMatchObject({
    error: { code: "wrong_state", reason: "order.claimed-by-other" },
  });
});
