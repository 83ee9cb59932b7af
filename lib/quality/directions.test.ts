import { describe, expect, it } from "vitest";
import { judge } from "./planted";

const sound = {
  "lib/filing/a.ts": 'import { z } from "zod";\nimport { b } from "./b";\nexport const a = z.literal(b);\n',
  "lib/filing/b.ts": "export const b = 1;\n",
  "lib/filing/a.test.ts": 'import { expect } from "vitest";\nimport { a } from "./a";\nexpect(a);\n',
  "db/client.ts":
    'import { sql } from "drizzle-orm";\nimport { b } from "@/lib/filing/b";\nexport type Tx = { b: typeof b };\nexport { sql };\n',
  "lib/usecases/file.ts":
    'import { sql } from "@/db/client";\nexport const file = () => sql;\nexport type View = { n: 1 };\n',
  "lib/notify/send.ts": 'import type { Tx } from "@/db/client";\nexport type Send = (tx: Tx) => void;\n',
  "components/card.tsx":
    'import type { View } from "@/lib/usecases/file";\nexport type Props = { view: View };\n',
  "app/page.tsx":
    'import { file } from "@/lib/usecases/file";\nexport default function Page() { return String(file()); }\n',
};

describe("directions", () => {
  it("lets a tree pass that follows every arrow", async () => {
    const { code, output } = await judge("directions", sound);
    expect(output).toContain("8 files");
    expect(code).toBe(0);
  });

  const planted: [string, Record<string, string>, string][] = [
    [
      "lib/filing → a package",
      { "lib/filing/x.ts": 'import "react";\n' },
      "imports react: lib/filing is a leaf",
    ],
    [
      "lib/filing → node:*",
      { "lib/filing/x.ts": 'import "node:fs";\n' },
      "imports node:fs: lib/filing is a leaf",
    ],
    [
      "lib/filing → a type of db",
      { "lib/filing/x.ts": 'import type { Tx } from "../../db/client";\nexport type X = Tx;\n' },
      "imports db/client.ts: lib/filing is a leaf",
    ],
    [
      "lib/filing → db by import()",
      { "lib/filing/x.ts": 'export const x = () => import("@/db/client");\n' },
      "imports db/client.ts: lib/filing is a leaf",
    ],
    [
      "lib/filing → another folder of lib, relatively",
      { "lib/filing/x.ts": 'export * from "../notify/send";\n' },
      "imports lib/notify/send.ts: lib/filing is a leaf",
    ],
    [
      "a port → db",
      { "lib/notify/x.ts": 'import { sql } from "@/db/client";\nexport { sql };\n' },
      "only use cases and composition import db",
    ],
    [
      "a page → db",
      { "app/x.tsx": 'import { sql } from "@/db/client";\nexport { sql };\n' },
      "pages and components never touch the database",
    ],
    [
      "a page → a type of db",
      { "app/x.tsx": 'import type { Tx } from "@/db/client";\nexport type X = Tx;\n' },
      "pages and components never touch the database",
    ],
    [
      "a page → a link that fetches ahead",
      { "app/x.tsx": 'import Link from "next/link";\nexport { Link };\n' },
      "imports next/link: links are those of components/ui/link",
    ],
    [
      "a component → drizzle",
      { "components/x.tsx": 'import { sql } from "drizzle-orm";\nexport { sql };\n' },
      "pages and components never touch the database",
    ],
    [
      "a use case → better-sqlite3",
      { "lib/usecases/x.ts": 'import D from "better-sqlite3";\nexport { D };\n' },
      "knows which engine it is",
    ],
    [
      "a component → a use case",
      { "components/x.tsx": 'import { file } from "@/lib/usecases/file";\nexport { file };\n' },
      "components receive view models",
    ],
    [
      "a component → a page",
      { "components/x.tsx": 'export { default as P } from "@/app/page";\n' },
      "components receive view models",
    ],
    [
      "lib → a component",
      { "lib/notify/x.ts": 'import type { Props } from "@/components/card";\nexport type X = Props;\n' },
      "know nothing of pages and components",
    ],
    [
      "db → a use case",
      { "db/x.ts": 'export { file } from "@/lib/usecases/file";\n' },
      "db knows nothing of use cases",
    ],
    [
      "a use case → next",
      { "lib/usecases/x.ts": 'import { headers } from "next/headers";\nexport { headers };\n' },
      "know nothing of the framework",
    ],
    [
      "the reviewer's pages → the authority",
      {
        "lib/authority/a.ts": "export const a = 1;\n",
        "app/review/x.tsx": 'export { a } from "@/lib/authority/a";\n',
      },
      "never read the authority's own system",
    ],
    [
      "the authority → db",
      { "lib/authority/a.ts": 'export { sql } from "@/db/client";\n' },
      "the authority is another system",
    ],
  ];
  it.each(planted)("finds %s", async (_name, files, message) => {
    const { code, output } = await judge("directions", { ...sound, ...files });
    expect(output).toContain(message);
    expect(code).toBe(1);
  });

  it("finds a circle, through types and re-exports too", async () => {
    const { code, output } = await judge("directions", {
      ...sound,
      "lib/filing/b.ts": 'export type { C } from "./c";\nexport const b = 1;\n',
      "lib/filing/c.ts": 'import { a } from "@/lib/filing/a";\nexport type C = typeof a;\n',
    });
    expect(output).toContain("circle: lib/filing/b.ts → lib/filing/c.ts → lib/filing/a.ts → lib/filing/b.ts");
    expect(code).toBe(1);
  });

  it("fails when it sees nothing", async () => {
    expect(await judge("directions", {})).toMatchObject({ code: 1 });
    expect(await judge("directions", { "lib/a.ts": 'import "zod";\n' })).toMatchObject({ code: 1 });
  });
});
