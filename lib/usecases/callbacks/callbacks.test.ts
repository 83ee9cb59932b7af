import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { PhoneOutcome } from "@/lib/filing/lifecycle/types";
import { abandonOrder } from "../orders/command-order";
import { openSubmission } from "../orders/records";
import { claimOrder } from "../review/claim-order";
import { listQueue } from "../review/list-queue";
import { recordCall } from "../review/record-call";
import { readMessages } from "../sandbox/message-store";
import { HOUR, newWorld, orderNow, seen, type World } from "../testing";
import { askCallback } from "./ask-callback";
import { findCallback } from "./find-callback";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const TOKEN = /\/callback\/([\w-]{43})/;

async function leadOf(orderId: string) {
  const document = await openSubmission(read(), await orderNow(orderId), 1);
  if (!document.ok) throw new Error(document.error.code);
  const { entityLead } = document.value.entity;
  const person = document.value.people.find(({ id }) => id === entityLead);
  if (person?.phone1 === undefined) throw new Error("the lead has no phone");
  return { personId: person.id, phone: person.phone1 };
}

async function call(orderId: string, outcome: PhoneOutcome) {
  const { personId } = await leadOf(orderId);
  const lin = await world.actor("reviewer-lin");
  const input = { ...(await seen(orderId)), personId, outcome, note: "" };
  expect((await recordCall(lin, input)).ok).toBe(true);
}

/** An order whose lead missed the reviewer's call, and the message he got. */
async function missed() {
  const applicant = await world.inReview("fresh-unit");
  const { orderId } = applicant;
  await claimOrder(await world.actor("reviewer-lin"), await seen(orderId));
  await call(orderId, "NO_ANSWER");
  await world.pass(0);
  return { applicant, orderId, ...(await leadOf(orderId)), token: await newestToken() };
}

async function newestToken(): Promise<string> {
  const links = (await readMessages(20)).flatMap(({ body }) => TOKEN.exec(body)?.[1] ?? []);
  const [token] = links;
  if (token === undefined) throw new Error("no link was sent");
  return token;
}

const wrongDigits = (phone: string) => (phone.endsWith("0000") ? "0001" : "0000");
const ask = async (token: string, phone: string, digits = phone.slice(-4)) => {
  const answer = await askCallback({ token, digits, when: "evening" });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const stateOf = async (token: string) => {
  const found = await findCallback({ token });
  return found.ok ? found.value.state : found.error.code;
};

describe("a missed call", () => {
  it("sends a link to the phone that was called; only its hash is kept, and the text names nobody", async () => {
    const { token, phone, orderId } = await missed();
    const [message] = (await readMessages(20)).filter(({ body }) => body.includes(token));
    expect(message).toMatchObject({ channel: "sms", to: phone });
    const { row } = await orderNow(orderId);
    for (const secret of [row.number, row.headline ?? "?", phone])
      expect(message?.body).not.toContain(secret);
    const links = await read().select().from(t.callbackLinks);
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it("sends nothing when the lead was reached, nor when he asked on the phone for a later call", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await world.actor("reviewer-lin"), await seen(orderId));
    await call(orderId, "REACHED_OK");
    await call(orderId, "CALLBACK_REQUESTED");
    await world.pass(0);
    expect(await read().select().from(t.callbackLinks)).toEqual([]);
  });
});

describe("the link", () => {
  it("asks for the call: the provider's clock runs instead of the lead's, and says when", async () => {
    const { token, phone, orderId } = await missed();
    expect(await stateOf(token)).toBe("open");
    const now = world.clock.now();
    expect(await ask(token, phone)).toEqual({ outcome: "asked" });
    expect((await orderNow(orderId)).snapshot.callback).toMatchObject({
      requestedAt: now,
      callBy: now + 24 * HOUR,
      when: "evening",
    });
    expect(await findCallback({ token })).toMatchObject({
      value: { state: "asked", callBy: now + 24 * HOUR, when: "evening" },
    });
    expect(await ask(token, phone), "asking again changes nothing").toEqual({ outcome: "asked" });
    await world.pass(30 * HOUR);
    expect((await orderNow(orderId)).snapshot.state).toBe("PROVIDER_REVIEW");
  });

  it("counts wrong digits and is dead after five, also for the right ones", async () => {
    const { token, phone, orderId } = await missed();
    for (let left = 4; left > 0; left--)
      expect(await ask(token, phone, wrongDigits(phone))).toEqual({ outcome: "wrong", left });
    expect(await ask(token, phone, wrongDigits(phone))).toEqual({ outcome: "closed" });
    expect(await ask(token, phone)).toEqual({ outcome: "closed" });
    expect(await stateOf(token)).toBe("closed");
    expect((await orderNow(orderId)).snapshot.callback?.requestedAt).toBeNull();
  });

  it("is good until the last millisecond of its time", async () => {
    const { token, phone } = await missed();
    world.clock.advance(24 * HOUR - 1);
    expect(await stateOf(token)).toBe("open");
    world.clock.advance(1);
    expect(await stateOf(token)).toBe("closed");
    expect(await ask(token, phone)).toEqual({ outcome: "closed" });
  });

  it("ends with the order's review, with another round, and when the lead was reached", async () => {
    const { token, phone, orderId, applicant } = await missed();
    await call(orderId, "REACHED_OK");
    expect(await stateOf(token)).toBe("closed");
    await call(orderId, "NO_ANSWER");
    expect(await stateOf(token)).toBe("open");
    expect((await abandonOrder(await world.actor("fresh-unit"), { orderId })).ok).toBe(true);
    expect(await stateOf(token)).toBe("closed");
    expect(await ask(token, phone)).toEqual({ outcome: "closed" });
    expect(applicant.orderId).toBe(orderId);
  });

  it("tells a stranger nothing: an unknown one is closed", async () => {
    await missed();
    expect(await stateOf("x".repeat(43))).toBe("closed");
    expect(await ask("x".repeat(43), "13800000000")).toEqual({ outcome: "closed" });
  });
});

describe("the queue", () => {
  it("shows a promised call first, whatever came before it, and once", async () => {
    const first = await world.inReview("extra-quanpan");
    world.clock.advance(HOUR);
    const { token, phone, orderId } = await missed();
    const list = async () => {
      const page = await listQueue(await world.actor("reviewer-lin"), { view: "review" });
      return page.ok ? page.value.rows.map(({ id }) => id) : [];
    };
    expect(await list()).toEqual([first.orderId, orderId]);
    await ask(token, phone);
    expect(await list()).toEqual([orderId, first.orderId]);
  });
});
