import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { PhoneOutcome } from "@/lib/filing/lifecycle/types";
import { abandonOrder, requestCallback } from "../orders/command-order";
import { getOrder } from "../orders/get-order";
import { openSubmission } from "../orders/records";
import { claimOrder } from "../review/claim-order";
import { countQueue, listQueue } from "../review/list-queue";
import { recordCall } from "../review/record-call";
import { readMessages } from "../sandbox/message-store";
import { HOUR, newWorld, orderNow, SECOND_SITE, SITE, seen, type World } from "../testing";
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

const callbackOf = async (orderId: string, personId?: string) =>
  (await orderNow(orderId)).snapshot.callbacks[personId ?? (await leadOf(orderId)).personId];

async function call(orderId: string, outcome: PhoneOutcome, who?: string) {
  const personId = who ?? (await leadOf(orderId)).personId;
  const lin = await world.actor("reviewer-lin");
  const input = { ...(await seen(orderId)), personId, number: "phone1" as const, outcome, note: "" };
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
    expect(await callbackOf(orderId)).toMatchObject({
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
    expect((await callbackOf(orderId))?.requestedAt).toBeNull();
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

describe("two leads who were both missed", () => {
  /** The first leads the entity and a website, the second the other website; each got a message of his own. */
  async function bothMissed() {
    const { orderId } = await world.inReview("fresh-unit", SITE, SECOND_SITE);
    await claimOrder(await world.actor("reviewer-lin"), await seen(orderId));
    const { second } = world.seedOf("fresh-unit");
    const document = await openSubmission(read(), await orderNow(orderId), 1);
    const other = document.ok
      ? document.value.people.find(({ phone1 }) => phone1 === second?.phone)
      : undefined;
    if (other?.phone1 === undefined) throw new Error("no second lead");
    const a = await leadOf(orderId);
    await call(orderId, "NO_ANSWER");
    await world.pass(HOUR);
    await call(orderId, "NO_ANSWER", other.id);
    await world.pass(0);
    const tokenOf = async (phone: string) => {
      const sent = (await readMessages(20)).find(({ to, body }) => to === phone && TOKEN.test(body));
      return TOKEN.exec(sent?.body ?? "")?.[1] ?? "";
    };
    const b = { personId: other.id, phone: other.phone1 };
    return {
      orderId,
      a: { ...a, token: await tokenOf(a.phone) },
      b: { ...b, token: await tokenOf(b.phone) },
    };
  }

  it("have a link each, which says whose call it is, and two clocks each", async () => {
    const { a, b } = await bothMissed();
    const now = world.clock.now();
    expect(await findCallback({ token: a.token })).toMatchObject({
      value: {
        state: "open",
        lead: { role: "both", name: "沈**", phone: `139${"*".repeat(8)}` },
        requestBy: now + 23 * HOUR,
      },
    });
    expect(await findCallback({ token: b.token })).toMatchObject({
      value: { state: "open", lead: { role: "service", name: "周**" }, requestBy: now + 24 * HOUR },
    });
  });

  it("tells in each message what the one called answers for, and names nobody", async () => {
    const { a, b } = await bothMissed();
    const bodyFor = async (token: string) =>
      (await readMessages(20)).find(({ body }) => body.includes(token))?.body ?? "";
    expect(await bodyFor(a.token)).toContain("主体负责人兼服务负责人");
    expect(await bodyFor(b.token)).toContain("（服务负责人）");
    for (const token of [a.token, b.token]) expect(await bodyFor(token)).not.toMatch(/沈|周/);
    const told = await read().select().from(t.notifications);
    const roles = told.flatMap(({ event, params }) => (event === "callback_missed" ? [params.role] : []));
    expect(roles).toEqual(["both", "service"]);
  });

  it("ask each for himself: one's digits open nothing of the other's", async () => {
    const { orderId, a, b } = await bothMissed();
    expect(await ask(a.token, b.phone)).toMatchObject({ outcome: "wrong" });
    expect(await ask(b.token, b.phone)).toEqual({ outcome: "asked" });
    expect(await callbackOf(orderId, a.personId)).toMatchObject({ requestedAt: null });
    expect(await callbackOf(orderId, b.personId)).toMatchObject({ callBy: world.clock.now() + 24 * HOUR });
    expect([await stateOf(a.token), await stateOf(b.token)]).toEqual(["open", "asked"]);
    world.clock.advance(HOUR);
    expect(await ask(a.token, a.phone)).toEqual({ outcome: "asked" });
    const lin = await world.actor("reviewer-lin");
    const queue = await listQueue(lin, { view: "callbacks" });
    const entries = queue.ok ? queue.value.rows.map(({ callbacks }) => callbacks[0]) : [];
    expect(entries).toMatchObject([
      { personId: b.personId, role: "service" },
      { personId: a.personId, role: "both" },
    ]);
    expect((await countQueue(lin)).callbacks).toBe(2);
  });

  it("each link ends on its own, and says how", async () => {
    const { orderId, a, b } = await bothMissed();
    const why = async (token: string) => {
      const found = await findCallback({ token });
      return found.ok && found.value.state === "closed" ? [found.value.why, found.value.lead?.name] : null;
    };
    await call(orderId, "REACHED_OK", b.personId);
    expect([await why(a.token), await why(b.token)]).toEqual([null, ["called", "周**"]]);
    await world.pass(23 * HOUR - 1);
    expect(await why(a.token)).toBeNull();
    world.clock.advance(1);
    expect(await why(a.token), "before anybody swept").toEqual(["expired", "沈**"]);
    await world.pass(30_000);
    expect((await orderNow(orderId)).snapshot.corrections).toMatchObject([
      { target: `people[${a.personId}].phone1` },
    ]);
    expect([await why(a.token), await why(b.token)]).toEqual([
      ["expired", "沈**"],
      ["over", "周**"],
    ]);
    expect(await why("x".repeat(43))).toEqual(["unknown", undefined]);
  });

  it("of whom one guesses too often loses his link alone", async () => {
    const { a, b } = await bothMissed();
    for (let n = 0; n < 5; n++) await ask(a.token, a.phone, wrongDigits(a.phone));
    expect(await findCallback({ token: a.token })).toMatchObject({
      value: { state: "closed", why: "locked" },
    });
    expect(await ask(b.token, b.phone)).toEqual({ outcome: "asked" });
  });

  it("are told apart on the order's page and in its history; the applicant asks for one at a time", async () => {
    const { orderId, a, b } = await bothMissed();
    const owner = await world.actor("fresh-unit");
    const page = async () => {
      const view = await getOrder(owner, { orderId });
      if (!view.ok) throw new Error(view.error.code);
      return view.value;
    };
    const before = await page();
    expect(before.callbacks).toEqual([
      { personId: a.personId, role: "both", name: "沈**", asked: false },
      { personId: b.personId, role: "service", name: "周**", asked: false },
    ]);
    const dates = before.wait?.deadlines.filter(({ kind }) => kind === "callback_request");
    expect(dates?.map(({ personId }) => personId)).toEqual([a.personId, b.personId]);
    const ofCalls = before.timeline.filter(({ type }) => type === "callback_opened");
    expect(ofCalls.map(({ params }) => params.person)).toEqual(["周**", "沈**"]);
    const asked = await requestCallback(owner, { orderId, personId: b.personId, when: "morning" });
    expect(asked.ok).toBe(true);
    const again = await requestCallback(owner, { orderId, personId: b.personId, when: "morning" });
    expect(again).toMatchObject({ error: { reason: "order.callback-already-requested" } });
    expect((await page()).callbacks.map(({ asked }) => asked)).toEqual([false, true]);
    expect((await page()).possibilities.find(({ id }) => id === "callback")?.allowed).toBe(true);
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
