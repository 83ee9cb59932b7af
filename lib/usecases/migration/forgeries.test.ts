import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { orderIn } from "@/lib/filing/lifecycle/testing";
import { approved, numberOf, site } from "@/lib/filing/registry/testing";
import { ok } from "@/lib/filing/shared/result";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { inventory } from "@/lib/inventory";
import { codeTo } from "../accounts/testing";
import { getServer } from "../codes/get-server";
import { changeRegistry } from "../registry/change-registry";
import { heldByNumber } from "../registry/held";
import { MINUTE, newWorld, type World } from "../testing";
import { acceptMigration, declineMigration } from "./answer-migration";
import { getMigration } from "./get-migration";
import { listOffers } from "./list-offers";
import { resendMigrationCode, takeBackMigration } from "./start-migration";
import { Pair, requests } from "./testing";

const NOBODY = "01900000-0000-7000-8000-000000000000";
let world: World;
let pair: Pair;
let stranger: Actor;

beforeEach(async () => {
  world = await newWorld();
  const applicant = await world.applicant("fresh-unit");
  await file(await world.actor("fresh-unit"), 1);
  pair = await Pair.of(world, applicant);
  stranger = await world.actor("draft-half");
});
afterEach(() => world.dispose());

/** Something filed for the account, as the authority approved it; with the name the pair's accounts are verified by. */
async function file(who: Actor, n: number, number?: string): Promise<void> {
  const seed = world.seedOf("fresh-unit");
  const entity = { ...validEnterprise().entity, name: seed.account.realName };
  const people = validEnterprise().people.map((person) => ({ ...person, phone1: seed.lead.phone }));
  const event = approved("FIRST_FILING", [[numberOf(n), site(n)]], { entity, people }, number);
  await withTransaction(async (tx) => {
    const cause = { orderId: `order-${n}`, notice: null, accountId: who.accountId, at: world.clock.now() };
    return ok(await changeRegistry(tx, await heldByNumber(tx, event.entityNumber), event, cause));
  });
}

/** An order somebody has just begun. */
const begin = (who: Actor) =>
  withTransaction(async (tx) => {
    const accountId = who.accountId ?? "";
    await tx.insert(t.orders).values({
      ...{ id: `draft-${accountId}`, number: `B${accountId}`, accountId, type: "FIRST_FILING" },
      ...{ state: "DRAFT", version: 1, createdAt: 0, createdBy: who.userId, since: 0 },
      snapshot: orderIn("DRAFT", { id: `draft-${accountId}`, accountId }),
    });
    return ok(null);
  });

const joined = async (account: Actor): Promise<Actor> => {
  const member = await world.actor("fresh-person");
  const accountId = account.accountId ?? "";
  await withTransaction(async (tx) => {
    await tx.insert(t.accountMembers).values({ accountId, userId: member.userId, role: "member" });
    return ok(null);
  });
  return { ...member, accountId, accountIds: [accountId, ...member.accountIds] };
};
const refused = (reason: string, code = "wrong_state") => ({
  ok: false,
  error: { code, reason: `migration.${reason}` },
});
const notFound = { ok: false, error: { code: "not_found" } };
const everything = async () => ({
  entities: await read().select().from(t.entities),
  history: await read().select().from(t.registryHistory),
  orders: await read().select().from(t.orders),
});

