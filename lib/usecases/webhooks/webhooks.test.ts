import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { resetEnv } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { type Behaviour, openOutside, saying } from "@/lib/outbound/testing";
import { newEndpointSchema } from "@/lib/webhooks/endpoint-form";
import { TEST_EVENT, WEBHOOK_EVENTS, type WebhookEvent } from "@/lib/webhooks/events";
import { runDueWork } from "@/lib/work/run";
import { withdrawOrder } from "../orders/command-order";
import { examine } from "../system/doctor";
import { DAY, HOUR, MINUTE, newWorld, type World } from "../testing";
import { listEndpoints } from "./list-endpoints";
import {
  changeEndpoint,
  createEndpoint,
  MAX_ENDPOINTS,
  pauseEndpoint,
  ROTATION_MS,
  removeEndpoint,
  resumeEndpoint,
  rotateSecret,
  sendTest,
} from "./manage-endpoints";

let world: World;
let admin: Actor;
let receiver: Awaited<ReturnType<typeof openOutside>>;
let behave: Behaviour;
beforeEach(async () => {
  world = await newWorld();
  admin = await world.actor("admin");
  behave = saying(204, "");
  receiver = await openOutside((...call) => behave(...call));
  process.env.OUTBOUND_ALLOW = receiver.host;
  resetEnv();
});
afterEach(async () => {
  await receiver.close();
  delete process.env.OUTBOUND_ALLOW;
  world.dispose();
});

