import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Actor } from "@/lib/filing/access";
import { mailbox } from "../accounts/testing";
import { getAfter } from "../after/get-after";
import { tickTask } from "../after/tick-task";
import { askQuestion, countQuestions } from "../changes/questions";
import { enterCode, Lender } from "../codes/testing";
import { getManual } from "../manual/get-manual";
import { openManual } from "../manual/open-manual";
import { wanted } from "../manual/testing";
import { readOwnFile } from "../materials/read-file";
import { listNotifications, NotificationFilter } from "../notifications/list-notifications";
import { getCopy } from "../orders/get-copy";
import { listFilings } from "../orders/list-filings";
import { getFiledService, getFiling, getFilingHistory } from "../registry/get-filing";
import { takeUnasked } from "../system/unasked-notice";
import { audited, newWorld, orderNow, type World } from "../testing";
import { declineMigration } from "./answer-migration";
import { getMigration } from "./get-migration";
import { listOffers } from "./list-offers";
import { takeBackMigration } from "./start-migration";
import { getApproved, Pair, requests } from "./testing";

let world: World;
let applicant: Applicant;
let pair: Pair;
let lender: Lender;

beforeEach(async () => {
  world = await newWorld();
  applicant = await world.applicant("fresh-unit");
  lender = await Lender.of(world, "draft-half");
  await applicant.start();
  await applicant.fillPeople();
  const code = await lender.lend(await world.actor("fresh-unit"));
  await enterCode(applicant, code.code, lender.server());
  await applicant.upload(world.clock);
  await applicant.submit();
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(applicant.orderId);
  await lin.call(world.clock, applicant.orderId, "REACHED_OK");
  await lin.approve(applicant.orderId);
  await getApproved(world, applicant);
  pair = await Pair.of(world, applicant);
});
afterEach(() => world.dispose());

const notFound = { ok: false, error: { code: "not_found" } };
const told = async (who: Actor) => {
  const list = await listNotifications(who, NotificationFilter.parse({}));
  return list.ok ? list.value.items.filter(({ orderId }) => orderId === null).map(({ event }) => event) : [];
};

/** Every way an account reads of a filing; of each whether it got anything. */
async function reads(who: Actor): Promise<Readonly<Record<string, boolean>>> {
  const { entityId } = pair;
  const [service] = await read().select().from(t.services);
  const [material] = await read().select().from(t.materials);
  const serviceId = service?.id ?? "";
  const found = {
    card: await getFiling(who, { entityId }),
    service: await getFiledService(who, { entityId, serviceId }),
    history: await getFilingHistory(who, { entityId }),
    moving: await getMigration(who, { entityId }),
    after: await getAfter(who, { serviceId, pointing: "one" }),
    order: await getCopy(who, { orderId: applicant.orderId }),
    file: await readOwnFile(who, { materialId: material?.id ?? "", thumb: false }),
  };
  for (const answer of Object.values(found)) if (!answer.ok) expect(answer).toMatchObject(notFound);
  const { file } = found;
  if (file.ok && file.value.body instanceof ReadableStream) await file.value.body.cancel();
  const list = await listFilings(who);
  return {
    ...Object.fromEntries(Object.entries(found).map(([name, answer]) => [name, answer.ok])),
    list: list.ok && list.value.length > 0,
  };
}
const all = (seen: boolean) =>
  Object.fromEntries(
    ["card", "service", "history", "moving", "after", "order", "file", "list"].map((name) => [name, seen]),
  );

