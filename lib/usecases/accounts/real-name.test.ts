import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { RealName } from "@/lib/auth/real-name-form";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { blindIndex } from "@/lib/secrets";
import { fileTwo } from "../cancel/testing";
import { HOUR, newWorld, type World } from "../testing";
import { closeAccount } from "./close-account";
import { confirmRegistration } from "./confirm-registration";
import { getAccount } from "./get-account";
import { register } from "./register";
import { resolveSession } from "./resolve-session";
import { signIn } from "./sign-in";
import { AGREED, tokenTo } from "./testing";
import { verifyRealName } from "./verify-real-name";

const PASSWORD = "blue kettle on tuesday";
const PERSON: RealName = { kind: "person", name: "温乔", certType: 2, idNo: "110101 19900307002x" };
const UNIT: RealName = {
  kind: "unit",
  name: "杭州云杉示范科技有限公司",
  certType: null,
  idNo: "91330106MA0000A19Q",
};
let world: World;

beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

async function live(sid: string): Promise<Actor> {
  const found = await resolveSession(sid);
  if (found === null) throw new Error("nobody");
  return found;
}
const signedIn = async (persona: string) => live(await sessionOf(persona));
async function registered(email = "wen@example.cn"): Promise<{ sid: string; actor: Actor }> {
  await register({ email, locale: "zh-CN" });
  const made = await confirmRegistration(
    { ...AGREED, token: await tokenTo(email), password: PASSWORD },
    null,
  );
  if (!made.ok) throw new Error(made.error.reason);
  return { sid: made.value.sid, actor: await live(made.value.sid) };
}
const view = async (actor: Actor) => {
  const account = await getAccount(actor);
  if (!account.ok) throw new Error(account.error.code);
  return account.value;
};
const reason = (result: Awaited<ReturnType<typeof verifyRealName>>) =>
  result.ok ? "ok" : (result.error.fields?.[0]?.reason ?? result.error.reason);

describe("the real name", () => {
  it("is verified once name and document belong together; a person waits a day", async () => {
    const { actor } = await registered();
    expect(await view(actor)).toMatchObject({ realName: null, readyAt: null });
    expect(reason(await verifyRealName(actor, PERSON))).toBe("ok");
    const at = clock().now();
    expect(await view(actor)).toMatchObject({
      kind: "person",
      realName: { name: "温乔", idNo: "1101**********002X", at },
      readyAt: at + 24 * HOUR,
    });
    await world.pass(24 * HOUR);
    expect((await view(actor)).readyAt).toBeNull();
  });

  it.each([
    ["a wrong check digit", { ...PERSON, idNo: "110101199003070012" }, "account.idno-form"],
    [
      "a unit's number with a wrong check digit",
      { ...UNIT, idNo: "91330106MA0000A190" },
      "account.idno-form",
    ],
    [
      "another name than the registry has",
      { ...UNIT, name: "杭州云杉科技有限公司" },
      "account.realname-mismatch",
    ],
    ["a name that does not belong", { ...PERSON, name: "姓名不符" }, "account.realname-mismatch"],
    ["a service that does not answer", { ...PERSON, name: "服务中断" }, "account.realname-unavailable"],
    ["a unit as registered", UNIT, "ok"],
    ["a passport", { ...PERSON, certType: 7, idNo: "e1234567" } satisfies RealName, "ok"],
  ])("%s", async (_name, claim, expected) => {
    const { actor } = await registered();
    expect(reason(await verifyRealName(actor, claim))).toBe(expected);
    expect((await view(actor)).realName === null).toBe(expected !== "ok");
  });

  it("an outage is busy, never invalid", async () => {
    const { actor } = await registered();
    expect(await verifyRealName(actor, { ...PERSON, name: "服务中断" })).toMatchObject({
      error: { code: "busy" },
    });
  });

  it("changes from person to unit, not back and not to another person, and the wait begins anew", async () => {
    const { actor } = await registered();
    await verifyRealName(actor, PERSON);
    await world.pass(30 * HOUR);
    expect(reason(await verifyRealName(actor, { ...PERSON, idNo: "110101198808080212" }))).toBe(
      "account.realname-other-person",
    );
    expect(reason(await verifyRealName(actor, { ...PERSON, name: "温乔乔" }))).toBe("ok");
    expect((await view(actor)).readyAt).toBe(clock().now() + 24 * HOUR);
    expect(reason(await verifyRealName(actor, UNIT))).toBe("ok");
    expect((await view(actor)).readyAt).toBeNull();
    expect(reason(await verifyRealName(actor, PERSON))).toBe("account.realname-unit-to-person");
  });

  it("stays while an order is open", async () => {
    await world.inReview("fresh-unit");
    expect(reason(await verifyRealName(await signedIn("fresh-unit"), UNIT))).toBe("account.open-order");
  });
});

