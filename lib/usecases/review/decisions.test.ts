import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { open, unwrap } from "@/lib/secrets";
import { loadEvents } from "../orders/store";
import { eventTypes, HOUR, MINUTE, newWorld, orderNow, seen, type World } from "../testing";
import { approveOrder } from "./approve-order";
import { claimOrder, releaseOrder } from "./claim-order";
import { interceptOrder } from "./intercept-order";
import { recordCall } from "./record-call";
import { rejectOrder } from "./reject-order";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");
const supervisor = () => world.actor("supervisor");
const items = [{ code: "ORGANIZER_CHANGE", target: "order", suggestion: "  请先注销原备案  " }];

/** Adds a user to an account, as a colleague would be. */
const join = (persona: string, accountId: string) =>
  withTransaction(async (tx) => {
    const [user] = await tx.select().from(t.users).where(eq(t.users.persona, persona));
    await tx.insert(t.accountMembers).values({ accountId, userId: user?.id ?? "", role: "member" });
  });

/** The person who leads everything in an order of one lead. */
async function leadOf(orderId: string): Promise<string> {
  const rows = await read()
    .select()
    .from(t.orderBlindIndexes)
    .where(eq(t.orderBlindIndexes.orderId, orderId));
  return (
    /^people\[([^\]]+)\]\.phone1$/.exec(rows.find(({ path }) => path.endsWith("phone1"))?.path ?? "")?.[1] ??
    ""
  );
}

/** The domain passes to somebody else after submission. */
const sellDomain = (domain: string) =>
  withTransaction(async (tx) => {
    await tx
      .update(t.sandboxDomains)
      .set({ registrarApproved: false })
      .where(eq(t.sandboxDomains.domain, domain));
  });

describe("a staff command", () => {
  it("does not see drafts, nor what does not exist, nor without a staff role", async () => {
    const draft = await world.applicant("fresh-unit");
    await draft.start();
    const of = { orderId: draft.orderId, version: (await orderNow(draft.orderId)).row.version };
    for (const orderId of [draft.orderId, "00000000-0000-7000-8000-000000000000"])
      expect(await claimOrder(await lin(), { ...of, orderId })).toMatchObject({
        error: { code: "not_found" },
      });
    for (const persona of ["admin", "officer", "fresh-person"])
      expect(await claimOrder(await world.actor(persona), of)).toMatchObject({
        error: { code: "forbidden" },
      });
  });

  it("is refused as stale with the version of an older page, and changes nothing", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const page = await seen(orderId);
    for (const version of [page.version - 1, page.version + 1])
      expect(await claimOrder(await lin(), { orderId, version })).toMatchObject({
        error: { code: "stale", reason: "order.moved" },
      });
    expect(await seen(orderId)).toEqual(page);
    expect(await claimOrder(await lin(), page)).toEqual({ ok: true, value: { version: page.version + 1 } });
  });

  it("never touches an order of an account one belongs to", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await join("reviewer-lin", (await orderNow(orderId)).row.accountId);
    const own = await world.actor("reviewer-lin");
    const refused = { error: { code: "forbidden", reason: "order.own-account" } };
    expect(await claimOrder(own, await seen(orderId))).toMatchObject(refused);
    expect(await claimOrder(await zhao(), await seen(orderId))).toMatchObject({ ok: true });
  });
});

describe("claiming", () => {
  it("is won by exactly one of two who race, whichever page they saw", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const page = await seen(orderId);
    const actors = [await lin(), await zhao()];
    const answers = await Promise.all(actors.map((actor) => claimOrder(actor, page)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = answers.find((answer) => !answer.ok);
    expect(lost).toMatchObject({ error: { code: "stale" } });
    const now = await orderNow(orderId);
    expect(now.row.claimUserId).toBe(actors[answers.findIndex(({ ok }) => ok)]?.userId);
    expect((await eventTypes(orderId)).filter((type) => type === "claimed")).toHaveLength(1);
    const loser = actors[answers.findIndex(({ ok }) => !ok)] ?? (await lin());
    expect(await claimOrder(loser, await seen(orderId))).toMatchObject({
      error: { code: "wrong_state", reason: "order.claimed-by-other" },
    });
  });

  it("ends by giving back, by a supervisor's hand, or after four idle hours", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await lin(), await seen(orderId));
    expect(await releaseOrder(await zhao(), await seen(orderId))).toMatchObject({
      error: { reason: "order.claimed-by-other" },
    });
    expect(await releaseOrder(await supervisor(), await seen(orderId))).toMatchObject({ ok: true });
    await claimOrder(await zhao(), await seen(orderId));
    await world.pass(4 * HOUR - 1);
    expect((await orderNow(orderId)).row.claimUserId).not.toBeNull();
    await world.pass(1);
    await world.pass(30_000);
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
    expect((await eventTypes(orderId)).at(-1)).toBe("released");
  });
});

