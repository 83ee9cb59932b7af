import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { clock } from "@/lib/clock";
import { setTestClocks } from "@/lib/clock/testing";
import { confirmRegistration } from "./confirm-registration";
import { readLink } from "./read-link";
import { register } from "./register";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";
import { resolveSession } from "./resolve-session";
import { signIn } from "./sign-in";
import { AGREED, mailbox, messageTo, tokenTo } from "./testing";

const MINUTE = 60_000;
const NEW = "Wen.Qiao@example.cn";
const KNOWN = "fresh-unit@sandbox.invalid";
const PASSWORD = "blue kettle on tuesday";
let data: TestDatabase;
let system: { advance(ms: number): void };

beforeEach(async () => {
  data = freshDatabase();
  system = setTestClocks(Date.parse("2026-11-23T10:00:00+08:00")).system;
  await seedPersonas();
});
afterEach(() => data.dispose());

const enter = (email: string, password: string) =>
  signIn({ email, password, ip: "192.0.2.9", userAgent: null });

describe("registration", () => {
  it("makes user and account when the link is opened and a password set, and signs in", async () => {
    expect(await register({ email: NEW, locale: "zh-CN" })).toEqual({ ok: true, value: null });
    const token = await tokenTo(NEW);
    expect(await readLink(token, "register")).toMatchObject({ email: NEW, purpose: "register" });
    const signedIn = await confirmRegistration({ ...AGREED, token, password: PASSWORD }, "test");
    if (!signedIn.ok) throw new Error(signedIn.error.reason);
    const actor = await resolveSession(signedIn.value.sid);
    expect(actor).toMatchObject({ roles: ["applicant"], accountIds: [actor?.accountId] });
    expect(await enter(NEW.toLowerCase(), PASSWORD)).toMatchObject({ ok: true });
    const [account] = await read()
      .select()
      .from(t.accounts)
      .where(eq(t.accounts.id, actor?.accountId ?? ""));
    expect(account).toMatchObject({ realNameVerifiedAt: null, riskFlag: false });
  });

  it("keeps what was agreed to: which text, in which wording, by whom and when", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const made = await confirmRegistration(
      { ...AGREED, token: await tokenTo(NEW), password: PASSWORD },
      null,
    );
    const userId = made.ok ? made.value.userId : "";
    const kept = await read().select().from(t.consents).where(eq(t.consents.userId, userId));
    const at = clock().now();
    expect(kept).toMatchObject([
      { orderId: null, kind: "terms", version: "2026-11", at },
      { orderId: null, kind: "privacy", version: "2026-11", at },
    ]);
    const audit = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "consent.given"));
    expect(audit.map(({ actorId, object, data }) => ({ actorId, object, data }))).toEqual(
      kept.map(({ kind, version }) => ({ actorId: userId, object: userId, data: { kind, version } })),
    );
  });

  it.each([
    ["the terms of another wording", { terms: "2025-01" }],
    ["a privacy notice of another wording", { privacy: "2025-01" }],
    ["nothing", { terms: "", privacy: "" }],
  ])("makes nobody of who agreed to %s, and keeps the link", async (_what, ticked) => {
    await register({ email: NEW, locale: "zh-CN" });
    const token = await tokenTo(NEW);
    expect(await confirmRegistration({ ...AGREED, ...ticked, token, password: PASSWORD }, null)).toEqual({
      ok: false,
      error: { code: "stale", reason: "declarations.moved" },
    });
    expect(await read().select().from(t.consents)).toEqual([]);
    expect(await confirmRegistration({ ...AGREED, token, password: PASSWORD }, null)).toMatchObject({
      ok: true,
    });
  });

  it("answers the same for a known address, whose owner is told and gets no link", async () => {
    expect(await register({ email: KNOWN, locale: "en" })).toEqual({ ok: true, value: null });
    const mail = await messageTo(KNOWN);
    expect(mail.body).not.toContain("?t=");
    expect(mail.subject).toBe("您的邮箱已有账号");
    expect(await read().select().from(t.accountLinks)).toEqual([]);
  });

  it("stores neither address nor link in clear", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const token = await tokenTo(NEW);
    const stored = JSON.stringify([
      await read().select().from(t.accountLinks),
      await read().select().from(t.outbox),
    ]);
    expect(stored).not.toContain(token);
    expect(stored.toLowerCase()).not.toContain(NEW.toLowerCase());
  });

  it("takes a link once, until a day has passed, and only the newest", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const first = await tokenTo(NEW);
    system.advance(MINUTE);
    await register({ email: NEW, locale: "zh-CN" });
    const second = (await mailbox())
      .map(({ body }) => /\?t=([\w-]{43})/.exec(body)?.[1])
      .find((one) => one !== first);
    if (second === undefined) throw new Error("no second link");
    const dead = { ok: false, error: { code: "not_found", reason: "account.link-dead" } };
    expect(await confirmRegistration({ ...AGREED, token: first, password: PASSWORD }, null)).toEqual(dead);
    expect(await confirmRegistration({ ...AGREED, token: second, password: PASSWORD }, null)).toMatchObject({
      ok: true,
    });
    expect(await confirmRegistration({ ...AGREED, token: second, password: PASSWORD }, null)).toEqual(dead);

    await register({ email: "late@example.cn", locale: "en" });
    const late = await tokenTo("late@example.cn");
    system.advance(24 * 60 * MINUTE - 1);
    expect(await readLink(late, "register")).not.toBeNull();
    system.advance(1);
    expect(await readLink(late, "register")).toBeNull();
    expect(await confirmRegistration({ ...AGREED, token: late, password: PASSWORD }, null)).toEqual(dead);
  });

  it("is no way round a password that is guessed first, and keeps the link for a better one", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const token = await tokenTo(NEW);
    expect(await confirmRegistration({ ...AGREED, token, password: "wen.qiao@example" }, null)).toMatchObject(
      {
        error: { fields: [{ path: "password", reason: "account.password-common" }] },
      },
    );
    expect(await confirmRegistration({ ...AGREED, token, password: PASSWORD }, null)).toMatchObject({
      ok: true,
    });
  });

  it("sends at most five mails an hour to one address, known or not", async () => {
    for (const email of [NEW, KNOWN]) {
      const codes = [];
      for (let i = 0; i < 6; i++) {
        const answer = await register({ email, locale: "zh-CN" });
        codes.push(answer.ok ? "ok" : answer.error.code);
      }
      expect(codes).toEqual(["ok", "ok", "ok", "ok", "ok", "too_many"]);
    }
  });
});

