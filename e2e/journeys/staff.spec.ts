import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { axe } from "../fixtures";
import { AccountsScreen, PASSWORD } from "../screens/accounts";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { orderOf, rows } from "../support/state";

test.use({ story: "staff" });

const EMAIL = "wang@provider.example";
const STEP_MS = 30_000;

/** The code of the app, some steps on: a step that was used is not taken a second time. */
const shown = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * STEP_MS });

/** An administrator asks somebody in; the page of what came of it is in front of him. */
async function invite(admin: AccountsScreen, name: string, email: string, way: "mail" | "print") {
  const { page, say } = admin;
  await page.goto("/review/staff");
  await page.getByRole("link", { name: say("staff.invite.title"), exact: true }).click();
  await page.waitForURL("**/review/staff/invite");
  await admin.press("staff.invite.submit");
  await expect(page.getByText(say("auth.reason.display-name-missing"))).toBeVisible();
  await axe(page);
  await admin.fill(say("staff.name"), name);
  await admin.fill(say("staff.email"), email);
  await page.getByRole("radio", { name: new RegExp(`^${say("staff.post.reviewer")}(?!兼)`) }).check();
  await page.getByRole("radio", { name: new RegExp(`^${say(`staff.invite.ways.${way}`)}`) }).check();
  await admin.press("staff.invite.submit");
}

/** Name, password and consents of somebody who came by a link. */
async function join(own: AccountsScreen, name: string): Promise<void> {
  await expect(own.page.getByLabel(own.say("auth.inviteStaff.name"), { exact: true })).toHaveValue(name);
  await axe(own.page);
  await own.fill(own.say("auth.newPassword"), PASSWORD);
  await own.agree();
  await own.press("auth.inviteStaff.submit");
  await own.page.waitForURL("**/review/queue/unclaimed");
}

