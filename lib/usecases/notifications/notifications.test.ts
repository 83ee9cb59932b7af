import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { LOCALES } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { NOTIFICATION_GROUPS } from "@/lib/notify/groups";
import { enqueue } from "@/lib/work/outbox";
import { runDueWork } from "@/lib/work/run";
import { TOPICS, type Topic } from "@/lib/work/types";
import { readMessages } from "../sandbox/message-store";
import { setOutage } from "../sandbox/outage";
import { DAY, newWorld, orderNow, type World } from "../testing";
import { downloadCalendar, subscribedCalendar } from "./calendar";
import { endFeed, getFeed, renewFeed } from "./feed";
import { type DeliveryKind, listDeliveries } from "./list-deliveries";
import { listNotifications } from "./list-notifications";
import { getPreferences, savePreferences } from "./preferences";
import { markNotificationRead, markNotificationsRead } from "./read-notifications";
import { retryDelivery } from "./retry-delivery";

let world: World;
let owner: Actor;
beforeEach(async () => {
  world = await newWorld();
  owner = await world.actor("fresh-unit");
});
afterEach(() => world.dispose());

const value = <V>(result: { ok: true; value: V } | { ok: false; error: unknown }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const list = async (actor: Actor, filter: Partial<Parameters<typeof listNotifications>[1]> = {}) =>
  value(await listNotifications(actor, { show: "all", ...filter }));
const sent = async (channel: "mail" | "sms") =>
  (await readMessages(100)).filter((message) => message.channel === channel && message.sender !== "12381");
const rejected = async () => {
  const applicant = await world.inReview("fresh-unit");
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(applicant.orderId);
  await lin.reject(applicant.orderId, () => [{ code: "NAME_NOT_OK", target: "order", suggestion: "" }]);
  await runDueWork();
  return applicant.orderId;
};

describe("the list", () => {
  it("is counted, filtered, read one by one and all at once, by its owner only", async () => {
    await rejected();
    const all = await list(owner);
    expect(all).toMatchObject({ unread: 2, total: 2, older: null });
    expect(all.items.map(({ event }) => event)).toEqual(["provider_rejected", "order_submitted"]);
    expect((await list(owner, { group: "action" })).items).toHaveLength(1);
    expect((await list(owner, { group: "result" })).items).toEqual([]);
    const notificationId = all.items[0]?.id ?? "";
    const stranger = await world.actor("filed");
    expect(await markNotificationRead(stranger, { notificationId })).toMatchObject({
      error: { code: "not_found" },
    });
    await markNotificationRead(owner, { notificationId });
    expect((await list(owner, { show: "unread" })).items.map(({ event }) => event)).toEqual([
      "order_submitted",
    ]);
    expect((await list(owner, { before: notificationId })).items).toHaveLength(1);
    expect(value(await markNotificationsRead(owner))).toEqual({ marked: 1 });
    expect((await list(owner)).unread).toBe(0);
    expect(await list(stranger)).toMatchObject({ total: 0, items: [] });
  });
});

describe("preferences", () => {
  it("change what arrives, on each way for itself; the console keeps everything", async () => {
    const off = { group: "progress", channel: "mail", on: false } as const;
    value(await savePreferences(owner, { choices: [off, { group: "action", channel: "sms", on: false }] }));
    await rejected();
    expect((await list(owner)).total).toBe(2);
    expect((await sent("mail")).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("备案订单需要修改"),
    ]);
    expect(await sent("sms")).toEqual([]);
    value(await savePreferences(owner, { choices: [{ ...off, on: true }] }));
    const view = value(await getPreferences(owner));
    expect(view.groups.map(({ group }) => group)).toEqual(NOTIFICATION_GROUPS);
    const choices = Object.fromEntries(view.groups.map(({ group, choices: of }) => [group, of]));
    expect(choices.progress?.mail).toEqual({ on: true, state: "free" });
    expect(choices.action).toEqual({
      mail: { on: true, state: "fixed" },
      sms: { on: false, state: "free" },
    });
    expect(choices.ending?.sms.state).toBe("absent");
  });

  it("cannot turn off what would cost somebody an order, nor half of a wish", async () => {
    const choices = [
      { group: "progress", channel: "mail", on: false },
      { group: "action", channel: "mail", on: false },
    ] as const;
    expect(await savePreferences(owner, { choices: [...choices] })).toMatchObject({
      error: { code: "invalid", reason: "notification.fixed" },
    });
    expect(await read().select().from(t.notificationPreferences)).toEqual([]);
  });

  it("leave the account's phone to its owner", async () => {
    await withTransaction(async (tx) => {
      await tx
        .update(t.accountMembers)
        .set({ role: "member" })
        .where(eq(t.accountMembers.userId, owner.userId));
    });
    const sms = { group: "action", channel: "sms", on: false } as const;
    expect(await savePreferences(owner, { choices: [sms] })).toMatchObject({ error: { code: "invalid" } });
    const [action] = value(await getPreferences(owner)).groups;
    expect(action?.choices.sms.state).toBe("owner");
  });
});

