import { describe, expect, test } from "vitest";
import {
  dayDistance,
  formatBytes,
  formatDate,
  formatDateTime,
  formatDateTimeSeconds,
  formatRelativeDays,
  formatTime,
  isoDay,
} from "./format";

/** 2026-11-20 16:03:07 UTC is past midnight in Shanghai. */
const MS = Date.UTC(2026, 10, 20, 16, 3, 7);

describe("civil time is Shanghai's, whatever the server's zone", () => {
  test("day", () => expect(isoDay(MS)).toBe("2026-11-21"));
  test("every month has its number", () =>
    expect(Array.from({ length: 12 }, (_, m) => isoDay(Date.UTC(2026, m, 9)))).toEqual(
      Array.from({ length: 12 }, (_, m) => `2026-${String(m + 1).padStart(2, "0")}-09`),
    ));
  test("Chinese", () => expect(formatDateTime(MS, "zh-CN")).toBe("2026-11-21 00:03"));
  test("English", () => expect(formatDateTime(MS, "en")).toBe("21 Nov 2026, 00:03"));
  test("September is three letters too", () =>
    expect(formatDate(Date.UTC(2026, 8, 1), "en")).toBe("1 Sep 2026"));
  test("time", () => expect(formatTime(MS)).toBe("00:03"));
  test("second", () => expect(formatDateTimeSeconds(MS, "zh-CN")).toBe("2026-11-21 00:03:07"));
});

describe("days from now are civil days", () => {
  test("one minute over midnight is tomorrow", () => expect(dayDistance(MS, MS - 4 * 60_000)).toBe(1));
  test("the same day, 23 hours on", () => expect(dayDistance(MS + 23 * 3_600_000, MS)).toBe(0));
  test("words", () => {
    expect(formatRelativeDays(MS + 86_400_000, MS, "en")).toBe("tomorrow");
    expect(formatRelativeDays(MS + 3 * 86_400_000, MS, "zh-CN")).toBe("3天后");
    expect(formatRelativeDays(MS - 5 * 86_400_000, MS, "en")).toBe("5 days ago");
  });
});

test.each([
  [900, "900 B"],
  [830_000, "811 KB"],
  [3_500_000, "3.3 MB"],
])("%i bytes", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
