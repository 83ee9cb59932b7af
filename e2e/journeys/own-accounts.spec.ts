import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { axe } from "../fixtures";
import { AccountsScreen } from "../screens/accounts";
import { expect, test } from "../screens/story";

test.use({ story: "own-accounts" });

const NEW = "another-password-here";

test("staff look after their own devices, password and keys", async ({ as, say }) => {
  const own = new AccountsScreen(await as("reviewer-lin"), say);
  const { page } = own;
  await page.getByRole("button", { name: /^账号：/ }).click();
  await page.getByRole("menuitem", { name: say("shell.accountSettings") }).click();
  await page.waitForURL("**/review/account");
  await expect(page.getByText(say("account.sessions.this"), { exact: true })).toBeVisible();
  await axe(page);
  await own.press("account.forms.password.submit");
  await expect(page.getByText(say("auth.reason.password-missing"))).toBeVisible();
  await own.fill(say("account.forms.password.current"), PERSONA_PASSWORD);
  await own.fill(say("auth.newPassword"), NEW);
  await own.press("account.forms.password.submit");
  await expect(page.getByText(say("account.forms.password.done")).first()).toBeVisible();
  await expect(page.getByLabel(say("auth.newPassword"), { exact: true })).toHaveValue("");
  await page.getByRole("link", { name: say("console.tokens.title"), exact: true }).click();
  await page.waitForURL("**/review/account/tokens");
  await expect(page.getByText(say("console.tokens.none"), { exact: true })).toBeVisible();
  await axe(page);
});

test("who works for one account is told of an order of the other, and switches", async ({ as, say }) => {
  const owner = new AccountsScreen(await as("rejected-two"), say);
  await owner.page.goto("/console/orders");
  const order = owner.page.locator('main a[href^="/console/orders/0"]').first();
  const href = (await order.getAttribute("href")) ?? "";
  await owner.page.goto("/console/account/members");
  await owner.fill(say("account.forms.invite.email"), "draft-half@sandbox.invalid");
  await owner.press("account.forms.invite.submit");
  await expect(
    owner.page.getByRole("cell", { name: "draft-half@sandbox.invalid", exact: true }),
  ).toBeVisible();

  const mate = new AccountsScreen(await as("draft-half"), say);
  const { page } = mate;
  await mate.follow("draft-half@sandbox.invalid", "邀请您一起处理备案");
  await mate.press("auth.invite.accept");
  await page.waitForURL("**/console");
  await page.goto("/console/orders");
  await expect(page.locator(`main a[href="${href}"]`).first()).toBeVisible();
  await page.goto("/console/account");
  const switched = page.waitForEvent("load");
  await page.getByRole("button", { name: /^切换到/ }).click();
  await switched;
  await page.goto("/console/orders");
  await expect(page.locator('main a[href^="/console/orders/0"]').first()).toBeVisible();
  await expect(page.locator(`main a[href="${href}"]`)).toHaveCount(0);
  await page.goto(href);
  await expect(page.getByText(/^这份订单属于/)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: /^切换到/ }).click();
  await expect(page.getByText(/^这份订单属于/)).toHaveCount(0);
  await page.goto("/console/orders");
  await expect(page.locator(`main a[href="${href}"]`).first()).toBeVisible();
});
