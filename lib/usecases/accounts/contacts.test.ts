import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { changeEmail } from "./change-email";
import { changePassword } from "./change-password";
import { changePhone } from "./change-phone";
import { confirmEmail } from "./confirm-email";
import { confirmPhone } from "./confirm-phone";
import { confirmRegistration } from "./confirm-registration";
import { cancelChange } from "./contact-changes";
import { getAccount } from "./get-account";
import { endOtherSessions, endOwnSession, listOwnSessions } from "./own-sessions";
import { register } from "./register";
import { resolveSession } from "./resolve-session";
import { signIn } from "./sign-in";
import { AGREED, codeTo, mailbox, messageTo, tokenTo } from "./testing";

const MINUTE = 60_000;
const OLD = "fresh-unit@sandbox.invalid";
const NEW = "new-address@example.cn";
const OLD_PHONE = "13900010001";
const NEW_PHONE = "13912345678";
let data: TestDatabase;
let system: { advance(ms: number): void };
let actor: Actor;

beforeEach(async () => {
  data = freshDatabase();
  system = setTestClocks(Date.parse("2026-11-23T10:00:00+08:00")).system;
  await seedPersonas();
  actor = await signedIn("fresh-unit");
});
afterEach(() => data.dispose());

async function signedIn(persona: string): Promise<Actor> {
  const found = await resolveSession(await sessionOf(persona));
  if (found === null) throw new Error("nobody");
  return found;
}
const view = async (who = actor) => {
  const account = await getAccount(who);
  if (!account.ok) throw new Error(account.error.code);
  return account.value;
};
const enter = (email: string, password = PERSONA_PASSWORD) =>
  signIn({ email, password, ip: "192.0.2.9", userAgent: null });
const ask = (email = NEW) => changeEmail(actor, { email, password: PERSONA_PASSWORD });
const askPhone = (phone = NEW_PHONE) => changePhone(actor, { phone, password: PERSONA_PASSWORD });

