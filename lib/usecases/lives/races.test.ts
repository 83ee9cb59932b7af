import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import { sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { startOf } from "@/lib/boot/seed/situations-documents";
import type { Actor } from "@/lib/filing/access";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import type { Result } from "@/lib/filing/shared/result";
import { codeTo } from "../accounts/testing";
import { verifyRealName } from "../accounts/verify-real-name";
import { startCancellation } from "../cancel/start-cancellation";
import { begin as cancelNow, type Filed, fileTwo, filledIn, WHO } from "../cancel/testing";
import { startChange } from "../changes/start-change";
import { deleteCode, moveCode } from "../codes/change-code";
import { createCode } from "../codes/create-code";
import { codeRows, enterCode, Lender } from "../codes/testing";
import { acceptMigration } from "../migration/answer-migration";
import { confirmMigrationCode } from "../migration/confirm-code";
import { startMigration } from "../migration/start-migration";
import { Pair, requests } from "../migration/testing";
import { createOrder } from "../orders/create-order";
import { MINUTE, newWorld, orderNow, type World } from "../testing";

/** What two browsers, two members or an owner and the authority do at the same moment. */
let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(async () => {
  expect(await verifyAuditChain()).toMatchObject({ intact: true });
  world.dispose();
});

/** The register as it lies there, row by row. */
async function register(): Promise<string> {
  const tables = [t.entities, t.services, t.serviceDomains, t.accesses, t.registryHistory] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => read().select().from(table))));
}
const openOrders = async () =>
  (await read().select().from(t.orders)).filter(
    ({ type, state }) => type !== "FIRST_FILING" && state !== "CANCELLED",
  );
const reasons = (answers: readonly Result<unknown>[]) =>
  answers.flatMap((answer) => (answer.ok ? [] : [answer.error.reason ?? answer.error.code]));

describe("two beginnings in one account", () => {
  let filed: Filed;
  let actor: Actor;
  beforeEach(async () => {
    filed = await fileTwo(world);
    actor = await world.actor(WHO);
  });

  /** Every way something begins at what is filed; codes were sent before the race. */
  async function beginnings(): Promise<Readonly<Record<string, () => Promise<Result<unknown>>>>> {
    const { entityId } = filed;
    const [first = "", second = ""] = filed.services.map(({ id }) => id);
    const access = await filledIn(world, { type: "CANCEL_ACCESS", entityId, services: [first] });
    const service = await filledIn(world, { type: "CANCEL_SERVICE", entityId, services: [second] });
    const entity = await filledIn(world, { type: "CANCEL_ENTITY", entityId, services: [] });
    const seed = world.seedOf(WHO);
    return {
      access: () => startCancellation(actor, access),
      service: () => startCancellation(actor, service),
      entity: () => startCancellation(actor, entity),
      change: () => startChange(actor, { entityId, entity: false, services: [first] }),
      add: () => createOrder(actor, startOf({ ...seed, domains: seed.domains.slice(2) })),
    };
  }

  it.each([
    ["access", "access"],
    ["entity", "entity"],
    ["service", "entity"],
    ["access", "change"],
    ["entity", "change"],
    ["service", "add"],
    ["change", "add"],
    ["add", "add"],
    ["change", "change"],
  ])("%s and %s: one order, the other is told what is open, and what is filed stands", async (one, other) => {
    const ways = await beginnings();
    const before = await register();
    const answers = await Promise.all(
      [ways[one]?.(), ways[other]?.()].map((answer) => answer ?? Promise.reject()),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["cancel.open-order", "change.not-now", "order.too-many-open"]).toEqual(
      expect.arrayContaining(reasons(answers)),
    );
    expect(await openOrders()).toHaveLength(1);
    expect(await register()).toBe(before);
  });

  it("and the authority that strikes the service off meanwhile: it ends once, and the account is free again", async () => {
    const [, second] = filed.services;
    const { entityId } = filed;
    const input: CancelTarget = { type: "CANCEL_SERVICE", entityId, services: [second?.id ?? ""] };
    const officer = await world.actor("officer");
    const [began] = await Promise.all([
      cancelNow(world, input),
      sendUnasked(officer, { number: second?.number ?? "", what: "cancelled" }),
    ]);
    for (let n = 0; n < 3; n += 1) await world.pass(MINUTE);
    expect((await read().select().from(t.services)).filter(({ endedAt }) => endedAt !== null)).toHaveLength(
      1,
    );
    // It was refused at the door: there is nothing left to cancel.
    if (began.ok) expect((await orderNow(began.value.orderId)).snapshot.state).toBe("RETURNED");
    expect(await openOrders().then((rows) => rows.filter(({ state }) => state !== "RETURNED"))).toEqual([]);
  });

  it("a cancellation and the other account that accepts: never both", async () => {
    const taker = await world.actor("rejected-two");
    const { realName: name, idNo } = world.seedOf(WHO).account;
    expect(await verifyRealName(taker, { kind: "unit", name, certType: null, idNo })).toMatchObject({
      ok: true,
    });
    const { entityId } = filed;
    await startMigration(actor, { entityId, accountId: taker.accountId ?? "" });
    const pair = new Pair(world, actor, taker, entityId);
    await confirmMigrationCode(actor, { ...(await pair.known()), code: await codeTo(pair.phone) });
    const access = await filledIn(world, {
      ...{ type: "CANCEL_ACCESS", entityId, services: [filed.services[0]?.id ?? ""] },
    });
    const known = await pair.known();
    const [cancelled, ...accepted] = await Promise.all([
      startCancellation(actor, access),
      acceptMigration(taker, known),
      acceptMigration(taker, known),
    ]);
    const took = accepted.filter(({ ok }) => ok).length;
    expect(took).toBeLessThanOrEqual(1);
    expect(cancelled.ok).toBe(took === 0);
    const [entity] = await read().select().from(t.entities);
    expect(entity?.accountId).toBe(took === 1 ? taker.accountId : actor.accountId);
    expect((await requests())[0]?.state).toBe(took === 1 ? "DONE" : "OFFERED");
  });
});

