import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import { normaliseCode } from "@/lib/filing/codes/form";
import { newDataKey } from "@/lib/secrets";
import { abandonOrder, withdrawOrder } from "../orders/command-order";
import { decisionContext } from "../orders/context";
import { insertDraft } from "../orders/document/draft-store";
import { getCheck } from "../orders/get-check";
import { judgeOrder } from "../orders/judge-order";
import { readOwnDraft } from "../orders/own-draft";
import { saveDraft } from "../orders/save-draft";
import { insertOrder, loadEvents } from "../orders/store";
import { getWorkbench } from "../review/get-workbench";
import { audited, DAY, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { deleteCode, editCode, moveCode } from "./change-code";
import { codeRows, enterCode, Lender } from "./testing";
import type { CodeView } from "./view";

let world: World;
let lender: Lender;
let borrower: Applicant;
let friend: Actor;
beforeEach(async () => {
  world = await newWorld();
  lender = await Lender.of(world);
  friend = await world.actor("draft-half");
  borrower = await world.applicant("draft-half");
  await borrower.start();
  await borrower.fillPeople();
});
afterEach(() => world.dispose());

const known = ({ id, version }: CodeView) => ({ codeId: id, version });

/** What the book says of the code of the borrower's website: the message keys. */
async function said(orderId = borrower.orderId, actor = friend): Promise<readonly string[]> {
  const own = await readOwnDraft(actor, orderId);
  if (!own.ok) throw new Error(own.error.code);
  const { findings } = await judgeOrder(own.value.order, own.value.draft.application);
  return findings.flatMap(({ rule, message }) => (rule === "resource.code" ? [message] : []));
}

async function submitted(): Promise<CodeView> {
  const code = await lender.lend(friend);
  await enterCode(borrower, code.code.toLowerCase(), lender.server());
  await borrower.upload(world.clock);
  await borrower.submit();
  return code;
}

describe("a code in an order", () => {
  it("is taken with the draft, given back when it is taken out, and again with the end of the order", async () => {
    const code = await lender.lend(friend);
    await enterCode(borrower, code.code, lender.server());
    expect(await said()).toEqual([]);
    expect(await lender.now(code.id)).toMatchObject({
      state: "IN_USE",
      may: { bind: false, move: false, remove: false },
    });
    const now = await lender.now(code.id);
    expect(await deleteCode(lender.actor, known(now))).toMatchObject({
      error: { reason: "lending.delete-used" },
    });
    expect(await moveCode(lender.actor, { ...known(now), resourceId: lender.server(1).id })).toMatchObject({
      error: { reason: "lending.repoint-in-use" },
    });
    expect(
      await editCode(lender.actor, { ...known(now), accountId: lender.actor.accountId ?? "", remark: "" }),
    ).toMatchObject({ error: { reason: "lending.bound" } });

    await borrower.fillWebsites();
    expect(await lender.now(code.id)).toMatchObject({ state: "UNUSED" });
    await enterCode(borrower, code.code, lender.server());
    expect(await abandonOrder(friend, { orderId: borrower.orderId })).toMatchObject({ ok: true });
    expect(await lender.now(code.id)).toMatchObject({ state: "UNUSED", may: { remove: true } });
    expect((await audited(code.id)).map(({ action }) => action)).toEqual([
      ...["code.created", "code.taken"],
      ...["code.released", "code.taken", "code.released"],
    ]);
  });

  it("stays with an order that is withdrawn, and goes back when its draft runs out", async () => {
    const code = await submitted();
    expect(await withdrawOrder(friend, { orderId: borrower.orderId })).toMatchObject({ ok: true });
    expect(await lender.now(code.id)).toMatchObject({ state: "IN_USE" });
    for (let week = 0; week < 60; week += 1) await world.pass(7 * DAY);
    expect((await orderNow(borrower.orderId)).snapshot.state).toBe("EXPIRED");
    expect((await codeRows())[0]).toMatchObject({ state: "UNUSED", orderId: null });
  });

  it("is shown to the reviewer with its owner and server, never as a whole", async () => {
    const code = await submitted();
    const lin = await world.actor("reviewer-lin");
    const bench = await getWorkbench(lin, { orderId: borrower.orderId });
    if (!bench.ok) throw new Error(bench.error.code);
    expect(bench.value.codes).toMatchObject([
      { owner: world.seedOf("fresh-unit").account.realName, server: "web-01 203.0.113.11" },
    ]);
    const secret = normaliseCode(code.code);
    for (const page of [bench, await getCheck(friend, { orderId: borrower.orderId })])
      expect(JSON.stringify(page).replaceAll("-", "").toUpperCase()).not.toContain(secret);
  });

  it("is used by the approval, for that service alone", async () => {
    const code = await submitted();
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(borrower.orderId);
    await lin.call(world.clock, borrower.orderId, "REACHED_OK");
    await lin.approve(borrower.orderId);
    await world.pass(10 * MINUTE);
    await world.pass(5_000);
    await verifyBySms(borrower.seed.lead);
    await world.pass(HOUR);
    await approveAtDesk(await world.actor("officer"), borrower.seed.account.realName);
    await world.pass(5_000);
    const [service] = await read().select().from(t.services);
    expect((await orderNow(borrower.orderId)).snapshot.state).toBe("APPROVED");
    expect(await lender.now(code.id)).toMatchObject({
      state: "USED",
      filed: { number: service?.number, name: service?.name },
      may: { move: true, remove: false },
    });
    // Its place on the server is taken, a place for the owner's own services is not.
    expect(await lender.page()).toMatchObject({ codes: { used: 1 }, own: { used: 0 } });
    expect((await audited(code.id)).at(-1)).toMatchObject({ action: "code.used" });
  });
});

describe("what the book says of a code", () => {
  it("is the same for one that is not there and one of another account", async () => {
    const foreign = await lender.lend(lender.actor);
    for (const written of [foreign.code, "AAAAA-AAAAA-AAAAA-AAAAA", "nothing"]) {
      await enterCode(borrower, written, lender.server());
      expect(await said(), written).toEqual(["message"]);
    }
    expect(await lender.now(foreign.id)).toMatchObject({ state: "UNUSED" });
    await expect(borrower.submit()).rejects.toThrow();
  });

  it("names a code that is void", async () => {
    const code = await lender.lend(friend);
    await withTransaction((tx) => tx.update(t.resources).set({ expiresAt: world.clock.now() + 20 * DAY }));
    await enterCode(borrower, code.code, lender.server());
    expect(await said()).toEqual(["expired"]);
  });

  it("stops whoever tries codes that are not his, known and unknown alike", async () => {
    const letters = "23456789ABCDEFGHJKLMN";
    const entered = [];
    for (const letter of letters)
      entered.push(
        await enterCode(borrower, letter.repeat(20), lender.server()).then(
          () => "saved",
          (error: Error) => error.message,
        ),
      );
    expect(entered.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => "saved"));
    expect(entered[20]).toContain("code.tries");
    // What is his own is no try.
    const code = await lender.lend(friend);
    await enterCode(borrower, code.code, lender.server());
    expect(await lender.now(code.id)).toMatchObject({ state: "IN_USE" });
  });
});

