import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES } from "./locales";
import { translator } from "./translator";

/** Source files that may refuse something. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
}

/** Reasons written as literals beside a refusal code; those in tables have tests of their own. */
function reasonsIn(source: string): string[] {
  const refusals = source.matchAll(/refuse\(\s*"[a-z_]+",\s*\{[^}]*?reason:\s*"([a-z0-9.-]+)"/g);
  return [...refusals].map((match) => match[1] ?? "");
}

const SIGN_IN_PAGE_HAS_ITS_OWN = ["sign-in"];

describe("every reason has its sentence", () => {
  const used = [
    ...new Set(["app", "lib"].flatMap(sources).flatMap((path) => reasonsIn(readFileSync(path, "utf8")))),
  ];

  it("finds reasons at all", () => {
    expect(reasonsIn('fail(refuse("invalid", { reason: "upload.empty" }))')).toEqual(["upload.empty"]);
    expect(used.length).toBeGreaterThan(15);
  });

  it.each(LOCALES)("in %s", (locale) => {
    const t = translator(locale);
    const mute = used.filter(
      (reason) => !SIGN_IN_PAGE_HAS_ITS_OWN.includes(reason) && !t.has(`errors.reason.${reason}`),
    );
    expect(mute).toEqual([]);
  });
});