describe("the e-mail address", () => {
  it.each([
    ["old first", OLD, NEW, "waits-for-new"],
    ["new first", NEW, OLD, "waits-for-old"],
  ])("changes when both mailboxes have agreed, %s", async (_name, first, second, waits) => {
    expect(await ask()).toMatchObject({ ok: true });
    const tokens = [await tokenTo(first), await tokenTo(second)] as const;
    expect(await confirmEmail({ token: tokens[0] })).toEqual({ ok: true, value: { state: waits } });
    expect(await enter(OLD)).toMatchObject({ ok: true });
    expect((await view()).emailChange).toMatchObject({ to: NEW });
    expect(await confirmEmail({ token: tokens[0] })).toMatchObject({ error: { code: "not_found" } });
    expect(await confirmEmail({ token: tokens[1] })).toEqual({ ok: true, value: { state: "done" } });
    expect(await enter(OLD)).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await enter(NEW)).toMatchObject({ ok: true });
    expect(await view()).toMatchObject({ email: NEW, emailChange: null });
    expect((await messageTo(NEW)).subject).toBe("登录邮箱已更换");
  });

  it("asks for the password, and for another address", async () => {
    expect(await changeEmail(actor, { email: NEW, password: "wrong" })).toMatchObject({
      error: { fields: [{ path: "password", reason: "account.password-wrong" }] },
    });
    expect(await ask(OLD.toUpperCase())).toMatchObject({
      error: { fields: [{ reason: "account.email-same" }] },
    });
    expect(await mailbox()).toEqual([]);
  });

  it("does not tell whether the new address is known; its owner is told, and it never changes", async () => {
    const taken = "fresh-person@sandbox.invalid";
    expect(await ask(taken)).toEqual(await ask(NEW));
    await ask(taken);
    expect((await messageTo(taken)).body).not.toContain("?t=");
    expect(await confirmEmail({ token: await tokenTo(OLD) })).toEqual({
      ok: true,
      value: { state: "waits-for-new" },
    });
    expect(await view()).toMatchObject({ email: OLD });
  });

  it("does not change to what somebody registered in between", async () => {
    await ask();
    const [old, fresh] = [await tokenTo(OLD), await tokenTo(NEW)];
    await register({ email: NEW, locale: "en" });
    await confirmRegistration(
      { ...AGREED, token: await tokenTo(NEW), password: "blue kettle on tuesday" },
      null,
    );
    await confirmEmail({ token: old });
    expect(await confirmEmail({ token: fresh })).toMatchObject({
      error: { reason: "account.address-taken" },
    });
  });

  it("stays when the change is given up or nobody agrees within a day", async () => {
    await ask();
    const token = await tokenTo(OLD);
    await cancelChange(actor, { kind: "email" });
    expect(await confirmEmail({ token })).toMatchObject({ error: { code: "not_found" } });
    await ask();
    const [again, fresh] = [await tokenTo(OLD), await tokenTo(NEW)];
    await confirmEmail({ token: again });
    system.advance(24 * 60 * MINUTE);
    expect(await confirmEmail({ token: fresh })).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("the security phone", () => {
  it("changes when both numbers have agreed", async () => {
    expect(await askPhone("139 1234-5678")).toMatchObject({ ok: true });
    const [old, fresh] = [await codeTo(OLD_PHONE), await codeTo(NEW_PHONE)];
    expect(await confirmPhone(actor, { end: "old", code: old })).toEqual({
      ok: true,
      value: { state: "waits" },
    });
    expect(await view()).toMatchObject({ phone: "139****0001", phoneChange: { old: true, new: false } });
    expect(await confirmPhone(actor, { end: "new", code: ` ${fresh} ` })).toEqual({
      ok: true,
      value: { state: "done" },
    });
    expect(await view()).toMatchObject({ phone: "139****5678", phoneChange: null });
  });

  it("does not take the code of the other end", async () => {
    await askPhone();
    const fresh = await codeTo(NEW_PHONE);
    expect(await confirmPhone(actor, { end: "old", code: fresh })).toMatchObject({
      error: { fields: [{ path: "code", reason: "account.phone-code-wrong" }] },
    });
  });

  it("stays after five wrong codes, whichever codes come then", async () => {
    await askPhone();
    const old = await codeTo(OLD_PHONE);
    const wrong = old === "000000" ? "000001" : "000000";
    for (let i = 0; i < 4; i++)
      expect(await confirmPhone(actor, { end: "old", code: wrong })).toMatchObject({
        error: { code: "invalid" },
      });
    expect(await confirmPhone(actor, { end: "old", code: wrong })).toMatchObject({
      error: { reason: "account.phone-code-spent" },
    });
    expect(await confirmPhone(actor, { end: "old", code: old })).toMatchObject({
      error: { reason: "account.change-none" },
    });
  });

  it("waits for a quarter of an hour", async () => {
    await askPhone();
    const old = await codeTo(OLD_PHONE);
    system.advance(15 * MINUTE);
    expect(await confirmPhone(actor, { end: "old", code: old })).toMatchObject({
      error: { reason: "account.change-none" },
    });
  });

  it("needs only the new one where there was none, and no two of an hour's sixth", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const made = await confirmRegistration(
      { ...AGREED, token: await tokenTo(NEW), password: "blue kettle on tuesday" },
      null,
    );
    if (!made.ok) throw new Error("refused");
    const fresh = await resolveSession(made.value.sid);
    if (fresh === null) throw new Error("nobody");
    await changePhone(fresh, { phone: NEW_PHONE, password: "blue kettle on tuesday" });
    expect(await confirmPhone(fresh, { end: "new", code: await codeTo(NEW_PHONE) })).toEqual({
      ok: true,
      value: { state: "done" },
    });
    for (let i = 0; i < 4; i++) expect(await askPhone()).toMatchObject({ ok: true });
    expect(await askPhone()).toMatchObject({ error: { code: "too_many" } });
  });
});

describe("password and sessions", () => {
  it("a changed password ends all sessions and gives this browser a new one", async () => {
    const other = await signedIn("fresh-unit");
    const changed = await changePassword(
      actor,
      { current: PERSONA_PASSWORD, password: "blue kettle on tuesday" },
      "here",
    );
    if (!changed.ok) throw new Error(changed.error.code);
    const left = await read().select().from(t.sessions).where(eq(t.sessions.userId, actor.userId));
    expect(left).toHaveLength(1);
    expect(left[0]?.idHash).not.toBe(actor.sessionId);
    expect(left[0]?.idHash).not.toBe(other.sessionId);
    expect(await resolveSession(changed.value.sid)).toMatchObject({ accountId: actor.accountId });
    expect(await enter(OLD)).toMatchObject({ ok: false });
  });

  it("asks for the current password, at most ten times in a quarter of an hour", async () => {
    const wrong = () => changePassword(actor, { current: "wrong", password: "blue kettle on tuesday" }, null);
    for (let i = 0; i < 10; i++) expect(await wrong()).toMatchObject({ error: { code: "invalid" } });
    expect(await wrong()).toMatchObject({ error: { code: "too_many" } });
  });

  it("shows and ends one's own sessions, nobody else's", async () => {
    const other = await signedIn("fresh-unit");
    const stranger = await signedIn("fresh-person");
    const list = await listOwnSessions(actor);
    expect(list.ok && list.value.map(({ id, current }) => [id, current])).toEqual([
      [actor.sessionId, true],
      [other.sessionId, false],
    ]);
    expect(await endOwnSession(actor, { sessionId: stranger.sessionId })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await endOwnSession(actor, { sessionId: other.sessionId })).toMatchObject({ ok: true });
    await signedIn("fresh-unit");
    expect(await endOtherSessions(actor)).toEqual({ ok: true, value: { ended: 1 } });
    const rows = await read().select().from(t.sessions);
    expect(rows.map(({ idHash }) => idHash).sort()).toEqual([actor.sessionId, stranger.sessionId].sort());
  });
});