describe("a filed entity that goes to another account", () => {
  it("goes with its history, orders, files, ticks and codes; the former account meets nothing of it", async () => {
    const [service] = await read().select().from(t.services);
    const tick = { serviceId: service?.id ?? "", task: "public-security", done: true } as const;
    expect(await tickTask(pair.from, tick)).toMatchObject({ ok: true });
    const before = await read().select().from(t.services);
    expect(await reads(pair.from)).toEqual(all(true));

    expect(await pair.start()).toMatchObject({ ok: true });
    // Nobody there hears of it before the lead's phone has agreed.
    expect(await listOffers(pair.to)).toEqual([]);
    expect(await told(pair.to)).toEqual([]);
    expect(await pair.confirm()).toEqual({ ok: true, value: null });
    expect(await listOffers(pair.to)).toMatchObject([
      { from: pair.from.accountId, services: 1, obstacle: null, owner: true },
    ]);
    expect(await told(pair.to)).toEqual(["migration_offered"]);

    expect(await pair.accept()).toMatchObject({ ok: true, value: { entityId: pair.entityId } });
    expect(await reads(pair.from)).toEqual(all(false));
    expect(await reads(pair.to)).toEqual(all(true));
    expect(await read().select().from(t.services)).toEqual(before);
    expect(await told(pair.from)).toEqual(["migration_given"]);
    expect(await told(pair.to)).toEqual(["migration_taken", "migration_offered"]);

    const history = await getFilingHistory(pair.to, { entityId: pair.entityId });
    const line = history.ok ? history.value.lines.at(-1) : undefined;
    expect(line).toMatchObject({
      ...{ change: "entity_moved", about: pair.from.accountId, by: { kind: "holder" } },
      serviceId: null,
    });
    // Its first line still leads to the order that made it.
    expect(history.ok && history.value.lines[0]?.by).toMatchObject({ order: { type: "FIRST_FILING" } });
    expect((await orderNow(applicant.orderId)).row.accountId).toBe(pair.to.accountId);
    const after = await getAfter(pair.to, { serviceId: service?.id ?? "", pointing: "one" });
    expect(after.ok && after.value.tasks.find(({ id }) => id === "public-security")?.doneAt).not.toBeNull();
    const [code] = (await lender.page()).codes.rows;
    expect(code).toMatchObject({ state: "USED", accountId: pair.to.accountId });
    expect(await read().select().from(t.servingChanges)).toHaveLength(1);
  });

  it("is on record where the entity or either account is looked for", async () => {
    await pair.offer();
    await pair.accept();
    const actions = async (object: string) => (await audited(object)).map(({ action }) => action);
    expect(await actions(pair.entityId)).toEqual([
      ...["migration.started", "migration.offered", "migration.accepted"],
    ]);
    expect(await actions(pair.from.accountId ?? "")).toContain("account.filing-given");
    expect(await actions(pair.to.accountId ?? "")).toContain("account.filing-taken");
    expect((await audited(pair.entityId)).at(-1)?.data).toMatchObject({ orders: 1, codes: 1 });
    const sent = (await mailbox()).filter(({ body }) => body.includes("迁移"));
    expect(JSON.stringify(sent)).toContain("/console/filings");
  });

  it("has what the authority does to it told to its new holder, and to nobody else", async () => {
    await pair.offer();
    await pair.accept();
    const [{ number } = { number: "" }] = await read().select().from(t.entities);
    const body = { type: "cancelled", numbers: [number] } as const;
    const notice = { number: 990, at: world.clock.now(), orderId: null, body };
    await withTransaction((tx) => takeUnasked(tx, notice as never));
    const events = async (who: Actor) =>
      (await read().select().from(t.notifications)).filter(
        ({ userId, event }) => userId === who.userId && event === "filing_cancelled",
      ).length;
    expect([await events(pair.from), await events(pair.to)]).toEqual([0, 1]);
  });

  it("takes no open question along, and the new holder may ask his own", async () => {
    const asking = { entityId: pair.entityId, about: "name", text: "可以先改备案吗？" } as const;
    expect(await askQuestion(pair.from, asking)).toMatchObject({ ok: true });
    await pair.offer();
    await pair.accept();
    const lin = await world.actor("reviewer-lin");
    expect(await countQuestions(lin)).toBe(0);
    expect(await askQuestion(pair.to, asking)).toMatchObject({ ok: true });
    expect(await countQuestions(lin)).toBe(1);
  });

  it("may come back the same way", async () => {
    await pair.offer();
    await pair.accept();
    const back = new Pair(world, pair.to, pair.from, pair.entityId);
    await back.offer();
    expect(await back.accept()).toMatchObject({ ok: true });
    expect(await reads(pair.from)).toEqual(all(true));
    expect(await reads(pair.to)).toEqual(all(false));
    expect(await getMigration(pair.from, { entityId: pair.entityId })).toMatchObject({
      value: { running: null, last: null, owner: true, going: { services: 1, onOwnServers: 0 } },
    });
  });

  it("stays when the other account declines, or who asked takes it back; each tells the other side", async () => {
    await pair.offer();
    expect(await declineMigration(pair.to, await pair.known())).toEqual({ ok: true, value: null });
    expect(await told(pair.from)).toEqual(["migration_declined"]);
    await pair.offer();
    expect(await takeBackMigration(pair.from, await pair.known())).toEqual({ ok: true, value: null });
    expect(await told(pair.to)).toEqual(["migration_taken_back", "migration_offered", "migration_offered"]);
    expect(await pair.accept()).toMatchObject({ error: { reason: "migration.taken-back" } });
    expect((await requests()).map(({ state }) => state)).toEqual(["DECLINED", "TAKEN_BACK"]);
    expect(await pair.holder()).toBe(pair.from.accountId);
  });

  it("stays when nobody answers in time, to the moment", async () => {
    await pair.offer();
    const until = (await requests())[0]?.expiresAt ?? 0;
    expect(until - world.clock.now()).toBe(7 * 86_400_000);
    await world.pass(until - world.clock.now() - 1);
    expect(await listOffers(pair.to)).toHaveLength(1);
    world.clock.advance(1);
    expect(await listOffers(pair.to)).toEqual([]);
    expect(await pair.accept()).toMatchObject({ error: { reason: "migration.expired" } });
    await world.pass(1);
    expect((await requests())[0]?.state).toBe("EXPIRED");
    expect(await told(pair.from)).toEqual(["migration_expired"]);
    expect(await told(pair.to)).toEqual(["migration_expired", "migration_offered"]);
    expect(await pair.start()).toMatchObject({ ok: true });
  });

  it("is not offered to an account that is closed meanwhile", async () => {
    await pair.offer();
    const { closeAccount } = await import("../accounts/close-account");
    const { PERSONA_PASSWORD } = await import("@/lib/boot/seed/persona-data");
    expect(await closeAccount(pair.to, { password: PERSONA_PASSWORD })).toMatchObject({ ok: true });
    expect((await requests())[0]?.state).toBe("DECLINED");
    await withTransaction((tx) => tx.update(t.accounts).set({ riskFlag: true }));
    expect(await pair.start()).toMatchObject({ error: { reason: "migration.from-flag" } });
  });

  const asked = () => read().select().from(t.manualCancellations);
  const close = async (who: Actor) => {
    const { closeAccount } = await import("../accounts/close-account");
    const { PERSONA_PASSWORD } = await import("@/lib/boot/seed/persona-data");
    expect(await closeAccount(who, { password: PERSONA_PASSWORD })).toMatchObject({ ok: true });
  };

  it("takes no request on the manual path along: it ends, unseen by the taker and not in his way", async () => {
    expect(await openManual(pair.from, wanted(pair.entityId))).toMatchObject({ ok: true });
    await pair.offer();
    expect(await pair.accept()).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject([{ state: "WITHDRAWN", accountId: pair.from.accountId }]);
    const { entityId } = pair;
    expect(await getManual(pair.to, { entityId })).toMatchObject({ ok: true, value: { requests: [] } });
    expect(await openManual(pair.to, wanted(entityId))).toMatchObject({ ok: true });
    // Once the giver closes his account, the delay is not waited for.
    expect((await asked())[0]?.wrappedKey).not.toBeNull();
    await close(pair.from);
    await world.pass(1);
    expect((await asked()).map(({ state, wrappedKey }) => [state, wrappedKey === null])).toEqual([
      ["WITHDRAWN", true],
      ["PREPARING", false],
    ]);
  });

  it("may have left one open, which shuts nobody out and ends with the account", async () => {
    expect(await openManual(pair.from, wanted(pair.entityId))).toMatchObject({ ok: true });
    // As it was before a migration ended them.
    await withTransaction((tx) => tx.update(t.entities).set({ accountId: pair.to.accountId ?? "" }));
    expect(await openManual(pair.to, wanted(pair.entityId))).toMatchObject({ ok: true });
    await close(pair.from);
    await world.pass(1);
    expect((await asked()).map(({ state, wrappedKey }) => [state, wrappedKey === null])).toEqual([
      ["WITHDRAWN", true],
      ["PREPARING", false],
    ]);
  });
});
