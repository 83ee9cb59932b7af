import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setTestClocks } from "@/lib/clock/testing";
import { resetEnv } from "@/lib/env";
import { providerNotifier } from "./carrier";
import type { OutgoingMessage } from "./port";
import { openGateway } from "./testing-gateway";
import { sendSms, signature } from "./webhook";

const SECRET = "a secret of the gateway, 32 bytes or more";
const NOW = Date.parse("2026-11-23T10:00:00+08:00");
const sms: OutgoingMessage = {
  key: "notify:sms:0199f7c2",
  channel: "sms",
  to: "13900000001",
  subject: null,
  body: "【ICP 备案】订单 B2611230001 有 2 处需要修改。",
  orderId: "o1",
};
let gateway: Awaited<ReturnType<typeof openGateway>>;
beforeEach(async () => {
  gateway = await openGateway();
  setTestClocks(NOW);
  process.env.SMS_WEBHOOK_URL = gateway.url;
  process.env.SMS_WEBHOOK_SECRET = SECRET;
  resetEnv();
});
afterEach(async () => {
  await gateway.close();
  delete process.env.SMS_WEBHOOK_URL;
  delete process.env.SMS_WEBHOOK_SECRET;
  resetEnv();
});

describe("a text message", () => {
  it("arrives signed over time and body, with a key that tells a second delivery", async () => {
    await providerNotifier.send(sms);
    const [call] = gateway.calls;
    expect(call?.method).toBe("POST");
    expect(JSON.parse(call?.raw ?? "")).toEqual({ to: sms.to, text: sms.body });
    const timestamp = String(NOW / 1000);
    const expected = createHmac("sha256", SECRET).update(`${timestamp}.${call?.raw}`).digest("hex");
    expect(call?.headers).toMatchObject({
      "content-type": "application/json",
      "x-icp-timestamp": timestamp,
      "x-icp-signature": `v1=${expected}`,
      "idempotency-key": sms.key,
    });
    expect(JSON.stringify(call?.headers)).not.toContain(SECRET);
  });

  it("has the signature everybody can compute", () => {
    // printf '1.{}' | openssl dgst -sha256 -hmac KEY, with a key of 32 letters k.
    expect(signature("k".repeat(32), 1, "{}")).toBe(
      "533ff6d088ebbd8b8eda578fab6866516503044a5a167b1cb03ecce1c2b8a844",
    );
    expect(signature("k".repeat(32), 2, "{}")).not.toBe(signature("k".repeat(32), 1, "{}"));
  });

  it.each([
    [200, null],
    [202, null],
    [204, null],
    [302, false],
    [400, true],
    [401, false],
    [403, false],
    [404, false],
    [413, true],
    [422, true],
    [429, false],
    [500, false],
    [503, false],
  ])("answered %i", async (status, permanent) => {
    gateway.answer(status);
    const failure = await providerNotifier.send(sms).then(
      () => null,
      (error: unknown) => error,
    );
    if (permanent === null) expect(failure).toBeNull();
    else expect(failure).toMatchObject({ code: `http_${status}`, permanent });
    expect(gateway.calls).toHaveLength(1);
  });

  it("does not wait for ever", async () => {
    gateway.answer("never");
    await expect(sendSms({ url: gateway.url, secret: SECRET }, sms, 50)).rejects.toMatchObject({
      code: "ETIMEDOUT",
      permanent: false,
    });
  });

  it("says that nobody is there, and no number with it", async () => {
    await gateway.close();
    const failure = await providerNotifier.send(sms).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "ECONNECTION", permanent: false });
    expect(String(failure)).not.toContain(sms.to);
    gateway = await openGateway();
  });
});
