import { afterEach, expect, it } from "vitest";
import { resetTestClocks, setTestClocks } from "@/lib/clock/testing";
import { newId, randomToken } from "./ids";

afterEach(resetTestClocks);

it("makes UUIDv7 that sort by time, within a millisecond too, and never repeat", () => {
  const clocks = setTestClocks(Date.UTC(2030, 0, 1));
  const ids = Array.from({ length: 9_000 }, (_, i) => {
    if (i % 4_500 === 0) clocks.system.advance(1);
    return newId();
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(Number.parseInt(ids[0]?.replace("-", "").slice(0, 12) ?? "", 16)).toBe(Date.UTC(2030, 0, 1) + 1);
});

it("makes tokens of the length asked for", () => {
  expect(randomToken(32)).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
});
