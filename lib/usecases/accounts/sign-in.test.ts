import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { actorOf } from "@/lib/auth/actor-of";
import { browserHeaders, sessionOf } from "@/lib/auth/testing";
import { sessionIdOf, tokenFor } from "@/lib/auth/token";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks } from "@/lib/clock/testing";
import { refusalCounts } from "@/lib/limits/refusals";
import { resolveSession } from "./resolve-session";
import { hashOfSid } from "./session-store";
import { signIn } from "./sign-in";
import { signOut, signOutBySid } from "./sign-out";

const HOUR = 3_600_000;
const EMAIL = "fresh-unit@sandbox.invalid";
let data: TestDatabase;
let system: { advance(ms: number): void };

beforeEach(async () => {
  data = freshDatabase();
  system = setTestClocks(Date.parse("2026-11-23T10:00:00+08:00")).system;
  await seedPersonas();
});
afterEach(() => data.dispose());

const attempt = (email: string, password: string, ip = "192.0.2.1") =>
  signIn({ email, password, ip, userAgent: "test" });
const setUser = (change: Partial<typeof t.users.$inferInsert>) =>
  withTransaction(async (tx) => {
    await tx.update(t.users).set(change).where(eq(t.users.persona, "fresh-unit"));
  });
const auditActions = async () => (await read().select().from(t.auditLog)).map((row) => row.action);

describe("signIn", () => {
  it("opens a session whose secret is stored nowhere", async () => {
    const result = await attempt(` ${EMAIL.toUpperCase()} `, PERSONA_PASSWORD);
    if (!result.ok || !("sid" in result.value)) throw new Error("refused");
    const rows = await read().select().from(t.sessions);
    expect(rows).toMatchObject([{ idHash: hashOfSid(result.value.sid), userAgent: "test" }]);
    expect(JSON.stringify(rows)).not.toContain(result.value.sid);
    expect(await resolveSession(result.value.sid)).toMatchObject({
      userId: result.value.userId,
      roles: ["applicant"],
    });
    expect(await auditActions()).toEqual(["session.start"]);
  });

  it("gives one answer to every failure, and writes nothing but a count", async () => {
    const answers = [await attempt(EMAIL, "wrong"), await attempt("nobody@sandbox.invalid", "wrong")];
    await setUser({ status: "blocked" });
    answers.push(await attempt(EMAIL, PERSONA_PASSWORD));
    await setUser({ status: "active", passwordHash: null });
    answers.push(await attempt(EMAIL, PERSONA_PASSWORD));
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, error: { code: "unauthenticated", reason: "sign-in" } });
    expect(await auditActions()).toEqual([]);
    expect(refusalCounts(0)).toEqual([{ operation: "session.sign-in", code: "unauthenticated", n: 4 }]);
  });

  it("stops guessing against one address, known or not, from wherever it comes", async () => {
    for (const email of [EMAIL, "nobody@sandbox.invalid"]) {
      const codes = [];
      for (let i = 0; i < 16; i++) {
        const result = await attempt(email, "wrong", `192.0.2.${i}`);
        codes.push(result.ok ? "ok" : result.error.code);
      }
      expect(codes.indexOf("too_many")).toBe(15);
    }
    expect(await attempt(EMAIL, PERSONA_PASSWORD)).toMatchObject({ error: { code: "too_many" } });
    system.advance(HOUR);
    expect(await attempt(EMAIL, PERSONA_PASSWORD)).toMatchObject({ ok: true });
  }, 40_000);
});

describe("sessions", () => {
  it("end at once when signed out, also for a copied cookie", async () => {
    const sid = await sessionOf("fresh-unit");
    const copied = await browserHeaders(sid);
    const actor = await actorOf(copied);
    if (actor === null) throw new Error("not signed in");
    await signOut(actor.sessionId);
    expect(await actorOf(copied)).toBeNull();
    expect(await auditActions()).toEqual(["session.start", "session.end"]);
  });

  it("end when next-auth's own sign-out is used, and doing so twice is harmless", async () => {
    const sid = await sessionOf("fresh-unit");
    await signOutBySid(sid);
    await signOutBySid(sid);
    expect(await resolveSession(sid)).toBeNull();
    expect(await auditActions()).toEqual(["session.start", "session.end"]);
  });

  it("end at once when the user is blocked", async () => {
    const sid = await sessionOf("fresh-unit");
    await setUser({ status: "blocked" });
    expect(await resolveSession(sid)).toBeNull();
  });

  it("read roles fresh", async () => {
    const sid = await sessionOf("reviewer-lin");
    const actor = await resolveSession(sid);
    expect(actor?.roles).toEqual(["reviewer"]);
    await withTransaction(async (tx) => {
      await tx.delete(t.userRoles).where(eq(t.userRoles.userId, actor?.userId ?? ""));
    });
    expect((await resolveSession(sid))?.roles).toEqual([]);
  });

  it("end after idle time; use keeps them up to their absolute end", async () => {
    const idle = await sessionOf("reviewer-lin");
    system.advance(2 * HOUR);
    expect(await resolveSession(idle)).toBeNull();

    const busy = await sessionOf("reviewer-zhao");
    for (let hour = 1; hour < 12; hour++) {
      system.advance(HOUR);
      expect(await resolveSession(busy), `hour ${hour}`).not.toBeNull();
    }
    system.advance(HOUR);
    expect(await resolveSession(busy)).toBeNull();
  });

  it("believe nothing but the id of a genuine token", async () => {
    expect(await sessionIdOf(await tokenFor("abc"))).toBe("abc");
    for (const token of [undefined, "", "x", "a.b.c", (await tokenFor("abc")).slice(0, -2), "x".repeat(5000)])
      expect(await sessionIdOf(token)).toBeNull();
  });
});
