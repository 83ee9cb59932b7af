import { afterEach, describe, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import { clock, systemClock } from ".";
import { withReplayClock } from "./replay";
import { resetTestClocks, setTestClocks } from "./testing";

const START = Date.parse("2026-10-10T09:00:00+08:00");
afterEach(() => {
  resetTestClocks();
  delete process.env.ICP_MODE;
  resetEnv();
});

describe("withReplayClock", () => {
  it("moves business time only, forwards only, and puts it back", async () => {
    const before = Date.now();
    const seen = await withReplayClock(START, async (time) => {
      const moments = [clock().now()];
      time.advance(1_000);
      moments.push(clock().now());
      time.advance(-5_000);
      time.moveTo(START);
      moments.push(clock().now());
      time.moveTo(START + 60_000);
      moments.push(clock().now());
      expect(systemClock().now()).toBeGreaterThanOrEqual(before);
      return moments.map((at) => at - START);
    });
    expect(seen).toEqual([0, 1_000, 1_000, 60_000]);
    expect(clock().now()).toBeGreaterThanOrEqual(before);
  });

  it("puts back what was there, also after a failure", async () => {
    setTestClocks(5);
    await expect(withReplayClock(START, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect([clock().now(), systemClock().now()]).toEqual([5, 5]);
  });

  it("makes up nobody's past in production", async () => {
    process.env.ICP_MODE = "production";
    resetEnv();
    await expect(withReplayClock(START, () => Promise.resolve(1))).rejects.toThrow("sandbox");
  });
});
