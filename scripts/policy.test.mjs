import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Two programs start one after the other, and a small machine runs many tests at once. */
const PATIENCE_MS = 60_000;
const HOME = mkdtempSync(join(tmpdir(), "home-"));
const policy = (...args) =>
  spawnSync(process.execPath, ["scripts/policy.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, HOME },
    maxBuffer: 64 * 1024 * 1024,
  });

test(
  "prints one JSON document of a day, also with an empty home, and with history the versions",
  () => {
    const { status, stdout, stderr } = policy("--at", "2025-04-21", "--history");
    expect([status, stderr]).toEqual([0, ""]);
    const { provinces, natures, rules } = JSON.parse(stdout);
    const shanxi = provinces.find(({ code }) => code === "140000");
    expect([shanxi.name, shanxi.days, shanxi.entityLead]).toEqual(["山西", [15, 19], "FREE"]);
    expect(shanxi.versions.filter(({ field }) => field === "entityLead").map(({ value }) => value)).toEqual([
      "FREE",
      "MUST_LEGAL_REP",
    ]);
    expect([natures.length, natures[0].name]).toEqual([18, "国防机构"]);
    expect(Object.keys(rules[0])).toEqual(["id", "topic", "level", "source"]);
  },
  PATIENCE_MS,
);

test.each(["nonsense", "2025-02-30", "2025-04-21T24:00", "0001-01-01"])(
  "refuses --at %s",
  (text) => {
    const { status, stdout, stderr } = policy("--at", text);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
  },
  PATIENCE_MS,
);

test("refuses what it does not know", () => expect(policy("--yesterday").status).toBe(2), PATIENCE_MS);