const value = <V>(result: { ok: true; value: V } | { ok: false; error: unknown }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const create = async (events: readonly WebhookEvent[] = WEBHOOK_EVENTS) =>
  value(await createEndpoint(admin, { url: receiver.url, description: "CRM", events: [...events] })).secret;
const endpoint = async () => {
  const [first] = value(await listEndpoints(admin));
  if (first === undefined) throw new Error("no endpoint");
  return first;
};
const byId = async () => ({ endpointId: (await endpoint()).id });
const test = async () => {
  value(await sendTest(admin, await byId()));
  await runDueWork();
};
const withdraw = async (orderId: string) =>
  value(await withdrawOrder(await world.actor("fresh-unit"), { orderId }));
const types = () => receiver.calls.map(({ raw }) => (JSON.parse(raw) as { type: string }).type);
const last = () => {
  const call = receiver.calls.at(-1);
  if (call === undefined) throw new Error("no call");
  return call;
};

type Verify = (
  headers: Readonly<Record<string, unknown>>,
  body: string,
  secret: string,
  seen: Set<string>,
  now?: number,
) => boolean;
/** The receiver's example, as ARCHITECTURE.md prints it. */
function documented(): Verify {
  const text = readFileSync("ARCHITECTURE.md", "utf8");
  const code = /<!-- verify:begin -->\s*```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  expect(code.trim().split("\n").length).toBeLessThanOrEqual(15);
  const body = code.replace(/^import .*$/gm, "").replace("export function", "return function");
  return new Function("createHmac", "timingSafeEqual", body)(createHmac, timingSafeEqual) as Verify;
}

describe("an order's life", () => {
  it("is told event by event, in states and numbers, and nothing of any person", async () => {
    await create();
    const applicant = await world.approved("fresh-unit");
    await runDueWork();
    expect(types()).toEqual(["order.created", "order.submitted", "order.approved_by_provider"]);
    const submitted = JSON.parse(receiver.calls[1]?.raw ?? "{}");
    expect(submitted).toEqual({
      type: "order.submitted",
      timestamp: expect.stringMatching(/^2026-11-23T02:/),
      data: {
        seq: expect.any(Number),
        order: {
          id: applicant.orderId,
          number: expect.stringMatching(/^B26/),
          type: "FIRST_FILING",
          province: expect.any(String),
          state: "PROVIDER_REVIEW",
          round: 1,
        },
        account: { id: expect.any(String), customer: null },
        round: 1,
      },
    });
    const seed = world.seedOf("fresh-unit");
    const everything = receiver.calls.map(({ raw }) => raw).join("");
    expect(everything).not.toContain(seed.account.realName);
    expect(everything).not.toMatch(/1[3-9]\d{9}|@|[\u4e00-\u9fff]/);
    expect(receiver.calls.map(({ headers }) => headers["webhook-id"])).toEqual(
      receiver.calls.map(({ raw }) => `evt_${applicant.orderId}_${JSON.parse(raw).data.seq}`),
    );
  });

  it("is told only as far as it was asked for, to everyone who asked", async () => {
    await create(["submitted"]);
    await create(["submitted", "withdrawn"]);
    const applicant = await world.inReview("fresh-unit");
    await withdraw(applicant.orderId);
    await runDueWork();
    expect(types().toSorted()).toEqual(["order.submitted", "order.submitted", "order.withdrawn"]);
  });

  it("names the customer where the provider's number is known", async () => {
    await create(["created"]);
    const applicant = await world.applicant("fresh-unit");
    const accountId = (await world.actor("fresh-unit")).accountId ?? "";
    await withTransaction(async (tx) => {
      await tx.insert(t.customers).values({ id: "C-77", accountId });
    });
    await applicant.start();
    await runDueWork();
    expect(JSON.parse(last().raw).data.account).toEqual({ id: accountId, customer: "C-77" });
  });
});

describe("a receiver that is changed", () => {
  const changed = async (more: object = {}) =>
    changeEndpoint(admin, {
      ...(await byId()),
      url: receiver.url,
      description: "ERP",
      events: ["withdrawn"],
      ...more,
    });

  it("is called at its new address, also with what waited, for what it asks for now, with its old secret", async () => {
    const secret = await create();
    value(await pauseEndpoint(admin, await byId()));
    await sendTest(admin, await byId());
    const moved = await openOutside(saying(204, ""));
    try {
      process.env.OUTBOUND_ALLOW = `${receiver.host},${moved.host}`;
      resetEnv();
      value(await changed({ url: moved.url }));
      value(await resumeEndpoint(admin, await byId()));
      const applicant = await world.inReview("fresh-unit");
      await withdraw(applicant.orderId);
      await runDueWork();
      expect(receiver.calls).toEqual([]);
      const told = moved.calls.map(({ raw }) => (JSON.parse(raw) as { type: string }).type);
      expect(told).toEqual(["test", "order.withdrawn"]);
      const { headers, raw } = moved.calls[0] ?? { headers: {}, raw: "" };
      expect(documented()(headers, raw, secret, new Set(), world.system.now() / 1000)).toBe(true);
      expect(await endpoint()).toMatchObject({ description: "ERP", events: ["withdrawn"], url: moved.url });
    } finally {
      await moved.close();
    }
  });

  it("keeps what it was when the new address may not be called, or somebody else asks", async () => {
    await create();
    const before = await endpoint();
    expect(await changed({ url: "http://169.254.169.254/" })).toMatchObject({
      error: { code: "invalid", fields: [{ path: "url", reason: "webhook.url" }] },
    });
    const input = { ...(await byId()), url: receiver.url, description: "", events: ["created" as const] };
    expect(await changeEndpoint(await world.actor("supervisor"), input)).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await endpoint()).toEqual(before);
    value(await removeEndpoint(admin, await byId()));
    expect(await changeEndpoint(admin, input)).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("a signature", () => {
  it("is verified by the documented example; changed, late or repeated calls are not", async () => {
    const secret = await create();
    await test();
    const { headers, raw } = last();
    const now = world.system.now() / 1000;
    const verify = documented();
    const seen = new Set<string>();
    expect(verify(headers, raw, secret, seen, now)).toBe(true);
    expect(verify(headers, raw, secret, seen, now)).toBe(false);
    expect(verify(headers, `${raw} `, secret, new Set(), now)).toBe(false);
    expect(
      verify(
        headers,
        raw,
        secret.replace(/_./, (found) => (found === "_A" ? "_B" : "_A")),
        new Set(),
        now,
      ),
    ).toBe(false);
    expect(verify(headers, raw, secret, new Set(), now + 300)).toBe(true);
    expect(verify(headers, raw, secret, new Set(), now + 301)).toBe(false);
    expect(verify(headers, raw, secret, new Set(), now - 301)).toBe(false);
    expect(verify({ ...headers, "webhook-id": "other" }, raw, secret, new Set(), now)).toBe(false);
    expect(verify({}, raw, secret, new Set(), now)).toBe(false);
    expect(JSON.stringify(headers)).not.toContain(secret);
  });

  it("is made with both secrets for a day after a change, then with the new one", async () => {
    const before = await create();
    const { secret } = value(await rotateSecret(admin, await byId()));
    expect(secret).not.toBe(before);
    const verify = documented();
    const good = () => {
      const { headers, raw } = last();
      return [before, secret].map((one) => verify(headers, raw, one, new Set(), world.system.now() / 1000));
    };
    world.system.advance(ROTATION_MS - 1);
    await test();
    expect(good()).toEqual([true, true]);
    expect((await endpoint()).previousUntil).not.toBeNull();
    world.system.advance(1);
    await test();
    expect(good()).toEqual([false, true]);
    expect((await endpoint()).previousUntil).toBeNull();
  });
});

describe("a receiver that does not take it", () => {
  it("is tried again with the same id and body: one effect, however often it was called", async () => {
    await create(["submitted"]);
    const effects = new Map<string, string>();
    let failures = 3;
    behave = (response, { headers, raw }) => {
      // It had the effect, and its answer was lost.
      effects.set(String(headers["webhook-id"]), raw);
      failures -= 1;
      if (failures >= 0) return response.destroy();
      response.writeHead(200).end();
    };
    await world.inReview("fresh-unit");
    for (let n = 0; n < 6; n += 1) await world.pass(10 * MINUTE);
    expect(receiver.calls).toHaveLength(4);
    expect(effects.size).toBe(1);
    expect(new Set(receiver.calls.map(({ raw }) => raw)).size).toBe(1);
    expect(await endpoint()).toMatchObject({
      failingSince: null,
      deliveries: [{ state: "arrived", tries: 4 }],
    });
  });

  it("told already when our process died before it knew: the same id again, nothing else", async () => {
    await create(["submitted"]);
    await world.inReview("fresh-unit");
    await runDueWork();
    // What a crash between the answer and our commit leaves: the row as it was claimed.
    await withTransaction(async (tx) => {
      await tx.update(t.outbox).set({ doneAt: null }).where(eq(t.outbox.topic, "webhook.event"));
    });
    await runDueWork();
    const ids = receiver.calls.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    [400, "refused"],
    [404, "trying"],
    [410, "refused"],
    [413, "refused"],
    [422, "refused"],
    [429, "trying"],
    [500, "trying"],
    [301, "trying"],
  ])("answers %i: %s", async (status, state) => {
    await create();
    behave = saying(status);
    await test();
    expect((await endpoint()).deliveries).toMatchObject([{ event: TEST_EVENT, state, tries: 1 }]);
  });

  it("is shown as failing, and told by doctor, after an hour", async () => {
    await create();
    behave = saying(500);
    await test();
    expect(await endpoint()).toMatchObject({ failsForLong: false, failingSince: world.clock.now() });
    const level = async () => (await examine()).find(({ name }) => name === "webhooks")?.level;
    await world.pass(HOUR);
    expect([(await endpoint()).failsForLong, await level()]).toEqual([false, "ok"]);
    await world.pass(1);
    expect([(await endpoint()).failsForLong, await level()]).toEqual([true, "warn"]);
  });
});

describe("managing receivers", () => {
  it("pauses without loss, goes on with what waited, and ends for good", async () => {
    await create(["submitted", "withdrawn"]);
    value(await pauseEndpoint(admin, await byId()));
    const applicant = await world.inReview("fresh-unit");
    await world.pass(DAY);
    expect([receiver.calls.length, (await endpoint()).deliveries[0]?.state]).toEqual([0, "held"]);
    value(await resumeEndpoint(admin, await byId()));
    await runDueWork();
    expect(types()).toEqual(["order.submitted"]);
    behave = saying(400);
    await withdraw(applicant.orderId);
    await runDueWork();
    const id = await byId();
    value(await removeEndpoint(admin, id));
    expect(value(await listEndpoints(admin))).toEqual([]);
    expect(await read().select().from(t.outbox).where(eq(t.outbox.lastError, "http_400"))).toEqual([]);
    expect(await sendTest(admin, id)).toMatchObject({ error: { code: "not_found" } });
    await world.pass(DAY);
    expect(receiver.calls).toHaveLength(2);
  });

  it("is the administrator's, whatever the page shows", async () => {
    await create();
    const id = await byId();
    const others = await Promise.all(["supervisor", "reviewer-lin", "fresh-unit"].map(world.actor));
    for (const actor of others) {
      const answers: { readonly ok: boolean }[] = [
        await listEndpoints(actor),
        await createEndpoint(actor, { url: receiver.url, description: "", events: ["submitted"] }),
      ];
      for (const act of [rotateSecret, pauseEndpoint, resumeEndpoint, removeEndpoint, sendTest])
        answers.push(await act(actor, id));
      for (const answer of answers) expect(answer).toMatchObject({ error: { code: "forbidden" } });
    }
  });

  it.each([
    "http://127.0.0.1:1/",
    "http://10.0.0.1/hook",
    "ftp://sample.cn/",
    "https://a:b@sample.cn/",
    "sample.cn",
  ])("does not take %s for an address", async (url) => {
    expect(await createEndpoint(admin, { url, description: "", events: ["submitted"] })).toMatchObject({
      error: { code: "invalid", fields: [{ path: "url", reason: "webhook.url" }] },
    });
  });

  it("keeps neither address nor secret in clear, and takes so many and no more", async () => {
    const secret = await create();
    const rows = JSON.stringify(await read().select().from(t.webhookEndpoints));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(receiver.host);
    for (let n = 1; n < MAX_ENDPOINTS; n += 1) await create();
    expect(
      await createEndpoint(admin, { url: receiver.url, description: "", events: ["submitted"] }),
    ).toMatchObject({ error: { reason: "webhook.too-many" } });
  });

  it.each([
    [{ url: "", description: "", events: ["submitted"] }, false],
    [{ url: "x".repeat(500), description: "x".repeat(100), events: [...WEBHOOK_EVENTS] }, true],
    [{ url: "x".repeat(501), description: "", events: ["submitted"] }, false],
    [{ url: "x", description: "x".repeat(101), events: ["submitted"] }, false],
    [{ url: "x", description: "", events: [] }, false],
    [{ url: "x", description: "", events: ["saved"] }, false],
  ])("form %#: %s", (form, good) => {
    expect(newEndpointSchema.safeParse(form).success).toBe(good);
  });
});
