import { afterEach, beforeEach, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import { type MailSink, openMailSink } from "@/lib/notify/testing";
import { sendTestMail } from "./test-mail";

let sink: MailSink;
const set = (values: Readonly<Record<string, string>>) => {
  Object.assign(process.env, values);
  resetEnv();
};
beforeEach(async () => {
  sink = await openMailSink();
});
afterEach(async () => {
  await sink.close();
  for (const name of ["SMTP_URL", "PUBLIC_URL"]) delete process.env[name];
  resetEnv();
});

it("sends one mail at once that says which console it comes from", async () => {
  set({ SMTP_URL: sink.url, PUBLIC_URL: "https://icp.example.cn" });
  await sendTestMail("ops@example.cn");
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]).toMatchObject({ to: ["ops@example.cn"] });
  expect(sink.mails[0]?.headers.get("subject")).toBe("Test mail of icp.example.cn");
  expect(sink.mails[0]?.body).toContain("控制台可以发送邮件");
});

it("says what the server answered, or that none is named", async () => {
  set({ SMTP_URL: sink.url, PUBLIC_URL: "https://icp.example.cn" });
  sink.refuseReceiver(550);
  await expect(sendTestMail("nobody@example.cn")).rejects.toMatchObject({
    code: expect.stringContaining("550"),
  });
  expect(sink.mails).toHaveLength(0);
  delete process.env.SMTP_URL;
  resetEnv();
  await expect(sendTestMail("ops@example.cn")).rejects.toMatchObject({
    code: expect.stringContaining("SMTP_URL"),
  });
});
