import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { recoverPassword, usesPasswords } from "@/lib/authority/sandbox/usecases/recover-password";
import { resendSms, verifySms } from "@/lib/authority/sandbox/usecases/verify-sms";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { clock } from "@/lib/clock";
import { resetTestClocks, setTestClocks } from "@/lib/clock/testing";
import { resetEnv } from "@/lib/env";
import { advanceSandboxClock, readSandboxClock, steerDelivery } from "./clock";
import { listMailbox } from "./list-mailbox";
import { listPersonas } from "./list-personas";
import { PERSONA_IDS } from "./persona-ids";
import { signInPersona } from "./sign-in-persona";

const HOUR = 3_600_000;
let data: TestDatabase;
beforeEach(async () => {
  data = freshDatabase();
  await seedPersonas();
});
afterEach(() => data.dispose());

describe("the sandbox's tools", () => {
  it("offer every persona, in the order of the story, each with a place to work", async () => {
    const personas = await listPersonas(null);
    if (!personas.ok) throw new Error("refused");
    expect(personas.value.map((persona) => persona.id)).toEqual(PERSONA_IDS);
    expect(personas.value.map((persona) => persona.home)).toContain("/authority");
    expect(personas.value.every((persona) => persona.name.length > 1 && !persona.current)).toBe(true);
  });

  it.each([
    ["minutes", { to: "minutes", n: 10 }, HOUR / 6],
    ["hours", { to: "hours", n: 24 }, 24 * HOUR],
  ] as const)("move business time by %s", async (_name, step, ms) => {
    const before = clock().now();
    expect(await advanceSandboxClock(step)).toMatchObject({ ok: true, value: { failed: 0 } });
    expect(clock().now() - before).toBeGreaterThanOrEqual(ms);
    expect(clock().now() - before).toBeLessThan(ms + 60_000);
  });

  it("moves to a working day at the same time of day", async () => {
    const before = clock().now();
    await advanceSandboxClock({ to: "workingDays", n: 1 });
    const moved = clock().now() - before;
    expect(moved).toBeGreaterThanOrEqual(24 * HOUR);
    expect(Math.abs((moved + 12 * HOUR) % (24 * HOUR)) - 12 * HOUR).toBeLessThan(60_000);
    const weekday = new Date(clock().now() + 8 * HOUR).getUTCDay();
    expect([0, 6]).not.toContain(weekday);
  });

  it("says so when nothing is due", async () => {
    expect(await advanceSandboxClock({ to: "deadline" })).toMatchObject({
      error: { code: "wrong_state", reason: "clock.nothing-due" },
    });
  });

  it("pauses delivery and lets it go on", async () => {
    await steerDelivery("pause");
    expect(await readSandboxClock()).toMatchObject({ value: { paused: true } });
    await steerDelivery("resume");
    expect(await readSandboxClock()).toMatchObject({ value: { paused: false } });
  });

  it("do not exist in production", async () => {
    setTestClocks(Date.now());
    process.env.ICP_MODE = "production";
    resetEnv();
    try {
      const answers = [
        await signInPersona({ persona: "admin", userAgent: null }),
        await listPersonas(null),
        await listMailbox(),
        await readSandboxClock(),
        await advanceSandboxClock({ to: "hours", n: 1 }),
        await steerDelivery("pause"),
        await verifySms({ phone: "13800000000", tail: "00000x", code: "000000" }),
        await resendSms({ phone: "13800000000", tail: "00000x" }),
        await recoverPassword(
          { province: "330000", number: "浙ICP备2026000001号", certNo: "x" },
          "192.0.2.1",
        ),
        await queryPublic({ by: "domain", text: "example.cn" }),
      ];
      expect(await usesPasswords()).toBe(false);
      for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: "not_found" } });
    } finally {
      delete process.env.ICP_MODE;
      resetEnv();
      resetTestClocks();
    }
  });
});