describe("a migration is not started", () => {
  it("of somebody else's filing, or of none", async () => {
    expect(await pair.start(pair.to.accountId ?? "", stranger)).toMatchObject(notFound);
    expect(await getMigration(stranger, { entityId: pair.entityId })).toMatchObject(notFound);
    const none = new Pair(world, pair.from, pair.to, NOBODY);
    expect(await none.start()).toMatchObject(notFound);
  });

  it("by a member who is not the owner; he may look", async () => {
    const member = await joined(pair.from);
    expect(await pair.start(pair.to.accountId ?? "", member)).toMatchObject(
      refused("not-owner", "forbidden"),
    );
    expect(await getMigration(member, { entityId: pair.entityId })).toMatchObject({
      value: { owner: false },
    });
  });

  it("to nobody, a stranger, an account not verified: one answer; nor to the account itself", async () => {
    for (const account of [NOBODY, stranger.accountId ?? ""])
      expect(await pair.start(account)).toMatchObject(refused("to-organiser"));
    await withTransaction((tx) => tx.update(t.accounts).set({ realNameVerifiedAt: null }));
    expect(await pair.start()).toMatchObject(refused("to-organiser"));
    expect(await pair.start(pair.from.accountId ?? "")).toMatchObject(refused("to-other"));
    expect(await requests()).toEqual([]);
  });

  it("to an account with an entity, or with an order, or while there is an order here", async () => {
    await begin(pair.to);
    expect(await pair.start()).toMatchObject(refused("to-order"));
    await file(pair.to, 2, "京ICP备2026000002号");
    expect(await pair.start()).toMatchObject(refused("to-empty"));
    await begin(pair.from);
    expect(await pair.start()).toMatchObject(refused("from-order"));
    expect(await requests()).toEqual([]);
  });

  it("a second time while one waits for its answer; before that, the new one replaces the old", async () => {
    await pair.start();
    const first = await pair.known();
    await pair.start();
    expect((await requests()).map(({ state }) => state)).toEqual(["TAKEN_BACK", "PROVING"]);
    expect(await takeBackMigration(pair.from, first)).toMatchObject(refused("taken-back"));
    await pair.confirm();
    expect(await pair.start()).toMatchObject(refused("running"));
  });
});

describe("the lead's code", () => {
  it("is asked for before the other account hears anything", async () => {
    await pair.start();
    for (const answer of [acceptMigration, declineMigration])
      expect(await answer(pair.to, await pair.known())).toMatchObject(notFound);
    expect(await pair.confirm("000000", stranger)).toMatchObject(notFound);
    expect(await pair.confirm("000000", pair.to)).toMatchObject(notFound);
  });

  it("is spent after five wrong ones; another one works", async () => {
    await pair.start();
    const right = await codeTo(pair.phone);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let n = 0; n < 4; n += 1)
      expect(await pair.confirm(wrong)).toMatchObject(refused("code-wrong", "invalid"));
    expect(await pair.confirm(wrong)).toMatchObject(refused("code-spent"));
    expect(await pair.confirm(right)).toMatchObject(refused("code-spent"));
    expect(await resendMigrationCode(pair.from, await pair.known())).toMatchObject({ ok: true });
    expect(await pair.confirm(right)).toMatchObject(refused("code-wrong", "invalid"));
    expect(await pair.confirm()).toMatchObject({ ok: true });
    expect(await pair.confirm(right)).toMatchObject(refused("proven"));
  });

  it("runs out after a quarter of an hour, and is sent three times an hour", async () => {
    await pair.start();
    world.system.advance(15 * MINUTE - 1);
    const right = await codeTo(pair.phone);
    world.system.advance(1);
    expect(await pair.confirm(right)).toMatchObject(refused("code-expired"));
    const again = async () => resendMigrationCode(pair.from, await pair.known());
    expect([(await again()).ok, (await again()).ok]).toEqual([true, true]);
    expect(await again()).toMatchObject({ error: { code: "too_many" } });
  });

  it("proves the number the filing names now", async () => {
    await pair.start();
    const right = await codeTo(pair.phone);
    const seed = world.seedOf("fresh-unit");
    const people = validEnterprise().people.map((person) => ({ ...person, phone1: "13900010099" }));
    const entity = { ...validEnterprise().entity, name: seed.account.realName };
    await withTransaction(async (tx) => {
      const event = approved("CHANGE_ENTITY", [], { entity, people });
      const cause = { orderId: "order-3", notice: null, accountId: pair.from.accountId, at: 0 };
      return ok(await changeRegistry(tx, await heldByNumber(tx, event.entityNumber), event, cause));
    });
    expect(await pair.confirm(right)).toMatchObject(refused("phone-changed"));
    // No code goes out that could not be confirmed.
    expect(await resendMigrationCode(pair.from, await pair.known())).toMatchObject(refused("phone-changed"));
  });
});

