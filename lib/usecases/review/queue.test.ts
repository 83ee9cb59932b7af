import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { newId } from "@/lib/ids";
import { HOUR, newWorld, type World } from "../testing";
import { countQueue, listQueue, type QueueInput, type QueueRow } from "./list-queue";

const COUNT = 120;
const BASE = Date.parse("2026-11-01T09:00:00+08:00");
let world: World;
let accountId = "";

type Over = Partial<typeof t.orders.$inferInsert> & { readonly snap?: Partial<OrderSnapshot> };

async function insert(n: number, { snap = {}, ...over }: Over = {}): Promise<string> {
  const id = newId();
  const [user] = await read().select().from(t.users).limit(1);
  // Three orders share each moment: the page must not depend on times being different.
  const since = BASE + Math.floor(n / 3) * HOUR;
  const snapshot: OrderSnapshot = {
    ...{ id, accountId, type: "FIRST_FILING", province: "330000", state: over.state ?? "PROVIDER_REVIEW" },
    ...{ since, touchedAt: since, round: 1, claim: null, callbacks: {}, phone: null, calls: {} },
    ...{ corrections: [], remindedDay: 0, pushed: null, sms: null, smsFailure: null, filing: null },
    ...snap,
  };
  await withTransaction(async (tx) => {
    await tx.insert(t.orders).values({
      id,
      number: `T${String(n).padStart(4, "0")}`,
      accountId,
      type: snapshot.type,
      state: snapshot.state,
      province: snapshot.province,
      snapshot,
      version: 1,
      since,
      submittedAt: since,
      unitName: `第${n}号样例有限公司`,
      headline: `site-${n}.example.cn`,
      createdAt: since,
      createdBy: user?.id ?? "",
      ...over,
    });
    await tx
      .insert(t.orderDomains)
      .values({ orderId: id, serviceId: "svc_x", domain: `site-${n}.example.cn` });
  });
  return id;
}

