import { expect, test } from "vitest";
import { divisionsOf } from "@/lib/filing/policy/divisions";
import { parseDivisions } from "@/lib/filing/policy/divisions/parse";
import { PROVINCES } from "@/lib/filing/policy/provinces";
import { LOADERS } from "./entity-division-loaders";

test("the browser can load every province, one by one, and gets what the server has", async () => {
  expect(Object.keys(LOADERS).sort()).toEqual(PROVINCES.map(({ code }) => code).sort());
  for (const [code, load] of Object.entries(LOADERS)) {
    const loaded = await load?.();
    expect(parseDivisions(loaded?.DIVISIONS ?? ""), code).toEqual(divisionsOf(code));
  }
});