describe("an offer", () => {
  beforeEach(() => pair.offer());

  it("is answered by the owner of the account it went to, and by nobody else", async () => {
    const before = await everything();
    const member = await joined(pair.to);
    expect(await pair.accept(stranger)).toMatchObject(notFound);
    expect(await pair.accept(pair.from)).toMatchObject(notFound);
    expect(await pair.accept(member)).toMatchObject(refused("not-owner", "forbidden"));
    expect(await listOffers(member)).toMatchObject([{ owner: false }]);
    expect(await takeBackMigration(pair.to, await pair.known())).toMatchObject(notFound);
    expect(await everything()).toEqual(before);
  });

  it("is not taken by who has got an order or an entity meanwhile, or from who has", async () => {
    await begin(pair.to);
    expect(await pair.accept()).toMatchObject(refused("to-order"));
    await file(pair.to, 2, "京ICP备2026000002号");
    const before = await everything();
    expect(await pair.accept()).toMatchObject(refused("to-empty"));
    expect(await listOffers(pair.to)).toMatchObject([{ obstacle: { reason: "migration.to-empty" } }]);
    expect(await getMigration(pair.from, { entityId: pair.entityId })).toMatchObject({
      value: { running: { state: "OFFERED", obstacle: { reason: "migration.to-empty" } } },
    });
    expect(await everything()).toEqual(before);
    await begin(pair.from);
    expect(await pair.accept()).toMatchObject(refused("from-order"));
  });

  it("is not taken when the entity has ended, or the account has another name", async () => {
    await withTransaction((tx) => tx.update(t.accounts).set({ realNameVerifiedAt: null }));
    expect(await pair.accept()).toMatchObject(refused("to-verified"));
    await withTransaction((tx) => tx.update(t.entities).set({ endedAt: 1 }));
    expect(await pair.accept()).toMatchObject(refused("from-filed"));
  });

  it("is taken once, by however many clicks", async () => {
    const known = await pair.known();
    const answers = await Promise.all([
      acceptMigration(pair.to, known),
      acceptMigration(pair.to, known),
      takeBackMigration(pair.from, known),
      declineMigration(pair.to, known),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await acceptMigration(pair.to, known)).toMatchObject({ ok: false });
    const state = (await requests())[0]?.state;
    expect(await pair.holder()).toBe(state === "DONE" ? pair.to.accountId : pair.from.accountId);
    const moved = await read().select().from(t.registryHistory);
    expect(moved.filter(({ change }) => change === "entity_moved")).toHaveLength(state === "DONE" ? 1 : 0);
  });

  it("is not answered on a page that is older than it", async () => {
    const { migrationId, version } = await pair.known();
    const stale = { migrationId, version: version - 1 };
    for (const answer of [() => acceptMigration(pair.to, stale), () => takeBackMigration(pair.from, stale)])
      expect(await answer()).toMatchObject(refused("moved", "stale"));
    expect(await pair.holder()).toBe(pair.from.accountId);
  });
});

it("a service that went away keeps its place on the server, whose owner sees that it is taken, and not by whom", async () => {
  const servers = await inventory().list(pair.from.accountId ?? "");
  const resourceId = servers[0]?.id ?? "";
  await withTransaction((tx) => tx.update(t.accesses).set({ resourceId }));
  const own = async () => {
    const page = await getServer(pair.from, { resourceId });
    return page.ok && "own" in page.value ? page.value.own : null;
  };
  expect(await own()).toMatchObject({ used: 1, gone: 0, slots: [{ number: numberOf(1) }] });
  expect(await getMigration(pair.from, { entityId: pair.entityId })).toMatchObject({
    value: { going: { services: 1, onOwnServers: 1 } },
  });
  await pair.offer();
  await pair.accept();
  expect(await own()).toMatchObject({ used: 1, gone: 1, slots: [] });
});
