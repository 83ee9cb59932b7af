import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { challengeOf, markOf } from "@/lib/auth/challenge";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { changePassword } from "./change-password";
import {
  beginOwnFactor,
  confirmOwnFactor,
  getOwnFactor,
  JUST_NOW_MS,
  removeOwnFactor,
  renewRecoveryCodes,
} from "./own-factor";
import { resolveSession } from "./resolve-session";
import { afterFirstFactor, isStepDue, passSecondStep } from "./second-step";
import { signIn } from "./sign-in";
import { setPolicy } from "./testing";

const EMAIL = "reviewer-lin@sandbox.invalid";
const PROOF = { password: PERSONA_PASSWORD };
const STEP = 30_000;
const WRONG = { error: { fields: [{ path: "code", reason: "account.second-code-wrong" }] } };
const OVER = { error: { code: "wrong_state", reason: "account.second-step-over" } };

let data: TestDatabase;
let system: TestClock;
let lin: Actor;
beforeEach(async () => {
  data = freshDatabase();
  // In the middle of a step, so that a test that moves by steps stays in the middle.
  system = setTestClocks(Date.parse("2026-11-23T10:00:15+08:00")).system;
  await seedPersonas();
  lin = await signedIn();
});
afterEach(() => data.dispose());

async function signedIn(): Promise<Actor> {
  const actor = await resolveSession(await sessionOf("reviewer-lin"));
  if (actor === null) throw new Error("not signed in");
  return actor;
}

/** The code an app shows that many steps from now. */
const shown = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: system.now() + steps * STEP });

async function secretOf(actor: Actor): Promise<string> {
  const view = await getOwnFactor(actor);
  if (!view.ok || view.value.state !== "begun") throw new Error("nothing begun");
  return view.value.secret;
}

async function begun(): Promise<string> {
  await beginOwnFactor(lin, PROOF);
  return secretOf(lin);
}

/** Set up, with the clock at a step whose codes are all still good. */
async function enrolled(): Promise<{ secret: string; codes: readonly string[] }> {
  const secret = await begun();
  const done = await confirmOwnFactor(lin, { code: shown(secret) });
  if (!done.ok) throw new Error("not confirmed");
  system.advance(10 * STEP);
  return { secret, codes: done.value.codes };
}

async function firstStep() {
  const first = await signIn({ email: EMAIL, password: PERSONA_PASSWORD, ip: "192.0.2.1", userAgent: null });
  if (!first.ok || !("challenge" in first.value)) throw new Error("no second step");
  return challengeOf(first.value.challenge);
}
const second = async (code: string) => passSecondStep(await firstStep(), { code }, null);

describe("setting up a second factor", () => {
  it("is done by its first code, and gives ten recovery codes that are stored nowhere", async () => {
    const secret = await begun();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await confirmOwnFactor(lin, { code: "000000" })).toMatchObject(WRONG);
    const done = await confirmOwnFactor(lin, { code: ` ${shown(secret).replace(/^.../, "$& ")} ` });
    if (!done.ok) throw new Error("refused");
    expect(new Set(done.value.codes).size).toBe(10);
    for (const code of done.value.codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    const stored = JSON.stringify([
      await read().select().from(t.recoveryCodes),
      await read().select().from(t.staffFactors),
    ]);
    for (const one of [secret, ...done.value.codes]) expect(stored).not.toContain(one);
    expect(await getOwnFactor(lin)).toMatchObject({ value: { state: "on", recoveryLeft: 10 } });
  });

  it("can be begun anew until then, and not after", async () => {
    const first = await begun();
    const again = await begun();
    expect(again).not.toBe(first);
    expect(await confirmOwnFactor(lin, { code: shown(first) })).toMatchObject(WRONG);
    expect(await confirmOwnFactor(lin, { code: shown(again) })).toMatchObject({ ok: true });
    expect(await beginOwnFactor(lin, PROOF)).toMatchObject({ error: { reason: "account.factor-on" } });
    expect(await confirmOwnFactor(lin, { code: shown(again, 1) })).toMatchObject({
      error: { code: "stale", reason: "account.factor-on" },
    });
  });

  it("asks for the password, and where there is none for a sign-in of a moment ago", async () => {
    expect(await beginOwnFactor(lin, { password: "wrong" })).toMatchObject({
      error: { fields: [{ path: "password", reason: "account.password-wrong" }] },
    });
    expect(await read().select().from(t.staffFactors)).toEqual([]);
    await withTransaction(async (tx) => {
      await tx.update(t.users).set({ passwordHash: null }).where(eq(t.users.id, lin.userId));
    });
    expect(await getOwnFactor(lin)).toMatchObject({ value: { state: "none", hasPassword: false } });
    system.advance(JUST_NOW_MS - 1);
    expect(await beginOwnFactor(lin, { password: "" })).toMatchObject({ ok: true });
    system.advance(1);
    expect(await beginOwnFactor(lin, { password: "" })).toMatchObject({
      error: { reason: "account.factor-sign-in-again" },
    });
    expect(await beginOwnFactor(await signedIn(), { password: "" })).toMatchObject({ ok: true });
  });

  it("is the business of the session that began it: another one sees nothing and begins anew", async () => {
    const secret = await begun();
    const other = await signedIn();
    const none = { value: { state: "none", offered: true } };
    expect(await getOwnFactor(other)).toMatchObject(none);
    expect(await confirmOwnFactor(other, { code: shown(secret) })).toMatchObject({
      error: { code: "stale", reason: "account.factor-none" },
    });
    await beginOwnFactor(other, PROOF);
    expect(await secretOf(other)).not.toBe(secret);
    expect(await getOwnFactor(lin)).toMatchObject(none);
    expect(await confirmOwnFactor(other, { code: shown(await secretOf(other)) })).toMatchObject({ ok: true });
  });

  it("ends every other session with its first code", async () => {
    const [other, here] = [await sessionOf("reviewer-lin"), await sessionOf("reviewer-lin")];
    const actor = await resolveSession(here);
    if (actor === null) throw new Error("not signed in");
    await beginOwnFactor(actor, PROOF);
    const secret = await secretOf(actor);
    expect(await confirmOwnFactor(actor, { code: "000000" })).toMatchObject(WRONG);
    expect(await resolveSession(other)).not.toBeNull();
    expect(await confirmOwnFactor(actor, { code: shown(secret) })).toMatchObject({ ok: true });
    expect(await resolveSession(other)).toBeNull();
    expect(await resolveSession(here)).not.toBeNull();
  });

  it("is not asked for before it is confirmed", async () => {
    expect(await confirmOwnFactor(lin, { code: "123456" })).toMatchObject({
      error: { reason: "account.factor-none" },
    });
    await begun();
    const plain = await signIn({ email: EMAIL, password: PERSONA_PASSWORD, ip: "x", userAgent: null });
    expect(plain).toMatchObject({ ok: true, value: { sid: expect.any(String) } });
  });
});