describe("approving", () => {
  it("wants every lead called and reached, or a reason in words, which is kept", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const actor = await lin();
    await claimOrder(actor, await seen(orderId));
    const approve = async (overrideReason = "") =>
      approveOrder(actor, { ...(await seen(orderId)), overrideReason });
    expect(await approve()).toMatchObject({ error: { code: "invalid", reason: "order.phone-missing" } });
    const personId = await leadOf(orderId);
    const stranger = { personId: "ppl_nobody1", number: "phone1", outcome: "REACHED_OK", note: "" } as const;
    expect(await recordCall(actor, { ...(await seen(orderId)), ...stranger })).toMatchObject({
      error: { code: "invalid", path: "personId" },
    });
    const noSuch = { personId, number: "phone2", outcome: "REACHED_OK", note: "" } as const;
    expect(await recordCall(actor, { ...(await seen(orderId)), ...noSuch })).toMatchObject({
      error: { code: "invalid", path: "number" },
    });
    const call = {
      personId,
      number: "emergency",
      outcome: "NO_ANSWER",
      note: " 13900010001 无人接听 ",
    } as const;
    expect(await recordCall(actor, { ...(await seen(orderId)), ...call })).toMatchObject({ ok: true });
    expect(await approve("   ")).toMatchObject({ error: { reason: "order.phone-not-reached" } });
    expect(await approve("本人到店核验")).toMatchObject({ ok: true });

    const { row } = await orderNow(orderId);
    const key = unwrap(row.wrappedKey ?? Buffer.alloc(0));
    const events = await loadEvents(read(), orderId);
    expect(events.find(({ type }) => type === "phoned")?.event).toEqual({
      type: "phoned",
      ...{ personId, number: "emergency", outcome: "NO_ANSWER" },
    });
    const [note] = await read().select().from(t.findingNotes);
    expect(note).toMatchObject({ kind: "overridden", rule: "phone", path: "order", userId: actor.userId });
    expect(open(key, note?.noteEnc ?? Buffer.alloc(0), `order:${orderId}:note`)).toBe("本人到店核验");
    const [made] = await read().select().from(t.calls);
    expect(made).toMatchObject({
      round: 1,
      personId,
      number: "emergency",
      outcome: "NO_ANSWER",
      userId: actor.userId,
    });
    const said = open(key, made?.noteEnc ?? Buffer.alloc(0), `order:${orderId}:call:${made?.id}`);
    expect(said).toBe("13900010001 无人接听");
  });

  it("keeps no override of an order in which nothing was to be overridden", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const reviewer = await world.reviewer("reviewer-lin");
    await reviewer.claim(orderId);
    await reviewer.call(world.clock, orderId, "REACHED_OK");
    const input = { ...(await seen(orderId)), overrideReason: "没有疑问" };
    expect(await approveOrder(await lin(), input)).toMatchObject({ ok: true });
    expect(await read().select().from(t.findingNotes)).toEqual([]);
  });

  it("asks the book again: what turned wrong since stops a reviewer, a supervisor may pass it", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { orderId } = applicant;
    await sellDomain(applicant.seed.domains[0] ?? "");
    const walk = async (persona: string) => {
      const actor = await world.actor(persona);
      await claimOrder(actor, await seen(orderId));
      const call = {
        personId: await leadOf(orderId),
        number: "phone1",
        outcome: "REACHED_OK",
        note: "",
      } as const;
      await recordCall(actor, { ...(await seen(orderId)), ...call });
      return async (overrideReason: string) =>
        approveOrder(actor, { ...(await seen(orderId)), overrideReason });
    };
    const reviewer = await walk("reviewer-lin");
    expect(await reviewer("")).toMatchObject({
      error: { code: "invalid", reason: "order.errors-open", params: { count: 1 } },
    });
    expect(await reviewer("已电话确认")).toMatchObject({
      error: { code: "forbidden", reason: "order.override-supervisor-only" },
    });
    expect(await read().select().from(t.findingNotes)).toEqual([]);
    await releaseOrder(await supervisor(), await seen(orderId));
    const chief = await walk("supervisor");
    expect(await chief("")).toMatchObject({ error: { reason: "order.errors-open" } });
    expect(await chief("注册商已换，证明在附件")).toMatchObject({ ok: true });
    const [note] = await read().select().from(t.findingNotes);
    expect(note).toMatchObject({ kind: "overridden", rule: "domain.registrar", round: 1 });
    const [event] = await read()
      .select()
      .from(t.orderEvents)
      .where(eq(t.orderEvents.type, "approved_by_provider"));
    expect(event?.event).toMatchObject({ override: true });
  });
});