const page = async (input: QueueInput, persona = "reviewer-lin") => {
  const answer = await listQueue(await world.actor(persona), input);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const numbers = (rows: readonly QueueRow[]) => rows.map(({ number }) => number);

beforeAll(async () => {
  world = await newWorld();
  accountId = (await world.actor("fresh-unit")).accountId ?? "";
  const lin = (await world.actor("reviewer-lin")).userId;
  const zhao = (await world.actor("reviewer-zhao")).userId;
  for (let n = 0; n < COUNT; n += 1) await insert(n);
  await insert(200, { state: "DRAFT", submittedAt: null, snap: { round: 0 } });
  await insert(201, { claimUserId: lin });
  await insert(202, { claimUserId: zhao, snap: { round: 2 } });
  await insert(203, {
    callbackBy: BASE,
    snap: {
      callbacks: {
        ppl_late: { role: "service", requestBy: BASE, requestedAt: BASE, callBy: BASE + HOUR },
        ppl_soon: { role: "entity", requestBy: BASE, requestedAt: BASE, callBy: BASE, when: "evening" },
        ppl_silent: { requestBy: BASE + 2 * HOUR, requestedAt: null, callBy: null },
      },
    },
  });
  await insert(204, { snap: { callbacks: { ppl_a: { requestBy: BASE, requestedAt: null, callBy: null } } } });
  await insert(205, { state: "SMS_PENDING" });
  await insert(206, { state: "APPROVED", unitName: null });
}, 60_000);
afterAll(() => world.dispose());

describe("the queue", () => {
  it("counts every view, and leaves out what was never submitted", async () => {
    const { rows } = await page({ view: "all" });
    const counts = await countQueue(await world.actor("reviewer-lin"));
    expect(counts).toEqual({
      ...{ unclaimed: COUNT + 2, mine: 1, due: COUNT + 4, callbacks: 2, resubmitted: 1 },
      ...{ review: COUNT + 4, forwarded: 1, all: COUNT + 6 },
    });
    // The promised call stands above the page.
    expect(rows).toHaveLength(51);
    expect((await countQueue(await world.actor("reviewer-zhao"))).mine).toBe(1);
    for (const view of ["mine", "callbacks", "resubmitted", "forwarded"] as const)
      expect((await page({ view })).rows.length, view).toBe(counts[view]);
  });

  it("is for staff only", async () => {
    for (const persona of ["fresh-unit", "officer", "admin"])
      expect(await listQueue(await world.actor(persona), { view: "all" })).toMatchObject({
        error: { code: "forbidden" },
      });
  });

  it("walks to the end and back by pages, each order once: the promised call, then oldest first", async () => {
    const forth: string[][] = [];
    let cursor: string | undefined;
    let newer: string | null = null;
    do {
      const { rows, older, newer: back } = await page({ view: "unclaimed", cursor });
      expect(back === null).toBe(forth.length === 0);
      forth.push(numbers(rows));
      cursor = older ?? undefined;
      newer = back;
    } while (cursor !== undefined);
    expect(forth.map((rows) => rows.length)).toEqual([51, 50, COUNT + 1 - 100]);
    expect(new Set(forth.flat()).size).toBe(COUNT + 2);
    expect(forth[0]?.[0]).toBe("T0203");
    const times = forth
      .flat()
      .slice(1)
      .map((number) => Math.floor(Number(number.slice(1)) / 3));
    expect(times).toEqual([...times].sort((a, b) => a - b));

    const back: string[][] = [];
    while (newer !== null) {
      const { rows, newer: next, older } = await page({ view: "unclaimed", cursor: newer });
      expect(older).not.toBeNull();
      back.unshift(numbers(rows));
      newer = next;
    }
    expect(back).toEqual(forth.slice(0, -1));
  });

  it("begins anew with a cursor nobody gave out", async () => {
    const first = numbers((await page({ view: "unclaimed" })).rows);
    for (const cursor of ["", "older_x_y", "newer_1", `sideways_1_${newId()}`, "older_1_' or 1=1 --"])
      expect(numbers((await page({ view: "unclaimed", cursor })).rows)).toEqual(first);
  });

  it.each([
    ["t0007", ["T0007"]],
    [" T0007 ", ["T0007"]],
    ["第118号", ["T0118"]],
    ["site-11.", ["T0011"]],
    ["SITE-201", ["T0201"]],
    ["%", null],
    ["_", null],
    ["%%", []],
    ["' or '1'='1", []],
    ["没有这家公司", []],
  ])("finds %j", async (search, expected) => {
    const { rows } = await page({ view: "all", search });
    if (expected === null) expect(rows).toHaveLength(51);
    else expect(numbers(rows)).toEqual(expected);
  });

  it("shows who holds what, whose call is due, and a person without a name", async () => {
    const one = async (search: string) => (await page({ view: "all", search })).rows[0];
    expect(await one("T0201")).toMatchObject({ claim: { name: "林岚", mine: true }, callbacks: [] });
    expect(await one("T0202")).toMatchObject({ claim: { name: "赵恒", mine: false }, round: 2 });
    expect(await one("T0203")).toMatchObject({
      claim: null,
      callbacks: [
        { personId: "ppl_soon", role: "entity", state: "requested", at: BASE, when: "evening" },
        { personId: "ppl_late", role: "service", state: "requested", at: BASE + HOUR, when: "any" },
        { personId: "ppl_silent", role: "lead", state: "open", at: BASE + 2 * HOUR, when: "any" },
      ],
    });
    expect(await one("T0204")).toMatchObject({ callbacks: [{ state: "open", at: BASE }] });
    expect(await one("T0206")).toMatchObject({ unitName: null, dueAt: null });
    expect((await one("T0000"))?.dueAt).toBeGreaterThan(BASE);
  });

  it("has an entry for every lead who was promised a call, the soonest first, and none for who may still ask", async () => {
    const { rows } = await page({ view: "callbacks" });
    expect(rows.map(({ entry, id }) => entry.slice(id.length + 1))).toEqual(["ppl_soon", "ppl_late"]);
    expect(rows.map(({ callbacks }) => callbacks.length)).toEqual([1, 1]);
  });

  it("leaves out the orders of accounts one belongs to", async () => {
    await withTransaction(async (tx) => {
      const { userId } = await world.actor("supervisor");
      await tx.insert(t.accountMembers).values({ accountId, userId, role: "member" });
    });
    const { rows } = await page({ view: "all" }, "supervisor");
    const counts = await countQueue(await world.actor("supervisor"));
    expect(rows).toEqual([]);
    expect(Object.values(counts).every((n) => n === 0)).toBe(true);
  });
});