describe("the second step", () => {
  it("is for the password that was checked, not for one that came meanwhile", async () => {
    await enrolled();
    const [user] = await read().select().from(t.users).where(eq(t.users.id, lin.userId));
    const checked = markOf(user?.passwordHash ?? null);
    expect(await afterFirstFactor(lin.userId, "password", null, checked)).toMatchObject({ ok: true });
    const fresh = "another long password of his";
    expect(await changePassword(lin, { current: PERSONA_PASSWORD, password: fresh }, null)).toMatchObject({
      ok: true,
    });
    expect(await afterFirstFactor(lin.userId, "password", null, checked)).toMatchObject({
      error: { code: "unauthenticated", reason: "sign-in" },
    });
  });

  it("comes after the password and opens the session only then", async () => {
    const { secret } = await enrolled();
    const before = (await read().select().from(t.sessions)).length;
    const challenge = await firstStep();
    expect(await read().select().from(t.sessions)).toHaveLength(before);
    const passed = await passSecondStep(challenge, { code: shown(secret) }, "test");
    if (!passed.ok) throw new Error("refused");
    expect(await resolveSession(passed.value.sid)).toMatchObject({ userId: lin.userId });
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])("takes a code of step %i: %s", async (steps, taken) => {
    const { secret } = await enrolled();
    expect((await second(shown(secret, steps))).ok).toBe(taken);
  });

  it("takes a code once, and none of an earlier step afterwards", async () => {
    const { secret } = await enrolled();
    expect(await second(shown(secret))).toMatchObject({ ok: true });
    expect(await second(shown(secret))).toMatchObject(WRONG);
    expect(await second(shown(secret, -1))).toMatchObject(WRONG);
    expect(await second(shown(secret, 1))).toMatchObject({ ok: true });
  });

  it("lets one in of two who show the same code at once", async () => {
    const { secret } = await enrolled();
    const [a, b] = [await firstStep(), await firstStep()];
    const code = shown(secret);
    const both = await Promise.all([passSecondStep(a, { code }, null), passSecondStep(b, { code }, null)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("does not take the code the factor was confirmed with", async () => {
    const secret = await begun();
    const code = shown(secret);
    await confirmOwnFactor(lin, { code });
    expect(await second(code)).toMatchObject(WRONG);
  });

  it("takes each recovery code once, however it is written", async () => {
    const { codes } = await enrolled();
    const [one = "", two = ""] = codes;
    expect(await second(one.toLowerCase().replace("-", " "))).toMatchObject({ ok: true });
    expect(await second(one)).toMatchObject(WRONG);
    expect(await second(two)).toMatchObject({ ok: true });
    expect(await getOwnFactor(lin)).toMatchObject({ value: { recoveryLeft: 8 } });
    const used = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "factor.recovery-used"));
    expect(used).toHaveLength(2);
  });

  it("is over after ten minutes, and for a forged or foreign note", async () => {
    const { secret } = await enrolled();
    const first = await signIn({ email: EMAIL, password: PERSONA_PASSWORD, ip: "x", userAgent: null });
    if (!first.ok || !("challenge" in first.value)) throw new Error("no second step");
    const { challenge } = first.value;
    for (const forged of [undefined, "", "x", challenge.slice(0, -4), `${challenge}AAAA`, "A".repeat(2000)])
      expect(challengeOf(forged)).toBeNull();
    system.advance(10 * 60_000 - 1);
    expect(challengeOf(challenge)).toMatchObject({ userId: lin.userId, via: "password" });
    system.advance(1);
    expect(challengeOf(challenge)).toBeNull();
    expect(await passSecondStep(challengeOf(challenge), { code: shown(secret) }, null)).toMatchObject(OVER);
  });

  it("is over for who was blocked or lost his factor meanwhile", async () => {
    const { secret } = await enrolled();
    const challenge = await firstStep();
    await withTransaction(async (tx) => {
      await tx.update(t.users).set({ status: "blocked" }).where(eq(t.users.id, lin.userId));
    });
    expect(await passSecondStep(challenge, { code: shown(secret) }, null)).toMatchObject(OVER);
  });

  it("is over when the password was changed meanwhile", async () => {
    const { secret } = await enrolled();
    const challenge = await firstStep();
    const fresh = "four unrelated words";
    const changed = await changePassword(lin, { current: PERSONA_PASSWORD, password: fresh }, null);
    expect(changed).toMatchObject({ ok: true });
    expect(await isStepDue(challenge)).toBe(false);
    expect(await passSecondStep(challenge, { code: shown(secret) }, null)).toMatchObject(OVER);
    const again = await signIn({ email: EMAIL, password: fresh, ip: "x", userAgent: null });
    if (!again.ok || !("challenge" in again.value)) throw new Error("no second step");
    expect(
      await passSecondStep(challengeOf(again.value.challenge), { code: shown(secret) }, null),
    ).toMatchObject({ ok: true });
  });

  it("stops guessing at ten tries, and writes each of them down", async () => {
    const { secret } = await enrolled();
    const challenge = await firstStep();
    for (let i = 0; i < 10; i++)
      expect(await passSecondStep(challenge, { code: "000000" }, null)).toMatchObject(WRONG);
    expect(await passSecondStep(challenge, { code: shown(secret) }, null)).toMatchObject({
      error: { code: "too_many" },
    });
    const refused = await read()
      .select()
      .from(t.auditLog)
      .where(eq(t.auditLog.action, "session.second-step"));
    expect(refused).toHaveLength(10);
  });

  it("is asked of who has one also while the provider offers none", async () => {
    const { secret } = await enrolled();
    await setPolicy("staffTotp", "off");
    expect(await second(shown(secret))).toMatchObject({ ok: true });
    expect(await getOwnFactor(lin)).toMatchObject({ value: { state: "on" } });
  });

  it("is offered to nobody then", async () => {
    await begun();
    await setPolicy("staffTotp", "off");
    expect(await getOwnFactor(lin)).toMatchObject({ value: { state: "none", offered: false } });
    expect(await beginOwnFactor(lin, PROOF)).toMatchObject({ error: { reason: "account.factor-off" } });
  });
});

describe("a second factor that is on", () => {
  it("goes only with password and code, and takes the other sessions with it", async () => {
    const { secret, codes } = await enrolled();
    const other = await sessionOf("reviewer-lin");
    const [code = ""] = codes;
    expect(await removeOwnFactor(lin, { password: "wrong", code })).toMatchObject({
      error: { fields: [{ path: "password" }] },
    });
    expect(await removeOwnFactor(lin, { password: PERSONA_PASSWORD, code: "000000" })).toMatchObject(WRONG);
    expect(await removeOwnFactor(lin, { password: PERSONA_PASSWORD, code: shown(secret) })).toMatchObject({
      ok: true,
    });
    expect(await resolveSession(other)).toBeNull();
    expect(await read().select().from(t.recoveryCodes)).toEqual([]);
    expect(await getOwnFactor(lin)).toMatchObject({ value: { state: "none" } });
  });

  it("gives new recovery codes for password and code; the old ones end", async () => {
    const { secret, codes } = await enrolled();
    const renewed = await renewRecoveryCodes(lin, { password: PERSONA_PASSWORD, code: shown(secret) });
    if (!renewed.ok) throw new Error("refused");
    expect(await second(codes[0] ?? "")).toMatchObject(WRONG);
    expect(await second(renewed.value.codes[0] ?? "")).toMatchObject({ ok: true });
  });
});
