import { afterEach, beforeEach, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import type { OutgoingMessage } from "./port";
import { smtpNotifier } from "./smtp";
import { type MailSink, openMailSink } from "./testing";

const NAMES = ["SMTP_URL", "MAIL_FROM", "PUBLIC_URL"] as const;
let sink: MailSink;
const set = (values: Partial<Record<(typeof NAMES)[number], string>>) => {
  Object.assign(process.env, values);
  resetEnv();
};
beforeEach(async () => {
  sink = await openMailSink();
  set({ SMTP_URL: sink.url, PUBLIC_URL: "https://icp.example.cn" });
});
afterEach(async () => {
  await sink.close();
  for (const name of NAMES) delete process.env[name];
  resetEnv();
});

const mail: OutgoingMessage = {
  key: "notify:mail:0199f7c2",
  channel: "mail",
  to: "shen@example.cn",
  subject: "您的备案订单需要修改：云样例官方站（B2611230001）",
  body: "审核人员指出了 2 处问题。\n\n请登录后逐条修改：\nhttps://icp.example.cn/console/orders/o1\n",
  orderId: "o1",
};
const header = (name: string) => sink.mails[0]?.headers.get(name);

it("arrives whole, with Chinese in subject and text", async () => {
  set({ MAIL_FROM: "云样例备案 <icp@example.cn>" });
  await smtpNotifier.send(mail);
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]).toMatchObject({ from: "icp@example.cn", to: ["shen@example.cn"] });
  expect(header("from")).toBe("云样例备案 <icp@example.cn>");
  expect(header("subject")).toBe(mail.subject);
  expect(header("content-type")).toBe("text/plain; charset=utf-8");
  expect(sink.mails[0]?.body.replaceAll("\r\n", "\n").trimEnd()).toBe(mail.body.trimEnd());
});

it("says who sends when nobody was named, and that no person did", async () => {
  await smtpNotifier.send(mail);
  expect(sink.mails[0]?.from).toBe("no-reply@icp.example.cn");
  expect(header("auto-submitted")).toBe("auto-generated");
});

it("has the same id however often it is sent, and one that mail programs accept", async () => {
  await smtpNotifier.send(mail);
  await smtpNotifier.send(mail);
  const ids = sink.mails.map(({ headers }) => headers.get("message-id"));
  expect(new Set(ids)).toEqual(new Set(["<notify.mail.0199f7c2@icp.example.cn>"]));
});

it.each([451, 552])("throws when the server answers %i, and arrives at the next try", async (status) => {
  sink.refuseNext(status);
  await expect(smtpNotifier.send(mail)).rejects.toMatchObject({ responseCode: status });
  expect(sink.mails).toEqual([]);
  await smtpNotifier.send(mail);
  expect(sink.mails).toHaveLength(1);
});

it("throws when nobody answers", async () => {
  await sink.close();
  await expect(smtpNotifier.send(mail)).rejects.toMatchObject({ code: "ESOCKET" });
  sink = await openMailSink();
});

it("has no carrier for text messages, nor for mail without a server", async () => {
  await smtpNotifier.send({ ...mail, channel: "sms", to: "13900000001", subject: null });
  set({ SMTP_URL: "" });
  await smtpNotifier.send(mail);
  expect(sink.mails).toEqual([]);
});
