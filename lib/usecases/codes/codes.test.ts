import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { setPolicy } from "../accounts/testing";
import { audited, newWorld, type World } from "../testing";
import { deleteCode, editCode, moveCode } from "./change-code";
import { createCode } from "./create-code";
import { getServer } from "./get-server";
import { codeRows, Lender } from "./testing";

const NOBODY = "01900000-0000-7000-8000-000000000000";
let world: World;
let lender: Lender;
let friend: Actor;
beforeEach(async () => {
  world = await newWorld();
  lender = await Lender.of(world);
  friend = await world.actor("draft-half");
});
afterEach(() => world.dispose());

const known = ({ id, version }: { id: string; version: number }) => ({ codeId: id, version });
const order = (over: object = {}) => ({
  ...{ resourceId: lender.server().id, accountId: friend.accountId ?? "", remark: "" },
  ...over,
});

describe("a member of the account", () => {
  it("moves no code to an account of his own and deletes none where only the owner makes them", async () => {
    const code = await lender.lend(friend);
    const { accountId } = lender.actor;
    await withTransaction(async (tx) => {
      const row = { accountId: accountId ?? "", userId: friend.userId, role: "member" as const };
      await tx.insert(t.accountMembers).values(row);
    });
    const member = { ...friend, accountId };
    const mine = { ...known(code), accountId: friend.accountId ?? "", remark: "ours" };
    expect(await editCode(member, mine)).toMatchObject({ ok: true });
    await setPolicy("codesForSubAccounts", false);
    const now = await lender.now(code.id);
    const refused = { error: { code: "wrong_state", reason: "lending.no-member" } };
    expect(await editCode(member, { ...mine, ...known(now), accountId: accountId ?? "" })).toMatchObject(
      refused,
    );
    expect(await deleteCode(member, known(now))).toMatchObject(refused);
    expect(await deleteCode(lender.actor, known(now))).toMatchObject({ ok: true });
  });
});