describe("a forgotten password", () => {
  it("is replaced by a link that works once within 30 minutes and ends every session", async () => {
    const sessions = [await sessionOf("fresh-unit"), await sessionOf("fresh-unit")];
    expect(await requestReset({ email: KNOWN }, "en")).toEqual({ ok: true, value: null });
    const token = await tokenTo(KNOWN);
    system.advance(30 * MINUTE - 1);
    expect(await resetPassword({ token, password: PASSWORD })).toEqual({ ok: true, value: null });
    for (const sid of sessions) expect(await resolveSession(sid)).toBeNull();
    expect(await enter(KNOWN, PERSONA_PASSWORD)).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await enter(KNOWN, PASSWORD)).toMatchObject({ ok: true });
    expect(await resetPassword({ token, password: "another one, later" })).toMatchObject({
      error: { reason: "account.link-dead" },
    });
    expect((await messageTo(KNOWN)).subject).toBe("密码已重新设置");
  });

  it("cannot be replaced by a link of 30 minutes and a millisecond", async () => {
    await requestReset({ email: KNOWN }, "zh-CN");
    const token = await tokenTo(KNOWN);
    system.advance(30 * MINUTE);
    expect(await resetPassword({ token, password: PASSWORD })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await enter(KNOWN, PERSONA_PASSWORD)).toMatchObject({ ok: true });
  });

  it("answers the same for an unknown address, to which nothing is sent", async () => {
    expect(await requestReset({ email: "nobody@example.cn" }, "zh-CN")).toEqual({ ok: true, value: null });
    expect(await mailbox()).toEqual([]);
    expect(await read().select().from(t.accountLinks)).toEqual([]);
  });

  it("is not reset by a link made for something else", async () => {
    await register({ email: NEW, locale: "zh-CN" });
    const token = await tokenTo(NEW);
    expect(await resetPassword({ token, password: PASSWORD })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await readLink(token, "reset")).toBeNull();
    expect(await readLink("short", "register")).toBeNull();
  });
});
