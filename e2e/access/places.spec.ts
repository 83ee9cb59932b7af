import { signInAs } from "../fixtures";
import { Caller } from "../support/caller";
import { expect, heading, test } from "../support/isolated";
import { type AppPage, pagesBelow } from "../support/pages";
import { auditHead, orderOf, refusalsSince, rows, userOf } from "../support/state";

/** Who enters which place; whatever is not said here is forbidden. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "app/console": ["draft-half"],
  "app/review": ["reviewer-lin", "supervisor"],
  "app/authority": ["officer"],
};
const EVERYBODY = ["draft-half", "reviewer-lin", "supervisor", "admin", "officer"];

/** Pages of a place that also others may see, and what they see there is said in another test. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "app/review/page.tsx": ["admin"],
  "app/review/deliveries/page.tsx": ["admin"],
  "app/review/account/page.tsx": ["admin"],
  "app/review/account/second-factor/page.tsx": ["admin"],
  "app/review/settings/page.tsx": ["admin"],
  "app/review/staff/page.tsx": ["admin"],
  "app/review/staff/[id]/page.tsx": ["admin"],
  "app/review/staff/invite/page.tsx": ["admin"],
  "app/review/imports/page.tsx": ["admin"],
  "app/review/webhooks/page.tsx": ["admin"],
  "app/review/serving/page.tsx": ["admin"],
};

const PARAMS = {
  view: "all",
  setting: "remarkMinLength",
  sequence: "1",
  service: "svc_000000",
  serviceId: "svc_000000",
  inspectionId: "01900000-0000-7000-8000-000000000000",
  section: "entity",
  province: "jiangsu",
  obstacle: "shell-entity",
  token: "x".repeat(43),
};

for (const [place, allowed] of Object.entries(PLACES)) {
  for (const persona of EVERYBODY.filter((one) => !allowed.includes(one))) {
    test(`${persona} is told that ${place} is not for him, on every page`, async ({ server }) => {
      const caller = await Caller.as(server, persona);
      const { id } = orderOf(server, "at-authority");
      const pages = pagesBelow(place).filter(({ file }) => !ALSO[file]?.includes(persona));
      expect(pages.length).toBeGreaterThan(1);
      for (const { file, path } of pages) {
        const head = auditHead(server);
        const answer = await caller.fetch("GET", path({ ...PARAMS, id }));
        expect(answer.status, file).toBe(403);
        const refusals = refusalsSince(server, head);
        expect(refusals.length, file).toBeGreaterThan(0);
        expect(refusals[0], file).toMatchObject({ actor_id: userOf(server, persona), outcome: "refused" });
      }
    });
  }

  test(`strangers are sent from ${place} to the sign-in page, and come back to where they wanted`, async ({
    server,
  }) => {
    const stranger = Caller.anonymous(server);
    const { id } = orderOf(server, "at-authority");
    for (const { file, path } of pagesBelow(place)) {
      const wanted = path({ ...PARAMS, id });
      const answer = await stranger.fetch("GET", wanted);
      expect(answer.status, file).toBe(307);
      const target = new URL(answer.headers.get("location") ?? "", server.url);
      expect([target.origin, target.pathname, target.searchParams.get("next")], file).toEqual([
        server.url,
        "/sign-in",
        wanted,
      ]);
    }
  });
}

test("the forbidden page says as whom one is signed in, and leads to his own place", async ({ page }) => {
  await signInAs(page, "rejected-two");
  const answer = await page.goto("/review");
  expect(answer?.status()).toBe(403);
  await expect(heading(page)).toHaveText("您不能查看这个页面");
  await page.goto("/authority");
  await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
});

test("an administrator sees no orders and no documents", async ({ page, server }) => {
  await signInAs(page, "admin");
  await expect(page).toHaveURL(`${server.url}/review`);
  await expect(heading(page)).toHaveText("您的角色不处理订单");
  const { id, number } = orderOf(server, "at-authority");
  expect(await page.content()).not.toContain(number);
  const admin = await Caller.as(server, "admin");
  const looks = () => rows(server, "SELECT seq FROM audit_log WHERE action = 'document.viewed'").length;
  const before = looks();
  const [material] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", id);
  for (const path of [`/api/review/materials/${material?.id}`, `/api/materials/${material?.id}`]) {
    const answer = await admin.fetch("GET", path);
    expect([answer.status, (await answer.json()).error.code], path).toEqual([403, "forbidden"]);
  }
  expect(looks()).toBe(before);
});

test("documents open for their owner and for reviewers, who are recorded; for nobody else", async ({
  server,
}) => {
  const { id } = orderOf(server, "at-authority");
  const [material] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", id);
  const own = `/api/materials/${material?.id}`;
  const staff = `/api/review/materials/${material?.id}`;
  const status = async (persona: string | null, path: string) => {
    const caller = persona === null ? Caller.anonymous(server) : await Caller.as(server, persona);
    return (await caller.fetch("GET", path)).status;
  };
  const head = auditHead(server);
  expect(await status("at-authority", own)).toBe(200);
  expect(await status("reviewer-lin", staff)).toBe(200);
  const looks = rows(
    server,
    "SELECT actor_id, object FROM audit_log WHERE action = 'document.viewed' AND seq > ?",
    head,
  );
  expect(looks).toEqual([{ actor_id: userOf(server, "reviewer-lin"), object: id }]);
  for (const [persona, path, code] of [
    [null, own, 401],
    [null, staff, 401],
    ["at-authority", staff, 403],
    ["officer", staff, 403],
    ["officer", own, 403],
    ["reviewer-lin", own, 403],
    ["admin", staff, 403],
  ] as const)
    expect(await status(persona, path), `${persona} ${path}`).toBe(code);
});

/** Every page file is one of a protected place or on this list: a new line is a decision. */
const PUBLIC_PAGES = [
  "app/(public)/(guide)/calendar/page.tsx",
  "app/(public)/(guide)/filing-password/page.tsx",
  "app/(public)/(guide)/leaving/page.tsx",
  "app/(public)/(guide)/materials/page.tsx",
  "app/(public)/(guide)/rules/[province]/page.tsx",
  "app/(public)/(guide)/rules/book/page.tsx",
  "app/(public)/(guide)/rules/page.tsx",
  "app/(public)/(guide)/ways-out/[obstacle]/page.tsx",
  "app/(public)/(guide)/ways-out/page.tsx",
  "app/(public)/(legal)/privacy/page.tsx",
  "app/(public)/(legal)/terms/page.tsx",
  "app/(public)/callback/[token]/page.tsx",
  "app/(public)/confirm/email/page.tsx",
  "app/(public)/confirm/page.tsx",
  "app/(public)/forgot/page.tsx",
  "app/(public)/invite/page.tsx",
  "app/(public)/invite/staff/page.tsx",
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
];

test("strangers get a page only where the list says so", async ({ server }) => {
  const stranger = Caller.anonymous(server);
  const answers: [AppPage, number][] = [];
  const { id } = orderOf(server, "at-authority");
  for (const page of pagesBelow("app"))
    answers.push([page, (await stranger.fetch("GET", page.path({ ...PARAMS, id }))).status]);
  const open = answers.filter(([, status]) => status === 200).map(([{ file }]) => file);
  expect(open).toEqual(PUBLIC_PAGES);
});
