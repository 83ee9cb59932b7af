import { describe, expect, it } from "vitest";
import { judge } from "./planted";

const sound = "export const sound = 1;\n";

describe("biome", () => {
  it("lets a sound file pass", async () => {
    expect(await judge("biome", { "lib/a.ts": sound })).toMatchObject({ code: 0 });
  });

  const planted: [string, string, string, string][] = [
    ["wrong format", "lib/a.ts", "export const a = 'x'\n", "File content differs from formatting output"],
    [
      "unsorted imports",
      "lib/a.ts",
      'import { a } from "./a";\nimport z from "zod";\n\nexport { a, z };\n',
      "organizeImports",
    ],
    ["any", "lib/a.ts", "export const a = (x: any) => x;\n", "noExplicitAny"],
    [
      "a non-null assertion",
      "lib/a.ts",
      "export const a = (x?: string) => x!.length;\n",
      "noNonNullAssertion",
    ],
    ["ts-ignore", "lib/a.ts", '// @ts-ignore\nexport const a: number = "x";\n', "noTsIgnore"],
    ["a default export", "lib/a.ts", "const a = 1;\nexport default a;\n", "noDefaultExport"],
    ["console", "lib/a.ts", 'console.log("a");\n', "noConsole"],
    [
      "a sleep in a browser test",
      "e2e/a.spec.ts",
      'import { test } from "./fixtures";\n\ntest("a", async ({ page }) => {\n  await page.waitForTimeout(1);\n});\n',
      "noPlaywrightWaitForTimeout",
    ],
    [
      "a focused test",
      "lib/a.test.ts",
      'import { it } from "vitest";\n\nit.only("a", () => {});\n',
      "noFocusedTests",
    ],
    [
      "a skipped test",
      "lib/a.test.ts",
      'import { it } from "vitest";\n\nit.skip("a", () => {});\n',
      "noSkippedTests",
    ],
    [
      "a file that is too long",
      "lib/a.ts",
      Array.from({ length: 251 }, (_, n) => `export const a${n} = ${n};\n`).join(""),
      "noExcessiveLinesPerFile",
    ],
    [
      "an outside import of the domain",
      "lib/filing/a.ts",
      'import { sql } from "drizzle-orm";\n\nexport const a = sql;\n',
      "noRestrictedImports",
    ],
    [
      "a page that reaches for the database",
      "app/a.ts",
      'import { sql } from "@/db/client";\n\nexport const a = sql;\n',
      "noRestrictedImports",
    ],
    [
      "a library that reaches for a component",
      "lib/a.ts",
      'import { B } from "@/components/b";\n\nexport const a = B;\n',
      "noRestrictedImports",
    ],
  ];
  it.each(planted)("finds %s", async (_name, path, content, rule) => {
    const { code, output } = await judge("biome", { [path]: content });
    expect(output).toContain(rule);
    expect(code).toBe(1);
  });
});