/** Sets up the second step and gives the secret. */
async function enrol(own: AccountsScreen): Promise<string> {
  const { page, say } = own;
  await page.goto("/review/account/second-factor");
  await own.fill(say("auth.factor.password"), "not the password");
  await own.press("auth.factor.begin");
  await expect(page.getByText(say("account.refused.password-wrong"))).toBeVisible();
  await axe(page);
  await own.fill(say("auth.factor.password"), PASSWORD);
  await own.press("auth.factor.begin");
  await expect(page.getByRole("img", { name: say("auth.factor.qr") })).toBeVisible();
  const secret = ((await page.locator("main code").first().textContent()) ?? "").replaceAll(/[^A-Z2-7]/g, "");
  expect(secret).toHaveLength(32);
  await axe(page);
  await own.fill(say("auth.factor.code"), "000000");
  await own.press("auth.factor.confirm");
  await expect(page.getByText(say("account.refused.second-code-wrong"))).toBeVisible();
  await own.fill(say("auth.factor.code"), shown(secret));
  await own.press("auth.factor.confirm");
  const codes = page.getByRole("list", { name: say("auth.factor.codes") }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await axe(page);
  await own.press("auth.factor.kept");
  await page.waitForURL("**/review/queue/unclaimed");
  return secret;
}

/** The page says that an administrator ended the session, not only that nobody is signed in. */
const ended = (page: Page, title: string) => expect(page.getByText(title, { exact: true })).toBeVisible();

test("asked in by mail, with a second step; blocked with the workbench open", async ({ as, say, server }) => {
  const admin = new AccountsScreen(await as("admin"), say);
  const own = new AccountsScreen(await as(null), say);
  const { page } = own;
  await invite(admin, "王芳", EMAIL, "mail");
  await expect(admin.page.getByRole("status")).toContainText(say("staff.invite.mailed", { name: "王芳" }));
  await admin.page.goto("/review/staff?view=invited");
  await expect(admin.page.getByRole("cell", { name: "王芳", exact: true })).toBeVisible();
  await axe(admin.page);

  const link = await own.follow(EMAIL, say("account.mail.staff.subject"));
  await join(own, "王芳");
  const secret = await enrol(own);
  await page.context().clearCookies({ name: "icp.session" });
  await page.goto(link);
  await expect(page.getByText(say("auth.dead.title"))).toBeVisible();

  const { id, number } = orderOf(server, "extra-luting");
  await page.goto(`/review/orders/${id}`);
  await own.fill(say("auth.email"), EMAIL);
  await own.fill(say("auth.password"), PASSWORD);
  await own.press("auth.signIn");
  await page.waitForURL("**/sign-in/code**");
  await page.reload();
  await own.fill(say("auth.secondStep.code"), "000000");
  await own.press("auth.secondStep.submit");
  await expect(page.getByText(say("account.refused.second-code-wrong"))).toBeVisible();
  await axe(page);
  await own.fill(say("auth.secondStep.code"), shown(secret, 1));
  await own.press("auth.secondStep.submit");
  await page.waitForURL(`**/review/orders/${id}`);
  await new ReviewScreen(page, say).claim(number);

  await admin.page.goto("/review/staff");
  await admin.page.getByRole("link", { name: "王芳", exact: true }).click();
  await expect(admin.page.getByRole("heading", { level: 1, name: "王芳" })).toBeVisible();
  await axe(admin.page);
  await admin.press("staff.access.block");
  await axe(admin.page);
  await admin.press("staff.access.block", admin.page.getByRole("dialog"));
  await expect(
    admin.page.getByRole("button", { name: say("staff.access.unblock"), exact: true }),
  ).toBeVisible();

  await own.press("review.bench.release");
  await ended(page, say("auth.ended.blocked.title"));
  await axe(page);
  expect(
    rows(
      server,
      `SELECT o.claim_user_id, u.status, u.blocked_reason,
              (SELECT count(*) FROM sessions s WHERE s.user_id = u.id) AS sessions,
              (SELECT e.actor_kind FROM order_events e WHERE e.order_id = o.id ORDER BY e.seq DESC LIMIT 1) AS by
       FROM orders o, users u WHERE o.id = ? AND u.display_name = '王芳'`,
      id,
    ),
  ).toEqual([{ claim_user_id: null, status: "blocked", blocked_reason: "left", sessions: 0, by: "system" }]);
  await own.signIn(EMAIL);
  await expect(page.getByText(say("auth.failure.unauthenticated.title"))).toBeVisible();
});

test("asked in on paper: the link is shown once and works once", async ({ as, say }) => {
  const admin = new AccountsScreen(await as("admin"), say);
  await invite(admin, "李明", "li@provider.example", "print");
  await expect(admin.page.getByRole("img", { name: say("staff.invite.qr") })).toBeVisible();
  await axe(admin.page);
  const url = /http\S+\/invite\/staff\?t=[\w-]{43}/.exec(
    (await admin.page.locator("main").textContent()) ?? "",
  )?.[0];
  await admin.page.goto("/review/staff?view=invited");
  await expect(admin.page.locator("main")).not.toContainText("/invite/staff?t=");

  const own = new AccountsScreen(await as(null), say);
  await own.page.goto("/sandbox/mailbox");
  await expect(own.page.getByText("li@provider.example")).toHaveCount(0);
  await own.page.goto(url ?? "");
  await join(own, "李明");
  const second = new AccountsScreen(await as(null), say);
  await second.page.goto(url ?? "");
  await expect(second.page.getByText(say("auth.dead.title"))).toBeVisible();

  // Another post: the open tab hears of it, and the new post counts after signing in again.
  await admin.page.goto("/review/staff");
  await admin.page.getByRole("link", { name: "李明", exact: true }).click();
  await admin.page.getByRole("radio", { name: new RegExp(`^${say("staff.post.supervisor")}(?!兼)`) }).check();
  await admin.press("staff.change.submit");
  await expect(admin.page.getByText(say("staff.change.done")).first()).toBeVisible();
  await own.page.goto("/review/queue/mine");
  await ended(own.page, say("auth.ended.roles.title"));
  await own.fill(say("auth.email"), "li@provider.example");
  await own.fill(say("auth.password"), PASSWORD);
  await own.press("auth.signIn");
  await own.page.waitForURL("**/review/queue/mine");
});
