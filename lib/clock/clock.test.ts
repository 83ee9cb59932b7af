import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import { clock, systemClock } from ".";
import { advanceClock, clockOffset, setClockOffset } from "./sandbox";
import { resetTestClocks, setTestClocks } from "./testing";

const DAY = 86_400_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-clock-"));
  process.env.DATA_DIR = folder;
  resetEnv();
});
afterEach(() => {
  delete process.env.DATA_DIR;
  delete process.env.ICP_MODE;
  resetEnv();
  resetTestClocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("the clocks", () => {
  it("agree until the sandbox is moved", () => {
    expect(clockOffset()).toBe(0);
    expect(Math.abs(clock().now() - systemClock().now())).toBeLessThan(1_000);
  });

  it("move business time only, and forwards only", () => {
    expect(advanceClock(DAY)).toEqual({ ok: true, value: DAY });
    expect(advanceClock(DAY)).toEqual({ ok: true, value: 2 * DAY });
    const lead = clock().now() - systemClock().now();
    expect(Math.abs(lead - 2 * DAY)).toBeLessThan(1_000);
    for (const back of [() => advanceClock(-1), () => setClockOffset(2 * DAY - 1)]) {
      expect(back()).toMatchObject({ ok: false, error: { code: "invalid", reason: "clock.backwards" } });
    }
    expect(clockOffset()).toBe(2 * DAY);
  });

  it.each([Number.NaN, 1.5, Number.POSITIVE_INFINITY, 4_000 * DAY])("refuse %d", (ms) => {
    expect(setClockOffset(ms)).toMatchObject({
      ok: false,
      error: { code: "invalid", reason: "clock.range" },
    });
  });

  it("see what another process stored", () => {
    writeFileSync(join(folder, "clock.json"), '{"offsetMs":5}');
    expect(clockOffset()).toBe(5);
    writeFileSync(join(folder, "clock.json"), '{"offsetMs":5000}');
    expect(clockOffset()).toBe(5_000);
  });

  it("cannot be moved in production, whatever the file says", () => {
    writeFileSync(join(folder, "clock.json"), `{"offsetMs":${DAY}}`);
    process.env.ICP_MODE = "production";
    resetEnv();
    expect(advanceClock(1)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(Math.abs(clock().now() - systemClock().now())).toBeLessThan(1_000);
  });

  it("stand where a test puts them", () => {
    const clocks = setTestClocks(1_000);
    clocks.business.advance(5);
    expect([clock().now(), systemClock().now()]).toEqual([1_005, 1_000]);
  });
});