describe("an outage", () => {
  it("loses nothing: it is said with the next try, then everything arrives once", async () => {
    await setOutage("mail_down");
    await rejected();
    expect(await sent("mail")).toEqual([]);
    const [newest] = (await list(owner)).items;
    expect(newest?.undelivered).toEqual([{ channel: "mail", nextAt: world.clock.now() + 2_000 }]);
    const supervisor = await world.actor("supervisor");
    expect(value(await listDeliveries(supervisor, { view: "trying" }))).toMatchObject({
      counts: { given: 0, trying: 2 },
      rows: [{ event: "provider_rejected", way: "mail", cause: "unreachable", tries: 1 }, {}],
    });
    await world.pass(DAY);
    expect(await sent("mail")).toEqual([]);
    await setOutage("none");
    await world.pass(600_000);
    expect(await sent("mail")).toHaveLength(2);
    expect((await list(owner)).items.flatMap(({ undelivered }) => undelivered)).toEqual([]);
    await world.pass(DAY);
    expect(await sent("mail")).toHaveLength(2);
  });

  it("of the gateway holds no mail up", async () => {
    await setOutage("sms_down");
    await rejected();
    expect(await sent("mail")).toHaveLength(2);
    expect((await list(owner)).items[0]?.undelivered).toMatchObject([{ channel: "sms" }]);
  });
});

describe("every kind of delivery has a name of its own", () => {
  const topics: readonly (readonly [Topic, unknown, DeliveryKind, string])[] = [
    ["notify", { event: "expired", channel: "mail" }, "notify", "mail"],
    ["gateway.submit", {}, "gateway_submit", "system"],
    ["gateway.notice", {}, "gateway_notice", "system"],
    ["callback.link", {}, "callback_link", "lead"],
    ["materials.tidy", {}, "materials_tidy", "system"],
    ["manual.erase", {}, "manual_erase", "system"],
    ["order.erase", {}, "order_erase", "system"],
    ["migration.lapse", {}, "migration_lapse", "system"],
    ["inspection.remind", {}, "inspection_remind", "system"],
    ["webhook.event", {}, "webhook_event", "system"],
    ["account.message", { kind: "link", linkId: "x" }, "account_link", "mail"],
    ["account.message", { kind: "lead-code", proofId: "x" }, "lead_code", "sms"],
    ["account.message", { kind: "migration-code", codeId: "x" }, "migration_code", "sms"],
    ["account.message", { kind: "code", changeId: "x", end: "new" }, "account_code", "sms"],
    ["account.message", { kind: "notice", notice: "password", userId: "x" }, "account_notice", "mail"],
  ];

  it.each(topics)("%s %j: %s, %s", async (topic, payload, kind, way) => {
    await withTransaction(async (tx) => {
      await enqueue(tx, { topic, key: "one", payload });
      await tx.update(t.outbox).set({ failedAt: 1, lastError: "http_400" });
    });
    const { rows } = value(await listDeliveries(await world.actor("supervisor"), { view: "given" }));
    expect(rows).toMatchObject([{ kind, way }]);
    for (const locale of LOCALES)
      expect(translator(locale).has(`notifications.deliveries.kind.${kind}`), locale).toBe(true);
  });

  it("and none is forgotten; one nobody knows any more is another message", async () => {
    expect(new Set(topics.map(([topic]) => topic))).toEqual(new Set(TOPICS));
    await withTransaction(async (tx) => {
      await enqueue(tx, { topic: "order.erase", key: "one", payload: {} });
      await tx.update(t.outbox).set({ topic: "gone.topic", failedAt: 1 });
    });
    const { rows } = value(await listDeliveries(await world.actor("supervisor"), { view: "given" }));
    expect(rows).toMatchObject([{ kind: "other", way: "system", event: null }]);
  });
});