describe("places of a server", () => {
  it("ten at once for what is left: as many as there are places, the others learn that there is none", async () => {
    const lender = await Lender.of(world);
    const friend = await world.actor("draft-half");
    for (let n = 0; n < 3; n += 1) await lender.lend(friend);
    const wanted = { resourceId: lender.server().id, accountId: friend.accountId ?? "", remark: "" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => createCode(lender.actor, wanted)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(new Set(reasons(answers))).toEqual(new Set(["lending.no-quota"]));
    expect((await lender.page()).codes).toMatchObject({ used: 5, limit: 5 });
  });

  it("two codes that move to its last place: one moves", async () => {
    const lender = await Lender.of(world);
    const friend = await world.actor("draft-half");
    const two = [await lender.lend(friend, 1), await lender.lend(friend, 1)];
    for (let n = 0; n < 4; n += 1) await lender.lend(friend);
    const answers = await Promise.all(
      two.map(({ id, version }) =>
        moveCode(lender.actor, { codeId: id, version, resourceId: lender.server().id }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(reasons(answers)).toEqual(["lending.no-quota"]);
    expect([(await lender.page(0)).codes.used, (await lender.page(1)).codes.used]).toEqual([5, 1]);
  });

  it("a code that is taken away while somebody enters it is either gone or in use", async () => {
    const lender = await Lender.of(world);
    const friend = await world.actor("draft-half");
    const borrower = await world.applicant("draft-half");
    await borrower.start();
    const code = await lender.lend(friend);
    const [removed] = await Promise.all([
      deleteCode(lender.actor, { codeId: code.id, version: code.version }),
      enterCode(borrower, code.code, lender.server()),
    ]);
    const left = await codeRows();
    expect(left.map(({ state }) => state)).toEqual(removed.ok ? [] : ["IN_USE"]);
    if (!removed.ok) expect(["lending.delete-used", "lending.moved"]).toContain(removed.error.reason);
  });
});
