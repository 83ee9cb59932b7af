import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks } from "@/lib/clock/testing";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import { LOCALES } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { NOTIFICATION_EVENTS } from "@/lib/notify/events";
import { renderNotification } from "@/lib/notify/render";
import { readMessages } from "../sandbox/message-store";
import { run } from "./deliver-notification";
import { type NotifyPayload, notifyOrderEvent } from "./notify-order-event";

const NOW = Date.parse("2026-11-23T10:00:00+08:00");
let data: TestDatabase;
let accountId: string;
beforeEach(async () => {
  data = freshDatabase();
  setTestClocks(NOW);
  await seedPersonas();
  const [member] = await read().select().from(t.accountMembers).limit(1);
  accountId = member?.accountId ?? "";
});
afterEach(() => data.dispose());

const order = () => ({ row: { id: "o1", number: "B2611230001", accountId, headline: "yunshan-demo.cn" } });
const meta = (key: string) => ({ id: "x", key, orderId: null, attempt: 1 });
const payloadOf = async (channel: "mail" | "sms"): Promise<NotifyPayload> => {
  const [member] = await read().select().from(t.accountMembers);
  const told = {
    event: "provider_rejected",
    params: { count: 2, number: "B1", headline: "a.cn" },
    orderId: "o1",
  } as const;
  return channel === "mail"
    ? { ...told, channel, userId: member?.userId ?? "" }
    : { ...told, channel, accountId };
};

describe("notifyOrderEvent", () => {
  it("says nothing of events nobody waits for", async () => {
    const quiet: OrderEvent = { type: "saved", sections: ["entity"] };
    await withTransaction((tx) => notifyOrderEvent(tx, order(), quiet));
    expect(await read().select().from(t.notifications)).toEqual([]);
  });
});

describe("deliver-notification", () => {
  it("sends one mail however often it is delivered, in the receiver's language", async () => {
    const payload = await payloadOf("mail");
    await run(payload, meta("notify:mail:1"));
    await run(payload, meta("notify:mail:1"));
    const messages = await readMessages(10);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      channel: "mail",
      to: expect.stringContaining("@sandbox.invalid"),
      at: NOW,
    });
    expect(messages[0]?.body).toContain("/console/orders/o1");
    expect(messages[0]?.body).toContain("2");
  });

  it("sends text messages to the account's security phone", async () => {
    await run(await payloadOf("sms"), meta("notify:sms:1"));
    expect(await readMessages(10)).toMatchObject([
      { channel: "sms", subject: null, to: expect.stringMatching(/^139/) },
    ]);
  });

  it("keeps receivers and words unreadable in the table", async () => {
    await run(await payloadOf("sms"), meta("notify:sms:1"));
    const [row] = await read().select().from(t.sandboxMessages);
    expect(row?.bodyEnc.toString("utf8")).not.toContain("139");
  });
});

describe("sentences", () => {
  it.each(LOCALES.flatMap((locale) => NOTIFICATION_EVENTS.map((event) => [locale, event] as const)))(
    "%s has %s, with every figure filled in",
    (locale, event) => {
      const params = {
        number: "B1",
        headline: "a.cn",
        round: 1,
        count: 2,
        deadlineAt: NOW,
        cause: "timeout",
        code: "DOMAIN_CONFLICT",
        filingNumber: "京ICP备2026000001号",
        failure: "DNS_ELSEWHERE",
        day: 5,
        from: "acc_1",
        to: "acc_2",
      };
      const { title, text } = renderNotification(translator(locale), locale, event, params);
      expect(title).not.toMatch(/^notifications\./);
      expect(text).not.toMatch(/notifications\.|[{}]/);
    },
  );
});
