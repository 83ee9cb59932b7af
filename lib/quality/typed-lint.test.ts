import { describe, expect, it } from "vitest";
import { judge } from "./planted";

const drizzle = `import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
export const notes = sqliteTable("notes", { id: text("id").primaryKey() });
export const db = drizzle(new Database(":memory:"));
`;
const use = 'import { db, notes } from "./client";\n';

describe("eslint", () => {
  it("lets sound files pass", async () => {
    const { code, output } = await judge("eslint", {
      "db/client.ts": drizzle,
      "db/a.ts": `${use}export async function save() {\n  await db.insert(notes).values({ id: "a" });\n}\n`,
      "db/transaction.ts": `${use}export const t = () => db.transaction(() => 1);\n`,
      "lib/filing/a.ts": "export const day = (at: number) => new Date(at).getUTCDate();\n",
    });
    expect(output).toBe("");
    expect(code).toBe(0);
  });

  const filing = (expression: string) => ({ "lib/filing/a.ts": `export const a = () => ${expression};\n` });
  const planted: [string, Record<string, string>, string][] = [
    [
      "a forgotten await",
      { "lib/a.ts": "async function a() {}\nexport function b() {\n  a();\n}\n" },
      "no-floating-promises",
    ],
    [
      "a drizzle builder nobody awaits",
      {
        "db/client.ts": drizzle,
        "db/a.ts": `${use}export async function save() {\n  db.insert(notes).values({ id: "a" });\n}\n`,
      },
      "no-floating-promises",
    ],
    [
      "a promise as a condition",
      {
        "lib/a.ts":
          "async function a() { return false; }\nexport async function b() {\n  if (a()) return 1;\n  return 2;\n}\n",
      },
      "no-misused-promises",
    ],
    [
      "drizzle's own transaction",
      { "db/client.ts": drizzle, "db/a.ts": `${use}export const t = () => db.transaction(() => 1);\n` },
      "no-restricted-syntax",
    ],
    ["the clock in the domain: Date.now", filing("Date.now()"), "no-restricted-syntax"],
    ["the clock in the domain: new Date()", filing("new Date()"), "no-restricted-syntax"],
    ["the clock in the domain: Date()", filing("Date()"), "no-restricted-syntax"],
    ["the server's zone in the domain", filing("new Date(0).getHours()"), "no-restricted-syntax"],
    ["chance in the domain", filing("Math.random()"), "no-restricted-syntax"],
    ["the environment in the domain", filing("process.env.HOME"), "no-restricted-globals"],
    ["the network in the domain", filing('fetch("http://localhost")'), "no-restricted-globals"],
    ["chance in the domain: crypto", filing("crypto.randomUUID()"), "no-restricted-globals"],
  ];
  it.each(planted)("finds %s", async (_name, files, rule) => {
    const { code, output } = await judge("eslint", files);
    expect(output).toContain(rule);
    expect(code).toBe(1);
  });
});

describe("tsc", () => {
  it("finds an index that may be absent, and says nothing of a sound file", async () => {
    const sound = await judge("tsc", {
      "lib/a.ts": "export const a = (x: string[]): string => x[0] ?? '';\n",
    });
    expect(sound).toMatchObject({ code: 0, output: "" });
    const planted = await judge("tsc", { "lib/a.ts": "export const a = (x: string[]): string => x[0];\n" });
    expect(planted.output).toContain("TS2322");
    expect(planted.code).not.toBe(0);
  });
});

describe("knip", () => {
  it("finds an export nobody imports", async () => {
    const { code, output } = await judge("knip", {
      "scripts/a.ts": 'import { needed } from "../lib/b";\nneeded();\n',
      "lib/b.ts": "export const needed = () => 1;\nexport const orphaned = 2;\n",
      "lib/c.ts": "export const whole = 3;\n",
    });
    expect(output).toContain("orphaned");
    expect(output).toContain("lib/c.ts");
    expect(output).not.toContain("needed");
    expect(code).not.toBe(0);
  });
});