describe("rejecting", () => {
  it("needs an item; what was said is kept trimmed and sealed, an empty wording not at all", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const actor = await lin();
    expect(await rejectOrder(actor, { ...(await seen(orderId)), items })).toMatchObject({
      error: { reason: "order.not-claimed" },
    });
    await claimOrder(actor, await seen(orderId));
    expect(await rejectOrder(actor, { ...(await seen(orderId)), items: [] })).toMatchObject({
      error: { reason: "order.items-missing" },
    });
    const stray = [...items, { code: "NAME_NOT_OK", target: "people[13900010001].name", suggestion: "" }];
    expect(await rejectOrder(actor, { ...(await seen(orderId)), items: stray })).toMatchObject({
      error: { code: "invalid", path: "items.1.target" },
    });
    const two = [...items, { code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]", suggestion: "  " }];
    expect(await rejectOrder(actor, { ...(await seen(orderId)), items: two })).toMatchObject({ ok: true });
    const { row, snapshot } = await orderNow(orderId);
    expect(snapshot).toMatchObject({ state: "PROVIDER_REJECTED", claim: null });
    const rows = await read().select().from(t.corrections).where(eq(t.corrections.orderId, orderId));
    expect(rows.map(({ id }) => id).sort()).toEqual(snapshot.corrections.map(({ id }) => id).sort());
    expect(
      rows.every(({ round, stage, openedBy }) => round === 1 && stage === "P" && openedBy === actor.userId),
    ).toBe(true);
    const said = rows.map(
      ({ id, suggestionEnc }) =>
        suggestionEnc &&
        open(unwrap(row.wrappedKey ?? Buffer.alloc(0)), suggestionEnc, `order:${orderId}:correction:${id}`),
    );
    expect(said.sort()).toEqual(["请先注销原备案", null].sort());
  });
});

describe("a missed call", () => {
  it("waits a day for the lead, then the order goes back by itself", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const actor = await lin();
    await claimOrder(actor, await seen(orderId));
    await recordCall(actor, {
      ...(await seen(orderId)),
      personId: await leadOf(orderId),
      number: "phone1",
      outcome: "NO_ANSWER",
      note: "",
    });
    await world.pass(24 * HOUR);
    await world.pass(30_000);
    const { snapshot } = await orderNow(orderId);
    expect(snapshot).toMatchObject({
      state: "PROVIDER_REJECTED",
      corrections: [{ code: "CALLBACK_EXPIRED", target: `people[${await leadOf(orderId)}].phone1` }],
    });
    const [correction] = await read().select().from(t.corrections);
    expect(correction).toMatchObject({ stage: "S", openedBy: null });
  });

  it("is answered by asking for another, which keeps the order here", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { orderId } = applicant;
    const actor = await lin();
    await claimOrder(actor, await seen(orderId));
    await recordCall(actor, {
      ...(await seen(orderId)),
      personId: await leadOf(orderId),
      number: "phone1",
      outcome: "NO_ANSWER",
      note: "",
    });
    await applicant.askForCall();
    await world.pass(30 * HOUR);
    await world.pass(30_000);
    const { row } = await orderNow(orderId);
    expect(row).toMatchObject({ state: "PROVIDER_REVIEW" });
    expect(row.callbackBy).not.toBeNull();
  });
});

describe("holding back", () => {
  it("is possible until the order is handed over, and gives the applicant the draft back", async () => {
    const { orderId } = await world.approved("fresh-unit");
    expect(await interceptOrder(await lin(), { ...(await seen(orderId)), reason: "mistake" })).toMatchObject({
      ok: true,
    });
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "DRAFT", pushed: null });
    await world.pass(11 * MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("DRAFT");
  });

  it("comes too late afterwards", async () => {
    const { orderId } = await world.approved("fresh-unit");
    await world.pass(11 * MINUTE);
    expect(await interceptOrder(await lin(), { ...(await seen(orderId)), reason: "asked" })).toMatchObject({
      error: { code: "wrong_state" },
    });
  });
});
