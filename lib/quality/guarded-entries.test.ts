import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Exceptions, unguarded } from "./guarded-entries";

const SECTION = "app/console/orders/[id]/section-page.tsx";
const ALLOWED: Exceptions = {
  pages: [
    "app/(public)/(guide)/calendar/page.tsx",
    "app/(public)/(guide)/filing-password/page.tsx",
    "app/(public)/(guide)/leaving/page.tsx",
    "app/(public)/(guide)/materials/page.tsx",
    "app/(public)/(guide)/rules/[province]/page.tsx",
    "app/(public)/(guide)/rules/book/page.tsx",
    "app/(public)/(guide)/rules/page.tsx",
    "app/(public)/(guide)/ways-out/[obstacle]/page.tsx",
    "app/(public)/(guide)/ways-out/page.tsx",
    "app/(public)/callback/[token]/page.tsx",
    "app/(public)/confirm/email/page.tsx",
    "app/(public)/confirm/page.tsx",
    "app/(public)/forgot/page.tsx",
    "app/(public)/invite/page.tsx",
    "app/(public)/invite/staff/page.tsx",
    "app/(public)/(legal)/privacy/page.tsx",
    "app/(public)/(legal)/terms/page.tsx",
    "app/(public)/page.tsx",
    "app/(public)/register/page.tsx",
    "app/(public)/reset/page.tsx",
    "app/(public)/sign-in/code/page.tsx",
    "app/(public)/sign-in/finish/page.tsx",
    "app/(public)/sign-in/page.tsx",
    "app/(public)/sign-in/refused/page.tsx",
    "app/query/page.tsx",
    "app/sandbox/clock/page.tsx",
    "app/sandbox/mailbox/page.tsx",
    "app/sandbox/page.tsx",
    "app/verify/page.tsx",
    "app/verify/password/page.tsx",
  ],
  shared: {
    "app/console/orders/[id]/entity/page.tsx": SECTION,
    "app/console/orders/[id]/filed/page.tsx": SECTION,
    "app/console/orders/[id]/leads/page.tsx": SECTION,
    "app/console/orders/[id]/services/[serviceId]/page.tsx": SECTION,
  },
  routes: {
    "app/api/health/route.ts": "machines ask it; it says nothing of anybody",
    "app/api/auth/[...nextauth]/route.ts": "next-auth's handshake, behind lib/auth/handshake-route.ts",
  },
  actions: {
    "app/session-actions.ts#signOutAction": "calls the wrapped session.end, then forgets the cookie",
  },
};

const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter(
  (path) => !/\.test\.|^lib.quality/.test(path),
);
const sources = Object.fromEntries(
  files.map((path) => [path.replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

describe("whatever can be asked for", () => {
  it("asks who is asking, or is excepted by name", () => {
    expect(files.filter((path) => path.endsWith("page.tsx")).length).toBeGreaterThan(10);
    expect(unguarded(sources, ALLOWED)).toEqual([]);
  });

  it("is not excepted when it is gone", () => {
    const excepted = [
      ...ALLOWED.pages,
      ...Object.keys(ALLOWED.shared),
      ...Object.keys(ALLOWED.routes),
      ...Object.keys(ALLOWED.actions),
    ];
    expect(excepted.filter((path) => sources[path.split("#")[0] ?? ""] === undefined)).toEqual([]);
  });

  it.each([
    ["a page", "app/console/new/page.tsx", "export default function Page() {}", "asks for nobody"],
    [
      "a page that only looks who is there",
      "app/console/new/page.tsx",
      "export default async function Page() { await optionalActor(); }",
      "asks for nobody",
    ],
    ["a route", "app/api/new/route.ts", "export async function POST() {}", "without defineRoute"],
    [
      "a route in a list",
      "app/api/new/route.ts",
      "const h = 1;\nexport { h as PUT };",
      "without defineRoute",
    ],
    [
      "a second method",
      "app/api/new/route.ts",
      "export const GET = defineRoute({});\nexport const DELETE = remove;",
      "#DELETE",
    ],
    [
      "an action",
      "app/new/actions.ts",
      '"use server";\nexport async function x() {}',
      "without defineAction",
    ],
    [
      "an action of a component",
      "components/a.tsx",
      'async function f() {\n  "use server";\n}',
      "inside a function",
    ],
  ])("is found when it is open: %s", (_name, path, source, said) => {
    expect(unguarded({ [path]: source }, ALLOWED)).toEqual([expect.stringContaining(said)]);
  });

  it("may be guarded", () => {
    const good = {
      "app/a/page.tsx": 'const actor = await requireActor("order.read.own");',
      "app/a/route.ts": "export const GET = defineRoute({});",
      "app/a/actions.ts": '"use server";\nexport const a = defineAction({});',
    };
    expect(unguarded(good, ALLOWED)).toEqual([]);
  });
});
