import type { Browser } from "@playwright/test";
import { axe } from "../fixtures";
import { AccountsScreen, PASSWORD } from "../screens/accounts";
import { expect, test } from "../screens/story";
import type { Say } from "../screens/words";

test.use({ story: "accounts" });

const NEW = "another-password-here";

/** A browser of its own, as on another device. */
async function device(browser: Browser, url: string | undefined, say: Say) {
  const context = await browser.newContext({ baseURL: url ?? "" });
  await context.addCookies([{ name: "NEXT_LOCALE", value: "zh-CN", url: url ?? "" }]);
  return new AccountsScreen(await context.newPage(), say);
}

test("from an address to the first page of an order, on a phone", async ({ browser, baseURL, say }) => {
  const own = await device(browser, baseURL, say);
  const { page } = own;
  await page.setViewportSize({ width: 390, height: 844 });
  await own.register("wen@example.cn");
  await axe(page);

  await own.press("account.forms.realName.submit");
  await expect(page.getByRole("alert").filter({ hasText: say("auth.reason.kind-missing") })).toBeFocused();
  await axe(page);
  await page.getByRole("radio", { name: say("account.forms.realName.person") }).check();
  await own.fill(say("account.forms.realName.personName"), "服务中断");
  await own.fill(say("account.forms.realName.personNo"), "110101199003070011");
  await own.press("account.forms.realName.submit");
  await expect(page.getByText(say("account.refused.realname-unavailable"))).toBeVisible();
  await expect(page.getByLabel(say("account.forms.realName.personNo"), { exact: true })).toHaveValue(
    "110101199003070011",
  );
  await own.fill(say("account.forms.realName.personName"), "温乔");
  await own.press("account.forms.realName.submit");
  await page.waitForURL("**/console/orders/new");
  await expect(page.getByRole("heading", { name: say("orders.start.title") })).toBeVisible();
  await expect(page.getByText(say("account.start.title"))).toHaveCount(0);
  await page.context().close();
});

test("a known address and an unknown one are answered alike", async ({ page, say }) => {
  const own = new AccountsScreen(page, say);
  for (const [path, key] of [
    ["/register", "auth.register.submit"],
    ["/forgot", "auth.forgot.submit"],
  ] as const)
    for (const email of ["fresh-unit@sandbox.invalid", "nobody-at-all@example.cn"]) {
      await page.goto(path);
      await own.fill(say("auth.email"), email);
      await own.press(key);
      await expect(page.getByRole("status")).toContainText(say("auth.sent.title"));
      await axe(page);
    }
});

test("a forgotten password is replaced by the mailed link, once, and other devices are out", async ({
  browser,
  baseURL,
  say,
}) => {
  const [home, away] = [await device(browser, baseURL, say), await device(browser, baseURL, say)];
  await home.register("qiao@example.cn");
  await away.page.goto("/sign-in");
  await away.page.getByRole("link", { name: say("auth.forgotLink") }).click();
  // Both pages have a field of this name.
  await away.page.waitForURL("**/forgot");
  await away.fill(say("auth.email"), "qiao@example.cn");
  await away.press("auth.forgot.submit");
  await expect(away.page.getByText(say("auth.sent.title"))).toBeVisible();
  const link = await away.follow("qiao@example.cn", say("account.mail.reset.subject"));
  await away.setPassword("reset", "1234567890");
  await expect(away.page.getByText(say("auth.reason.password-common"))).toBeVisible();
  await away.setPassword("reset", NEW);
  await expect(away.page.getByText(say("auth.reset.done"))).toBeVisible();

  await home.page.goto("/console/account");
  await expect(home.page).toHaveURL(/\/sign-in\?next=/);
  await home.signIn("qiao@example.cn", PASSWORD);
  await expect(home.page.getByText(say("auth.failure.unauthenticated.title"))).toBeVisible();
  await home.signIn("qiao@example.cn", NEW);
  await home.page.waitForURL("**/console");
  await away.page.goto(link);
  await expect(away.page.getByText(say("auth.dead.title"))).toBeVisible();
  for (const { page } of [home, away]) await page.context().close();
});

