import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { startProvider, type TestProvider } from "@/lib/identity/testing";
import { axe, test as base, expect, signInAs } from "../fixtures";
import { AccountsScreen } from "../screens/accounts";
import { words } from "../screens/words";
import { startServer, type TestServer } from "../support/server";

const say = words("zh-CN");
const WEN = {
  sub: "wen-1",
  email: "wen@cloud.example",
  email_verified: true,
  real_name: "温乔",
  real_name_verified: true,
  cert_type: "id_card",
  cert_no: "11010119900307002X",
};
const ANNA = { sub: "anna", name: "Anna", email: "anna@house.example", email_verified: true };

/** Servers of its own, which trust an issuer for customers and another for staff. */
const test = base.extend<object, { cloud: TestProvider; house: TestProvider; server: TestServer }>({
  cloud: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const provider = await startProvider();
      await use(provider);
      await provider.close();
    },
    { scope: "worker" },
  ],
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const provider = await startProvider();
      await use(provider);
      await provider.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ cloud, house }, use, worker) => {
      const server = await startServer(`openid-${worker.workerIndex}`, {
        ...cloud.env("OIDC_", "示例云"),
        ...house.env("STAFF_OIDC_", "统一认证"),
      });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
test.beforeEach(({ cloud, house }) => {
  for (const provider of [cloud, house]) provider.mood = {};
});

const CLOUD = say("auth.identity.with", { provider: "示例云" });
const HOUSE = say("auth.identity.staff", { provider: "统一认证" });
const leave = async ({ page }: AccountsScreen, button: string): Promise<void> => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: button, exact: true }).click();
};
const signOut = async ({ page }: AccountsScreen): Promise<void> => {
  await page.getByRole("button", { name: /^账号：/ }).click();
  await page.getByRole("menuitem", { name: say("shell.signOut") }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/console"));
};

test("a customer comes in with his cloud account, agrees once, and has an account with his real name", async ({
  page,
  cloud,
}) => {
  const own = new AccountsScreen(page, say);
  cloud.person = WEN;
  await page.goto("/sign-in");
  await axe(page);
  await leave(own, CLOUD);
  await page.waitForURL("**/sign-in/finish");
  await axe(page);
  await own.press("auth.identity.finish.submit");
  await expect(page.getByText(say("auth.reason.terms-missing"))).toBeVisible();
  await page
    .getByRole("checkbox", { name: say("auth.identity.finish.agree", { provider: "示例云" }) })
    .check();
  await own.agree();
  await own.press("auth.identity.finish.submit");
  await page.waitForURL("**/console");
  await page.goto("/console/account");
  await expect(page.getByText("温乔", { exact: true }).last()).toBeVisible();
  await expect(page.getByText("1101**********002X")).toBeVisible();
  await expect(page.getByText(say("account.identities.noPassword"))).toBeVisible();
  await axe(page);

  await signOut(own);
  await leave(own, CLOUD);
  await page.waitForURL("**/console");
});

test("a colleague reaches the queue by a role claim, and is refused without one", async ({ page, house }) => {
  const own = new AccountsScreen(page, say);
  house.person = { ...ANNA, groups: ["nothing of ours"] };
  await leave(own, HOUSE);
  await page.waitForURL("**/sign-in/refused?why=unmapped");
  await expect(page.getByText(say("account.refused.identity-unmapped"))).toBeVisible();
  await axe(page);
  house.person = { ...ANNA, groups: ["reviewer"], amr: ["mfa"] };
  await leave(own, HOUSE);
  await page.waitForURL("**/review/queue/unclaimed");
  await expect(page.getByRole("table")).toBeVisible();
});

test("an administrator reads where a post comes from before he gives another, which then stays", async ({
  page,
  browser,
  baseURL,
  house,
}) => {
  const own = new AccountsScreen(page, say);
  house.person = { ...ANNA, sub: "bea", name: "Bea", email: "bea@house.example", groups: ["reviewer"] };
  await leave(own, HOUSE);
  await page.waitForURL("**/review/queue/unclaimed");

  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  await context.addCookies([{ name: "NEXT_LOCALE", value: "zh-CN", url: baseURL ?? "" }]);
  const admin = new AccountsScreen(await context.newPage(), say);
  await signInAs(admin.page, "admin");
  await admin.page.goto("/review/staff");
  await admin.page.getByRole("link", { name: "Bea", exact: true }).click();
  const told = admin.page.getByText(say("staff.change.claimedTitle"));
  await expect(told).toBeVisible();
  await axe(admin.page);
  const supervisor = admin.page.getByRole("radio", {
    name: new RegExp(`^${say("staff.post.supervisor")}(?!兼)`),
  });
  await supervisor.check();
  await admin.press("staff.change.submit");
  await expect(told).toHaveCount(0);

  // The issuer still says reviewer.
  await leave(own, HOUSE);
  await page.waitForURL("**/review/queue/unclaimed");
  await admin.page.reload();
  await expect(supervisor).toBeChecked();
  await context.close();
});

test("an issuer that lies is refused, one that is down is said to be, and passwords work", async ({
  page,
  cloud,
}) => {
  const own = new AccountsScreen(page, say);
  cloud.person = WEN;
  cloud.mood = { sign: "foreign-key" };
  await leave(own, CLOUD);
  await page.waitForURL("**/sign-in/refused?why=failed");
  await expect(page.getByText(say("account.refused.identity-failed"))).toBeVisible();
  cloud.mood = { ill: { endpoint: "discovery", how: "500" } };
  await leave(own, CLOUD);
  await expect(page.getByText(say("auth.identity.unavailable.title", { provider: "示例云" }))).toBeVisible();
  await axe(page);
  await own.fill(say("auth.email"), "fresh-unit@sandbox.invalid");
  await own.fill(say("auth.password"), PERSONA_PASSWORD);
  await own.press("auth.signIn");
  await page.waitForURL("**/console");
});

test("who has an account links his cloud account, comes in with it, and takes it away again", async ({
  page,
  cloud,
}) => {
  const own = new AccountsScreen(page, say);
  cloud.person = { sub: "unit-1" };
  await page.goto("/sign-in?next=/console/account");
  await own.fill(say("auth.email"), "fresh-unit@sandbox.invalid");
  await own.fill(say("auth.password"), PERSONA_PASSWORD);
  await own.press("auth.signIn");
  await page.waitForURL("**/console/account");
  const link = say("account.identities.link", { provider: "示例云" });
  await page.getByRole("button", { name: link, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: link });
  await dialog.getByLabel(say("account.forms.yourPassword"), { exact: true }).fill(PERSONA_PASSWORD);
  const back = page.waitForURL(
    (url) => url.port !== new URL(cloud.issuer).port && url.pathname === "/console/account",
  );
  const gone = page.waitForRequest((request) => request.url().startsWith(cloud.issuer));
  await dialog.getByRole("button", { name: say("account.identities.go", { provider: "示例云" }) }).click();
  await gone;
  await back;
  const unlink = page.getByRole("button", {
    name: say("account.identities.unlinkOf", { provider: "示例云" }),
  });
  await expect(unlink).toBeVisible();

  await signOut(own);
  await leave(own, CLOUD);
  await page.waitForURL("**/console");
  await page.goto("/console/account");
  await expect(page.getByText("fresh-unit@sandbox.invalid").first()).toBeVisible();
  await unlink.click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel(say("account.forms.yourPassword"), { exact: true }).fill(PERSONA_PASSWORD);
  await asked.getByRole("button", { name: say("account.identities.unlink"), exact: true }).click();
  await expect(page.getByText(say("account.identities.none", { provider: "示例云" }))).toBeVisible();
});