describe("one code and two orders at once", () => {
  /** A second order of the same account, such as a provider with more than one open order would have. */
  async function another(): Promise<string> {
    const own = await readOwnDraft(friend, borrower.orderId);
    if (!own.ok) throw new Error(own.error.code);
    const [first] = await loadEvents(read(), borrower.orderId);
    if (first?.event.type !== "created") throw new Error("no first event");
    const { event } = first;
    return withTransaction(async (tx) => {
      const ctx = await decisionContext(friend, "applicant");
      const { key, wrapped } = newDataKey();
      const { accountId } = own.value.order.row;
      const made = await insertOrder(
        tx,
        {
          ...{ accountId, userId: friend.userId, number: "B-SECOND", created: event, wrappedKey: wrapped },
          ...{ unitName: null, headline: null },
        },
        ctx,
      );
      await insertDraft(tx, made, key, own.value.draft.application, ctx);
      return made.row.id;
    });
  }

  it("exactly one gets it, the other is told, and gets it once it is free", async () => {
    const code = await lender.lend(friend);
    const orders = [borrower.orderId, await another()];
    const save = async (orderId: string) => {
      const own = await readOwnDraft(friend, orderId);
      if (!own.ok) throw new Error(own.error.code);
      const { application, version } = own.value.draft;
      const [service] = application.services;
      if (service === undefined) throw new Error("no service");
      const { lead: _lead, ...rest } = service;
      const value = { ...rest, resource: { kind: "CODE" as const, code: code.code } };
      return saveDraft(friend, {
        orderId,
        section: `service:${service.id}`,
        baseVersion: version,
        value,
      } as never);
    };
    const saved = await Promise.all(orders.map(save));
    expect(saved.map(({ ok }) => ok)).toEqual([true, true]);
    const rows = await codeRows();
    expect(rows).toMatchObject([{ state: "IN_USE" }]);
    const winner = rows[0]?.orderId ?? "";
    const loser = orders.find((id) => id !== winner) ?? "";
    expect(orders).toContain(winner);
    expect(await said(winner)).toEqual([]);
    expect(await said(loser)).toEqual(["in-use"]);
    expect(await abandonOrder(friend, { orderId: winner })).toMatchObject({ ok: true });
    expect(await said(loser)).toEqual([]);
  });
});
