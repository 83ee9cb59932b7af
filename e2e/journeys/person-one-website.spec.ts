import type { Page } from "@playwright/test";
import { CheckScreen } from "../screens/check";
import { DeskScreen } from "../screens/desk";
import { MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { SandboxScreen } from "../screens/sandbox";
import { EntityScreen, PeopleScreen, type SectionScreen, WebsiteScreen } from "../screens/section";
import { StartScreen } from "../screens/start";
import { expect, test, words } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "person-one-website" });

const say = words("en");
const phone = {
  language: "en",
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;
const { account, lead, domains } = factsOf("fresh-person");
const [domain = ""] = domains;
const SITE = "知夏读书札记";

/** Nothing may be wider than a phone. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(screen ?? 0);
}

test("a person files a website on a phone, in English", async ({ as, server }) => {
  test.setTimeout(150_000);
  const page = await as("fresh-person", phone);
  const continueTo = async (screen: SectionScreen, path: RegExp) => {
    await expectNoSidewaysScrolling(page);
    await screen.continueTo(path);
  };

  await test.step("which order", async () => {
    await page.getByRole("link", { name: say("console.next.start.action") }).click();
    await page.waitForURL("/console/orders/new");
    await expectNoSidewaysScrolling(page);
    const start = new StartScreen(page, say);
    await expect(
      page.getByRole("radio", { name: `${say("orders.start.person")} ${say("orders.start.personHint")}` }),
    ).toBeChecked();
    await start.answer({ province: account.province, certNo: account.idNo, domain });
    await start.ask();
    await expect(page.getByRole("heading", { name: say("orderTypes.FIRST_FILING.label") })).toBeVisible();
    await start.begin();
  });

  await test.step("the sections", async () => {
    await expectNoSidewaysScrolling(page);
    await page.getByRole("link", { name: say("orders.place.entity") }).click();
    const entity = new EntityScreen(page, say);
    await entity.fill({
      name: account.realName,
      city: "上海市",
      district: "浦东新区",
      address: account.address,
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
      server: "notes",
      permits: false,
    });
    await continueTo(site, /\/leads$/);
    const people = new PeopleScreen(page, say);
    await expect(people.person(0)).toContainText(account.realName);
    await people.fillPerson(0, {
      phone: lead.phone,
      emergency: "13800010011",
      email: "me@guzhixia-notes.cn",
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
  const stored = () =>
    rows<{ number: string; state: string }>(
      server,
      "SELECT number, state FROM orders WHERE id = ?",
      orderId,
    )[0];

  await test.step("review, SMS, authority", async () => {
    const reviewer = await as("reviewer-zhao", { language: "en" });
    const review = new ReviewScreen(reviewer, say);
    await review.claim(stored()?.number ?? "");
    await review.recordCalls([account.realName]);
    await review.approve();
    const sandbox = new SandboxScreen(page, say);
    await sandbox.advance("minutes10");
    const code = await sandbox.codeFor(lead.phone);
    await page.getByRole("link", { name: say("sandbox.mailbox.verify") }).click();
    await page.waitForURL("/verify");
    await expectNoSidewaysScrolling(page);
    await sandbox.tryCode(lead.phone, lead.idNo, code);
    await sandbox.expectOutcome("outcome.all_done");
    const officer = await as("officer", { language: "en" });
    const desk = new DeskScreen(officer, say);
    await desk.open(domain);
    await desk.approve();
    await expect.poll(() => stored()?.state).toBe("APPROVED");
  });

  await test.step("the number is public, the name is not", async () => {
    await page.goto("/console");
    await expect(page.getByText(/^沪ICP备\d+号-1$/)).toBeVisible();
    await expectNoSidewaysScrolling(page);
    const query = new QueryScreen(page, say);
    await query.search("domain", domain);
    await expect(query.rows).toHaveCount(1);
    await expect(query.rows).toContainText("沪ICP备");
    await expect(query.rows).not.toContainText(account.realName);
    await query.search("unit", account.realName);
    await expect(page.getByText(say("query.none.title"), { exact: true })).toBeVisible();
  });
});
