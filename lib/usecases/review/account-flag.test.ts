import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { startOf } from "@/lib/boot/seed/situations-documents";
import { DECLARED_IN_FORCE } from "@/lib/filing/policy/declarations";
import { submitOrder } from "@/lib/usecases/orders/submit-order";
import { createOrder } from "../orders/create-order";
import { audited, newWorld, orderNow, type World } from "../testing";
import { flagAccount } from "./account-flag";
import { getAccountDesk, listAccounts } from "./accounts";
import { getWorkbench } from "./get-workbench";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const accountOf = async (persona: string) => (await world.actor(persona)).accountId ?? "";
const flag = async (accountId: string, flagged: boolean, reason: string, persona = "supervisor") =>
  flagAccount(await world.actor(persona), { accountId, flagged, reason });
const desk = async (accountId: string, persona = "supervisor") =>
  getAccountDesk(await world.actor(persona), { accountId });
const found = async (search?: string) => {
  const list = await listAccounts(await world.actor("supervisor"), { search });
  if (!list.ok) throw new Error(list.error.code);
  return list.value.rows.map(({ id }) => id);
};
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

it("a flag is set and lifted by supervisors with a reason, which only the history knows", async () => {
  const accountId = await accountOf("fresh-unit");
  expect(await found()).toEqual([]);
  for (const persona of ["reviewer-lin", "admin", "fresh-unit", "officer"]) {
    expect(await flag(accountId, true, "x", persona)).toMatchObject({ error: { code: "forbidden" } });
    expect(await desk(accountId, persona)).toMatchObject({ error: { code: "forbidden" } });
    expect(await listAccounts(await world.actor(persona), {})).toMatchObject({
      error: { code: "forbidden" },
    });
  }
  expect(await flag(UNKNOWN, true, "x")).toMatchObject({ error: { code: "not_found" } });
  expect(await desk(UNKNOWN)).toMatchObject({ error: { code: "not_found" } });
  // It is not flagged: there is nothing to lift, whatever an old page says.
  expect(await flag(accountId, false, "x")).toMatchObject({ error: { code: "stale", reason: "flag.moved" } });

  expect(await flag(accountId, true, "多个网站被举报为钓鱼网站")).toEqual({ ok: true, value: null });
  expect(await flag(accountId, true, "又一次")).toMatchObject({ error: { code: "stale" } });
  expect(await found()).toEqual([accountId]);
  const owner = await world.actor("fresh-unit");
  const heard = async () =>
    (await read().select().from(t.notifications)).map(({ event, userId, params }) => [event, userId, params]);
  // That it was done, and never why.
  expect(await heard()).toEqual([["account_flagged", owner.userId, {}]]);
  await world.pass(60_000);
  expect(await flag(accountId, false, "举报已核实为误报")).toEqual({ ok: true, value: null });
  expect((await heard()).map(([event]) => event).sort()).toEqual(["account_flagged", "account_unflagged"]);
  expect(await desk(accountId)).toMatchObject({
    value: {
      flagged: false,
      history: [
        { flagged: false, reason: "举报已核实为误报", by: expect.any(String) },
        { flagged: true, reason: "多个网站被举报为钓鱼网站" },
      ],
    },
  });
  const lines = await audited(accountId);
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["account.flagged", "account.unflagged"]),
  );
  expect(JSON.stringify(lines)).not.toContain("钓鱼");
  const rows = await read().select().from(t.accountFlags);
  expect(rows.some(({ reasonEnc }) => reasonEnc.includes(Buffer.from("钓鱼")))).toBe(false);
});

it("nobody decides about an account he belongs to", async () => {
  const accountId = await accountOf("fresh-unit");
  await withTransaction(async (tx) => {
    const [user] = await tx.select().from(t.users).where(eq(t.users.persona, "supervisor"));
    await tx.insert(t.accountMembers).values({ accountId, userId: user?.id ?? "", role: "member" });
  });
  expect(await flag(accountId, true, "x")).toMatchObject({
    error: { code: "forbidden", reason: "flag.own-account" },
  });
  expect(await desk(accountId)).toMatchObject({ value: { own: true, flagged: false, history: [] } });
});

it("an account is found by what staff has in hand, and shown masked", async () => {
  const seed = world.seedOf("fresh-unit");
  const { orderId } = await world.inReview("fresh-unit");
  const accountId = await accountOf("fresh-unit");
  const { row } = await orderNow(orderId);
  const byAll = [accountId, seed.email, ` ${seed.email.toUpperCase()} `, row.number, seed.domains[0] ?? ""];
  for (const term of [...byAll, seed.account.realName.slice(1, 5)])
    expect(await found(term), term).toEqual([accountId]);
  for (const term of ["nobody@sandbox.invalid", "' OR 1=1 --", "%", seed.lead.name, seed.account.idNo])
    expect(await found(term), term).toEqual([]);
  const view = await desk(accountId);
  expect(view).toMatchObject({
    value: { name: seed.account.realName, openOrder: { number: row.number, readable: true }, members: 1 },
  });
  const person = await desk(await accountOf("fresh-person"));
  const { realName } = world.seedOf("fresh-person").account;
  expect(person).toMatchObject({ value: { kind: "person", name: expect.stringMatching(/^.\*+$/) } });
  for (const secret of [seed.email, seed.account.idNo, realName])
    expect(JSON.stringify([view, person])).not.toContain(secret);
});

it("a flagged account starts nothing and submits nothing; what it was given is said to its reviewer", async () => {
  const writing = await world.applicant("fresh-unit");
  await writing.start();
  await writing.fillPeople();
  await writing.fillWebsites();
  await writing.upload(world.clock);
  const accountId = await accountOf("fresh-unit");
  await flag(accountId, true, "可疑");
  const actor = await world.actor("fresh-unit");
  const { row } = await orderNow(writing.orderId);
  const [draft] = await read().select().from(t.orderDrafts).where(eq(t.orderDrafts.orderId, row.id));
  const submission = { orderId: row.id, version: draft?.version ?? 0, declarations: DECLARED_IN_FORCE };
  expect(await submitOrder(actor, submission)).toMatchObject({
    error: { reason: "order.findings-open", params: { count: 1 } },
  });
  const other = world.seedOf("sms-waiting");
  await flag(await accountOf("sms-waiting"), true, "可疑");
  expect(await createOrder(await world.actor("sms-waiting"), startOf(other))).toMatchObject({
    error: { code: "wrong_state", reason: "order.account-flagged" },
  });
  await flag(accountId, false, "已澄清");
  await writing.submit();
  const look = async (persona: string) =>
    getWorkbench(await world.actor(persona), { orderId: writing.orderId });
  await flag(accountId, true, "再次可疑");
  expect(await look("reviewer-lin")).toMatchObject({ value: { account: { flagged: true, open: false } } });
  expect(await look("supervisor")).toMatchObject({ value: { account: { id: accountId, open: true } } });
});