describe("what is refused for good", () => {
  it("waits for staff, who sees no receiver, and goes when staff says so", async () => {
    await setOutage("sms_refused");
    const orderId = await rejected();
    await world.pass(DAY);
    expect((await list(owner)).items.find(({ event }) => event === "provider_rejected")?.undelivered).toEqual(
      [{ channel: "sms", nextAt: null }],
    );
    const supervisor = await world.actor("supervisor");
    const given = async (actor: Actor) => value(await listDeliveries(actor, { view: "given" }));
    const [row] = (await given(supervisor)).rows;
    expect(row).toMatchObject({
      event: "provider_rejected",
      way: "sms",
      cause: "receiver",
      tries: 1,
      nextAt: null,
    });
    expect(row?.order?.id).toBe(orderId);
    expect(JSON.stringify(row)).not.toMatch(/\b1[3-9]\d{9}\b/);
    const [seenByAdmin] = (await given(await world.actor("admin"))).rows;
    expect(seenByAdmin).toMatchObject({ id: row?.id, order: null });
    const deliveryId = row?.id ?? "";
    // Still refused: it comes back to the list; then it goes, and is no longer anybody's to retry.
    value(await retryDelivery(supervisor, { deliveryId }));
    await runDueWork();
    expect((await given(supervisor)).rows).toMatchObject([{ id: deliveryId, tries: 2 }]);
    await setOutage("none");
    value(await retryDelivery(supervisor, { deliveryId }));
    await runDueWork();
    expect((await given(supervisor)).rows).toEqual([]);
    expect(await sent("sms")).toHaveLength(1);
    expect(await retryDelivery(supervisor, { deliveryId })).toMatchObject({ error: { code: "not_found" } });
    const audits = await read().select().from(t.auditLog).where(eq(t.auditLog.object, deliveryId));
    expect(audits.map(({ action }) => action)).toEqual(["delivery.retried", "delivery.retried"]);
  });
});

describe("reminders", () => {
  it("come on days 5, 10 and 15 of an untouched return, by mail, text message and in the console", async () => {
    await rejected();
    const before = (await sent("mail")).length;
    const reminders = async () =>
      (await list(owner, { group: "reminder" })).items.map(({ params }) => params.day);
    await world.pass(5 * DAY - 1);
    expect(await reminders()).toEqual([]);
    await world.pass(1);
    // The sweep runs every half minute.
    await world.pass(30_000);
    expect(await reminders()).toEqual([5]);
    await world.pass(5 * DAY);
    await world.pass(5 * DAY);
    expect(await reminders()).toEqual([15, 10, 5]);
    await world.pass(20 * DAY);
    expect(await reminders()).toHaveLength(3);
    expect((await sent("mail")).length - before).toBe(3);
    expect((await sent("sms")).filter(({ body }) => body.includes("天没有操作"))).toHaveLength(3);
  });
});

describe("people in charge", () => {
  it("are told to expect the code, in the words for them, and no longer once it is over", async () => {
    const { orderId } = await world.approved("fresh-unit");
    for (let hour = 0; hour < 3; hour += 1) await world.pass(3_600_000);
    expect((await orderNow(orderId)).snapshot.state).toBe("SMS_PENDING");
    const toLeads = (await sent("mail")).filter(({ body }) => body.includes("负责人，订单已提交管局"));
    expect(toLeads).toHaveLength((await orderNow(orderId)).snapshot.sms?.required.length ?? 0);
    expect(toLeads[0]?.body).not.toContain("/console/");
  });
});

describe("the calendar", () => {
  it("has the dates of the account's open orders, and nobody else's; no names, no domains", async () => {
    const orderId = await rejected();
    const { row } = await orderNow(orderId);
    const file = value(await downloadCalendar(owner));
    expect(file).toContain(`UID:${orderId}.step_lapses@`);
    expect(file).toContain(row.number);
    expect(file).not.toContain(row.headline);
    const others = value(await downloadCalendar(await world.actor("filed")));
    expect(others).not.toContain("VEVENT");
  });

  it("is read at a secret address that is kept as a hash, renewed, ended, and dies with the membership", async () => {
    await rejected();
    const tokenOf = (url: string) => /\/api\/calendar\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? "";
    expect(value(await getFeed(owner))).toEqual({ since: null });
    const first = tokenOf(value(await renewFeed(owner)).url);
    expect(value(await subscribedCalendar(first))).toContain("step_lapses");
    expect(JSON.stringify(await read().select().from(t.calendarFeeds))).not.toContain(first);
    expect(JSON.stringify(await read().select().from(t.auditLog))).not.toContain(first);
    const second = tokenOf(value(await renewFeed(owner)).url);
    const gone = { error: { code: "not_found" } };
    expect(await subscribedCalendar(first)).toMatchObject(gone);
    expect((await subscribedCalendar(second)).ok).toBe(true);
    value(await endFeed(owner));
    expect(await subscribedCalendar(second)).toMatchObject(gone);
    expect(await endFeed(owner)).toMatchObject(gone);
    const third = tokenOf(value(await renewFeed(owner)).url);
    await withTransaction(async (tx) => {
      await tx
        .delete(t.accountMembers)
        .where(
          and(
            eq(t.accountMembers.userId, owner.userId),
            eq(t.accountMembers.accountId, owner.accountId ?? ""),
          ),
        );
    });
    expect(await subscribedCalendar(third)).toMatchObject(gone);
    expect(await subscribedCalendar("x")).toMatchObject(gone);
  });
});