describe("making codes", () => {
  it("gives the owner a code nobody can guess, and keeps it sealed", async () => {
    const code = await lender.lend(friend, 0, "合作伙伴");
    expect(code.code).toMatch(/^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
    expect(code).toMatchObject({
      state: "UNUSED",
      own: false,
      remark: "合作伙伴",
      accountId: friend.accountId,
    });
    const [row] = await codeRows();
    const stored = JSON.stringify(row, (_key, value) =>
      value?.type === "Buffer" ? String.fromCharCode(...value.data) : value,
    );
    expect(stored).not.toContain(code.code);
    expect(stored).not.toContain(code.code.replaceAll("-", ""));
    expect(stored).not.toContain("合作伙伴");
    expect(await audited(code.id)).toMatchObject([{ action: "code.created", outcome: "done" }]);
    expect(JSON.stringify(await audited(code.id))).not.toContain(code.code.slice(0, 5));
  });

  it("may be for the own account", async () => {
    expect(await lender.lend(lender.actor)).toMatchObject({ own: true });
  });

  it("counts per server, and the place of a deleted one is free again", async () => {
    const made = [];
    for (let n = 0; n < 5; n += 1) made.push(await lender.lend(friend));
    expect((await lender.page()).codes).toMatchObject({ limit: 5, used: 5 });
    expect(await createCode(lender.actor, order())).toMatchObject({
      ok: false,
      error: { reason: "lending.no-quota", params: { used: 5, limit: 5 } },
    });
    await lender.lend(friend, 1);
    const [first] = made;
    expect(first && (await deleteCode(lender.actor, known(first)))).toEqual({ ok: true, value: null });
    expect((await createCode(lender.actor, order())).ok).toBe(true);
  });

  it("of two who want the last place at once one gets it", async () => {
    for (let n = 0; n < 4; n += 1) await lender.lend(friend);
    const both = await Promise.all([createCode(lender.actor, order()), createCode(lender.actor, order())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await codeRows()).toHaveLength(5);
  });

  it("names the obstacle", async () => {
    const person = await world.actor("fresh-person");
    const [own] = await read()
      .select()
      .from(t.resources)
      .where(eq(t.resources.accountId, person.accountId ?? ""));
    expect(await createCode(person, order({ resourceId: own?.id }))).toMatchObject({
      error: { reason: "lending.no-unit" },
    });
    await withTransaction((tx) =>
      tx.update(t.resources).set({ mainland: false }).where(eq(t.resources.id, lender.server().id)),
    );
    expect(await createCode(lender.actor, order())).toMatchObject({
      error: { reason: "lending.no-mainland" },
    });
    expect(
      await createCode(lender.actor, order({ resourceId: lender.server(1).id, accountId: NOBODY })),
    ).toMatchObject({
      error: { code: "invalid", fields: [{ path: "accountId", reason: "lending.account-unknown" }] },
    });
    expect(await codeRows()).toEqual([]);
  });
});

describe("forged ids", () => {
  it("of servers and codes of another account are as unknown as none", async () => {
    const code = await lender.lend(friend);
    const gone = { ok: false, error: { code: "not_found" } };
    expect(await getServer(friend, { resourceId: lender.server().id })).toEqual(gone);
    expect(await getServer(friend, { resourceId: NOBODY })).toEqual(gone);
    for (const codeId of [code.id, NOBODY]) {
      const version = code.version;
      expect(await deleteCode(friend, { codeId, version })).toEqual(gone);
      expect(
        await editCode(friend, { codeId, version, accountId: friend.accountId ?? "", remark: "" }),
      ).toEqual(gone);
    }
    expect(await createCode(friend, order())).toEqual(gone);
    const theirs = await Lender.of(world, "draft-half");
    expect(await moveCode(friend, { ...known(code), resourceId: theirs.server().id })).toEqual(gone);
    // One's own code cannot be moved onto a server that is not one's own.
    expect(await moveCode(lender.actor, { ...known(code), resourceId: theirs.server().id })).toEqual(gone);
    expect(await lender.now(code.id)).toEqual(code);
  });
});

describe("changing codes", () => {
  it("binds anew while unused, and keeps the owner's words", async () => {
    const code = await lender.lend(friend);
    const other = await world.actor("fresh-person");
    const input = { ...known(code), accountId: other.accountId ?? "", remark: "new" };
    expect(await editCode(lender.actor, input)).toEqual({ ok: true, value: null });
    expect(await lender.now(code.id)).toMatchObject({
      accountId: other.accountId,
      remark: "new",
      version: 2,
    });
    expect(await editCode(lender.actor, input)).toMatchObject({
      error: { code: "stale", reason: "lending.moved" },
    });
  });

  it("moves to another server that could have made it", async () => {
    const code = await lender.lend(friend);
    const to = lender.server(1).id;
    expect(await moveCode(lender.actor, { ...known(code), resourceId: to })).toEqual({
      ok: true,
      value: null,
    });
    expect((await lender.page(0)).codes.rows).toEqual([]);
    expect((await lender.page(1)).codes).toMatchObject({ used: 1, rows: [{ id: code.id, code: code.code }] });
    for (let n = 0; n < 5; n += 1) await lender.lend(friend, 0);
    const moved = await lender.now(code.id);
    expect(await moveCode(lender.actor, { ...known(moved), resourceId: lender.server(0).id })).toMatchObject({
      error: { reason: "lending.no-quota" },
    });
  });

  it("are void while their server ends too soon, and good again when it is renewed", async () => {
    const code = await lender.lend(friend);
    const until = (expiresAt: number) =>
      withTransaction((tx) =>
        tx.update(t.resources).set({ expiresAt }).where(eq(t.resources.id, lender.server().id)),
      );
    await until(world.clock.now() + 29 * 86_400_000);
    expect(await lender.now(code.id)).toMatchObject({ state: "EXPIRED", may: { move: true, remove: true } });
    await until(world.clock.now() + 300 * 86_400_000);
    expect(await lender.now(code.id)).toMatchObject({ state: "UNUSED" });
  });
});