test("a member is invited, works for the account, and is removed", async ({ as, browser, baseURL, say }) => {
  const owner = new AccountsScreen(await as("fresh-unit"), say);
  const mate = await device(browser, baseURL, say);
  await owner.page.goto("/console");
  await owner.page.getByRole("link", { name: say("console.nav.myAccount") }).click();
  await owner.page.getByRole("link", { name: say("account.people.go") }).click();
  await owner.fill(say("account.forms.invite.email"), "mate@example.cn");
  await owner.press("account.forms.invite.submit");
  await expect(owner.page.getByRole("cell", { name: "mate@example.cn", exact: true })).toBeVisible();

  await mate.follow("mate@example.cn", "邀请您一起处理备案");
  await axe(mate.page);
  await mate.fill(say("auth.newPassword"), PASSWORD);
  await mate.press("auth.invite.submit");
  for (const reason of ["terms-missing", "privacy-missing"])
    await expect(mate.page.getByText(say(`auth.reason.${reason}`))).toBeVisible();
  await axe(mate.page);
  await mate.setPassword("invite");
  await mate.page.waitForURL("**/console");
  await mate.page.goto("/console/account/members");
  await expect(mate.page.getByRole("row")).toHaveCount(3);
  await expect(mate.page.getByText("fresh-unit@sandbox.invalid")).toHaveCount(0);

  await owner.page.reload();
  await axe(owner.page);
  await owner.page.getByRole("button", { name: "移除mate@example.cn" }).click();
  const dialog = owner.page.getByRole("dialog");
  await owner.press("account.members.remove", dialog);
  await expect(owner.page.getByRole("row")).toHaveCount(2);
  await mate.page.goto("/console");
  await expect(mate.page.getByText(say("account.start.title"))).toBeVisible();
  await mate.page.context().close();
});

test("address and security phone change when both ends have confirmed", async ({ browser, baseURL, say }) => {
  const own = await device(browser, baseURL, say);
  const { page } = own;
  await own.register("old@example.cn");
  await page.goto("/console/account/email");
  await own.fill(say("account.forms.email.new"), "new@example.cn");
  await own.fill(say("account.forms.yourPassword"), PASSWORD);
  await own.press("account.forms.email.submit");
  await expect(page.getByText(say("account.bothEnds.email.title"))).toBeVisible();
  await axe(page);
  await own.follow("new@example.cn", say("account.mail.email-new.subject"));
  await own.press("auth.confirmEmail.submit");
  await expect(page.getByRole("status")).toContainText(say("auth.confirmEmail.waits-for-old.title"));
  await own.follow("old@example.cn", say("account.mail.email-old.subject"));
  await own.press("auth.confirmEmail.submit");
  await expect(page.getByRole("status")).toContainText(say("auth.confirmEmail.done.title"));
  await page.goto("/console/account");
  await expect(page.getByText("new@example.cn")).toBeVisible();

  for (const [phone, ends] of [
    ["13912340001", ["new"]],
    ["13912340002", ["old", "new"]],
  ] as const) {
    await page.goto("/console/account/phone");
    await own.fill(say("account.forms.phone.new"), phone);
    await own.fill(say("account.forms.yourPassword"), PASSWORD);
    await own.press("account.forms.phone.submit");
    await expect(page.getByText(say("account.bothEnds.phone.title"))).toBeVisible();
    await axe(page);
    for (const end of ends) {
      const code = await own.code(end === "old" ? "13912340001" : phone);
      await page.goto("/console/account/phone");
      const form = page
        .locator("form")
        .filter({ hasText: say(`account.forms.phone.code.${end}`).slice(0, 3) });
      await form.getByRole("textbox").fill(code);
      await own.press("account.forms.phone.confirm", form);
      await expect(form).toHaveCount(0);
    }
    await page.goto("/console/account");
    await expect(page.getByText(`139****${phone.slice(-4)}`)).toBeVisible();
  }

  await page.goto("/console/account/close");
  await own.fill(say("account.forms.yourPassword"), PASSWORD);
  await page.getByRole("checkbox").check();
  await own.press("account.forms.close.submit");
  await page.waitForURL(`${baseURL}/`);
  await own.signIn("new@example.cn");
  await expect(page.getByText(say("auth.failure.unauthenticated.title"))).toBeVisible();
  await page.context().close();
});

test("a changed password signs other devices out and keeps this one", async ({ browser, baseURL, say }) => {
  const [here, there] = [await device(browser, baseURL, say), await device(browser, baseURL, say)];
  await here.register("two@example.cn");
  await there.signIn("two@example.cn");
  await there.page.waitForURL("**/console");
  await here.page.goto("/console/account/sessions");
  await expect(here.page.getByRole("row")).toHaveCount(3);
  await axe(here.page);
  await here.page.goto("/console/account/password");
  await here.fill(say("account.forms.password.current"), PASSWORD);
  await here.fill(say("auth.newPassword"), NEW);
  await here.press("account.forms.password.submit");
  await here.page.waitForURL("**/console/account");
  await here.page.goto("/console/account/sessions");
  await expect(here.page.getByRole("row")).toHaveCount(2);
  await there.page.goto("/console");
  await expect(there.page).toHaveURL(/\/sign-in/);
  for (const { page } of [here, there]) await page.context().close();
});