describe("what comes while the service is asked", () => {
  it("counts: another unit is not taken over with what another account filed and gave", async () => {
    const { actor } = await registered();
    expect(reason(await verifyRealName(actor, UNIT))).toBe("ok");
    await fileTwo(world);
    const other = { ...UNIT, name: "成都青禾样例文化有限公司", idNo: "91510104MA0000A6X4" };
    let go: () => void = () => undefined;
    const judged = new Promise<void>((resolve) => {
      go = resolve;
    });
    const given = withTransaction(async (tx) => {
      await judged;
      await tx.update(t.entities).set({ accountId: actor.accountId ?? "" });
    });
    const answer = verifyRealName(actor, other);
    // It has judged what was there, and waits for its turn to write.
    await new Promise((resolve) => setImmediate(resolve));
    go();
    await given;
    expect(reason(await answer)).toBe("account.realname-other-unit");
    expect(await view(actor)).toMatchObject({ realName: { name: UNIT.name } });
  });
});

describe("closing an account", () => {
  it("destroys what is known of account and user", async () => {
    const { sid, actor } = await registered();
    await verifyRealName(actor, PERSON);
    expect(await closeAccount(actor, { password: "wrong" })).toMatchObject({ error: { code: "invalid" } });
    expect(await closeAccount(actor, { password: PASSWORD })).toEqual({
      ok: true,
      value: { signedOut: true },
    });
    expect(await resolveSession(sid)).toBeNull();
    expect(
      await signIn({ email: "wen@example.cn", password: PASSWORD, ip: "192.0.2.1", userAgent: null }),
    ).toMatchObject({ error: { code: "unauthenticated" } });
    const [account] = await read()
      .select()
      .from(t.accounts)
      .where(eq(t.accounts.id, actor.accountId ?? ""));
    expect(account?.wrappedKey).toHaveLength(0);
    expect(account?.profileEnc).toHaveLength(0);
    const stored = JSON.stringify([
      await read().select().from(t.users),
      await read().select().from(t.accountLinks),
    ]);
    expect(stored).not.toContain(blindIndex("email", "wen@example.cn"));
    await registered();
  });

  it("keeps the user who belongs to another account", async () => {
    const { sid, actor } = await registered();
    const owner = await signedIn("fresh-unit");
    await withTransaction(async (tx) => {
      await tx
        .insert(t.accountMembers)
        .values({ accountId: owner.accountId ?? "", userId: actor.userId, role: "member" });
    });
    const both = { ...(await live(sid)), accountId: actor.accountId };
    expect(await closeAccount(both, { password: PASSWORD })).toEqual({
      ok: true,
      value: { signedOut: false },
    });
    expect(await live(sid)).toMatchObject({ accountIds: [owner.accountId] });
  });

  it.each([
    ["an open order", "account.close-orders", async () => void (await world.inReview("fresh-unit"))],
    [
      "other members",
      "account.close-members",
      async () => {
        const [mate, owner] = [await signedIn("fresh-person"), await signedIn("fresh-unit")];
        await withTransaction(async (tx) => {
          await tx
            .insert(t.accountMembers)
            .values({ accountId: owner.accountId ?? "", userId: mate.userId, role: "member" });
        });
      },
    ],
  ])("waits for %s", async (_name, expected, prepare) => {
    await prepare();
    const owner = await signedIn("fresh-unit");
    expect(await closeAccount(owner, { password: PERSONA_PASSWORD })).toMatchObject({
      error: { code: "wrong_state", reason: expected },
    });
    expect((await view(owner)).obstacle).toBe(expected.slice("account.".length));
  });
});
