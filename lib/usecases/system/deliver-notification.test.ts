import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { type MailSink, openMailSink } from "@/lib/notify/testing";
import { enqueue } from "@/lib/work/outbox";
import { runDueWork } from "@/lib/work/run";
import type { NotifyPayload } from "./notify-order-event";

const KEY = "notify:mail:1";
let data: TestDatabase;
let sink: MailSink;
let clock: TestClock;
beforeEach(async () => {
  sink = await openMailSink();
  data = freshDatabase({ ICP_MODE: "production", SMTP_URL: sink.url, PUBLIC_URL: "https://icp.example.cn" });
  clock = setTestClocks(Date.parse("2026-11-23T10:00:00+08:00")).business;
  await seedPersonas();
});
afterEach(async () => {
  data.dispose();
  await sink.close();
});

async function putMail(): Promise<void> {
  const [member] = await read().select().from(t.accountMembers).limit(1);
  const payload: NotifyPayload = {
    event: "provider_rejected",
    params: { count: 2, number: "B1", headline: "云样例" },
    orderId: "o1",
    channel: "mail",
    userId: member?.userId ?? "",
  };
  await withTransaction((tx) => enqueue(tx, { topic: "notify", key: KEY, payload }));
}

it("in production a notification leaves by the provider's mail server, once", async () => {
  await putMail();
  await putMail();
  await runDueWork();
  await runDueWork();
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]?.body).toContain("https://icp.example.cn/console/orders/o1");
  expect(sink.mails[0]?.headers.get("subject")).toMatch(/^【ICP 备案】/);
});

it("a server that cannot just now is asked again; nothing of the mail stands beside the effect", async () => {
  await putMail();
  sink.refuseNext(451);
  await runDueWork();
  expect(sink.mails).toEqual([]);
  const [waiting] = await read().select().from(t.outbox);
  expect(waiting).toMatchObject({ attempts: 1, doneAt: null, lastError: "smtp_451" });
  clock.advance(10_000);
  await runDueWork();
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]?.headers.get("message-id")).toBe("<notify.mail.1@icp.example.cn>");
});
