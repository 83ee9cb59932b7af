import type { Page } from "@playwright/test";
import { AccountsScreen, PASSWORD } from "../screens/accounts";
import { CheckScreen } from "../screens/check";
import { DeskScreen } from "../screens/desk";
import { MaterialsScreen } from "../screens/materials";
import { QueryScreen } from "../screens/query";
import { orderNow } from "../screens/road";
import { SandboxScreen } from "../screens/sandbox";
import { EntityScreen, PeopleScreen, type SectionScreen, WebsiteScreen } from "../screens/section";
import { StartScreen } from "../screens/start";
import { expect, test, words } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { change } from "../support/state";

test.use({ story: "person-one-website" });

const say = words("en");
const phone = {
  language: "en",
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;
/** Nobody the sandbox knows: registers, and types all of it. */
const MAIL = "wenqiao@example.cn";
const me = { name: "温乔", idNo: "310115199504120027", phone: "13900010201" };
const ADDRESS = "上海市浦东新区示范街21号301室";
const domain = "wenqiao-notes.cn";
const SITE = "秋窗读书札记";

/** Nothing may be wider than a phone. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(screen ?? 0);
}

test("somebody new registers and files a website on a phone, in English", async ({ as, server }) => {
  test.setTimeout(180_000);
  const page = await as(null, phone);
  const sandbox = new SandboxScreen(page, say);
  const continueTo = async (screen: SectionScreen, path: RegExp) => {
    await expectNoSidewaysScrolling(page);
    await screen.continueTo(path);
  };

  await test.step("an address, a link in a mail, a password, a real name", async () => {
    const own = new AccountsScreen(page, say);
    await own.register(MAIL);
    await expectNoSidewaysScrolling(page);
    await page.getByRole("radio", { name: say("account.forms.realName.person") }).check();
    await own.fill(say("account.forms.realName.personName"), me.name);
    await own.fill(say("account.forms.realName.personNo"), me.idNo);
    await own.press("account.forms.realName.submit");
    await page.waitForURL("/console/orders/new");
    await expectNoSidewaysScrolling(page);
  });

  await test.step("the phone filings will name is proven: the code comes by text message", async () => {
    const own = new AccountsScreen(page, say);
    await page.goto("/console/account/phone");
    await own.fill(say("account.forms.phone.new"), me.phone);
    await own.fill(say("account.forms.yourPassword"), PASSWORD);
    await own.press("account.forms.phone.submit");
    await expect(page.getByText(say("account.bothEnds.phone.title"))).toBeVisible();
    const code = await own.code(me.phone);
    await page.goto("/console/account/phone");
    await expectNoSidewaysScrolling(page);
    const form = page.locator("form").filter({ hasText: say("account.forms.phone.code.new").slice(0, 3) });
    await form.getByRole("textbox").fill(code);
    await own.press("account.forms.phone.confirm", form);
    await expect(page.locator('input[name="code"]')).toHaveCount(0);
  });

  await test.step("a server is bought elsewhere; a verified name counts after a day", async () => {
    change(
      server,
      `INSERT INTO resources SELECT 'of-the-newcomer',
       (SELECT id FROM accounts ORDER BY created_at DESC LIMIT 1), 'diary', kind, prepaid, prepaid_months, expires_at,
       mainland, '203.0.113.201', province, imported FROM resources WHERE public_ip = '203.0.113.21'`,
    );
    await sandbox.advance("hours24");
  });

  await test.step("which order", async () => {
    await page.goto("/console");
    await page.getByRole("link", { name: say("console.next.start.action") }).click();
    await page.waitForURL("/console/orders/new");
    await expectNoSidewaysScrolling(page);
    const start = new StartScreen(page, say);
    await expect(
      page.getByRole("radio", { name: `${say("orders.start.person")} ${say("orders.start.personHint")}` }),
    ).toBeChecked();
    await start.answer({ province: "310000", certNo: me.idNo, domain });
    await start.ask();
    await expect(page.getByRole("heading", { name: say("orderTypes.FIRST_FILING.label") })).toBeVisible();
    await start.begin();
  });

  await test.step("the sections", async () => {
    await expectNoSidewaysScrolling(page);
    await page.getByRole("link", { name: say("orders.place.entity") }).click();
    const entity = new EntityScreen(page, say);
    await entity.fill({
      name: me.name,
      city: "上海市",
      district: "浦东新区",
      address: ADDRESS,
      validFrom: "2016-05-01",
      validTo: "2036-05-01",
    });
    await continueTo(entity, /\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await site.fill({
      name: SITE,
      domain,
      content: 6,
      remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
      server: "diary",
      permits: false,
    });
    await continueTo(site, /\/leads$/);
    const people = new PeopleScreen(page, say);
    await expect(people.person(0)).toContainText(me.name);
    await people.fillPerson(0, {
      phone: me.phone,
      emergency: "13800010201",
      email: "me@wenqiao-notes.cn",
    });
    await continueTo(people, /\/materials$/);
  });

  await test.step("documents and submission", async () => {
    const materials = new MaterialsScreen(page, say);
    await materials.useSamples();
    await materials.dateAll(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
    await expectNoSidewaysScrolling(page);
    await page.getByRole("link", { name: say("orders.toCheck") }).click();
    await page.waitForURL(/\/check$/);
    await expectNoSidewaysScrolling(page);
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    await expect(page.getByText(say("states.PROVIDER_REVIEW.label"), { exact: true })).toBeVisible();
    await expectNoSidewaysScrolling(page);
  });

  const orderId = page.url().split("/").at(-1) ?? "";

  await test.step("review, SMS, authority", async () => {
    const reviewer = await as("reviewer-zhao", { language: "en" });
    const review = new ReviewScreen(reviewer, say);
    await review.claim(orderNow(server, orderId).number);
    await review.recordCalls([me.name]);
    await review.approve();
    await sandbox.advance("minutes10");
    const code = await sandbox.codeFor(me.phone);
    await page.getByRole("link", { name: say("sandbox.mailbox.verify") }).click();
    await page.waitForURL("/verify");
    await expectNoSidewaysScrolling(page);
    await sandbox.tryCode(me.phone, me.idNo, code);
    await sandbox.expectOutcome("outcome.all_done");
    const officer = await as("officer", { language: "en" });
    const desk = new DeskScreen(officer, say);
    await desk.open(domain);
    await desk.approve();
    await expect.poll(() => orderNow(server, orderId).state).toBe("APPROVED");
  });

  await test.step("the number is public, the name is not", async () => {
    await page.goto("/console");
    await expect(page.getByText(/^沪ICP备\d+号-1$/)).toBeVisible();
    await expectNoSidewaysScrolling(page);
    const query = new QueryScreen(page, say);
    await query.search("domain", domain);
    await expect(query.rows).toHaveCount(1);
    await expect(query.rows).toContainText("沪ICP备");
    await expect(query.rows).not.toContainText(me.name);
    await query.search("unit", me.name);
    await expect(page.getByText(say("query.none.title"), { exact: true })).toBeVisible();
  });
});
