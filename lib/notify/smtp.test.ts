import { afterEach, beforeEach, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import { providerNotifier } from "./carrier";
import type { OutgoingMessage } from "./port";
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
  await providerNotifier.send(mail);
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]).toMatchObject({ from: "icp@example.cn", to: ["shen@example.cn"] });
  expect(header("from")).toBe("云样例备案 <icp@example.cn>");
  expect(header("subject")).toBe(mail.subject);
  expect(header("content-type")).toBe("text/plain; charset=utf-8");
  expect(sink.mails[0]?.body.replaceAll("\r\n", "\n").trimEnd()).toBe(mail.body.trimEnd());
});

it("says who sends when nobody was named, and that no person did", async () => {
  await providerNotifier.send(mail);
  expect(sink.mails[0]?.from).toBe("no-reply@icp.example.cn");
  expect(header("auto-submitted")).toBe("auto-generated");
});

it("has the same id however often it is sent, and one that mail programs accept", async () => {
  await providerNotifier.send(mail);
  await providerNotifier.send(mail);
  const ids = sink.mails.map(({ headers }) => headers.get("message-id"));
  expect(new Set(ids)).toEqual(new Set(["<notify.mail.0199f7c2@icp.example.cn>"]));
});

it.each([
  [451, false],
  [552, true],
])(
  "throws when the server answers %i to the text, and arrives at the next try",
  async (status, permanent) => {
    sink.refuseNext(status);
    await expect(providerNotifier.send(mail)).rejects.toMatchObject({ code: `smtp_${status}`, permanent });
    expect(sink.mails).toEqual([]);
    await providerNotifier.send(mail);
    expect(sink.mails).toHaveLength(1);
  },
);

it.each([
  [450, false],
  [550, true],
])("tells a mailbox that is busy from one that is not there: %i", async (status, permanent) => {
  sink.refuseReceiver(status);
  await expect(providerNotifier.send(mail)).rejects.toMatchObject({ code: `smtp_${status}`, permanent });
});

it("does not give a mail up when the server dislikes the sender: that is a setting", async () => {
  sink.refuseSender(550);
  await expect(providerNotifier.send(mail)).rejects.toMatchObject({ code: "smtp_550", permanent: false });
});

it("throws when nobody answers", async () => {
  await sink.close();
  await expect(providerNotifier.send(mail)).rejects.toMatchObject({ code: "ESOCKET", permanent: false });
  sink = await openMailSink();
});

it("throws nothing away for want of a server or a gateway: staff sees what waits", async () => {
  const nobody = { code: "no_carrier", permanent: true };
  await expect(
    providerNotifier.send({ ...mail, channel: "sms", to: "13900000001", subject: null }),
  ).rejects.toMatchObject(nobody);
  set({ SMTP_URL: "" });
  await expect(providerNotifier.send(mail)).rejects.toMatchObject(nobody);
  expect([providerNotifier.carries("mail"), providerNotifier.carries("sms")]).toEqual([false, false]);
});
