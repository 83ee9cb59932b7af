import type { Page } from "@playwright/test";
import { EntityScreen, PeopleScreen, SectionScreen, WebsiteScreen } from "../screens/section";
import { ServicesScreen } from "../screens/services";
import { expect, test, words } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "all-at-once" });

test("everything wrong with a page is said at once, at its field, and clears while it is mended", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const entity = new EntityScreen(page, say);
  const typed = { name: "成都", certNo: "91510104MA0000A6X5", city: "" };

  await test.step("quiet while it is typed", async () => {
    await page.goto(`/console/orders/${id}/entity`);
    await entity.field("entity.certNo").fill(typed.certNo);
    await entity.field("entity.city").fill(typed.city);
    await entity.field("entity.commAddress").fill("");
    await page.getByLabel(say("form.longTerm")).uncheck();
    await page.getByLabel(say("form.to"), { exact: true }).fill("2020-01-01");
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
  });

  await test.step("Continue says everything; the summary has the focus", async () => {
    await entity.continue();
    await expect(entity.summary).toBeFocused();
    await expect(entity.summary.getByRole("link")).toHaveCount(4);
    await expect(page).toHaveTitle(new RegExp(`^${say("form.errorPrefix")}`));
    for (const field of ["entity.certNo", "entity.city", "entity.commAddress"]) {
      await expect(entity.field(field)).toHaveAttribute("aria-invalid", "true");
      await expect(entity.field(field)).toHaveAccessibleDescription(/。/);
    }
  });

  await test.step("a link of the summary leads to its field", async () => {
    const message = await entity.summary.getByRole("link").first().textContent();
    await entity.summary.getByRole("link").first().click();
    await expect(entity.field("entity.certNo")).toBeFocused();
    await expect(entity.field("entity.certNo")).toHaveAccessibleDescription(
      new RegExp((message ?? "?").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
    );
  });

  await test.step("mending clears at once; the rest stays as typed", async () => {
    await entity.field("entity.certNo").fill("91510104MA0000A6X4");
    await expect(entity.summary.getByRole("link")).toHaveCount(3);
    await expect(entity.field("entity.certNo")).not.toHaveAttribute("aria-invalid", "true");
    await entity.saved();
    await page.reload();
    await expect(page.getByLabel(say("form.to"), { exact: true })).toHaveValue("2020-01-01");
    await expect(entity.field("entity.commAddress")).toHaveValue("");
    await page.getByLabel(say("form.longTerm")).check();
    await entity.field("entity.city").fill("成都市");
    await entity.field("entity.commAddress").fill("四川省成都市锦江区样例大道66号5楼");
    await entity.continueTo(/\/services\/svc/);
  });

  await test.step("other pages do the same", async () => {
    const site = new WebsiteScreen(page, say);
    await site.field("service.name").fill("ab");
    await site.field("service.domain").fill("qinghe-sample.中");
    await site.field("service.homepageUrl").fill("ftp://elsewhere");
    await site.field("service.remark").fill("太短");
    await site.continue();
    await expect(site.summary).toBeFocused();
    for (const field of ["service.name", "service.domain", "service.homepageUrl", "service.remark"])
      await expect(site.field(field)).toHaveAttribute("aria-invalid", "true");
    await expect(site.field("service.name")).toHaveValue("ab");
    await page.goto(`/console/orders/${id}/leads`);
    const people = new PeopleScreen(page, say);
    await people.field("person.idNo").fill("510104199008150023");
    await people.field("person.phone1").fill("12345");
    await people.field("person.email").fill("nobody");
    await people.continue();
    await expect(people.summary).toBeFocused();
    for (const field of ["person.idNo", "person.phone1", "person.email"])
      await expect(people.field(field)).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("the check page lists everything by page, with the way to each", async () => {
    await new PeopleScreen(page, say).saved();
    await page.goto(`/console/orders/${id}/check`);
    const goTo = page.getByRole("link", { name: say("orders.findings.goTo") });
    const places = await page.getByRole("paragraph").filter({ has: goTo }).allTextContents();
    const blocked = ["people", "service", "materials"].map((place) => say(`orders.place.${place}`));
    expect(places.slice(0, 3).map((place, index) => place.startsWith(blocked[index] ?? "?"))).toEqual([
      true,
      true,
      true,
    ]);
    await expect(page.getByRole("button", { name: say("orders.check.submit") })).toBeDisabled();
    await goTo.first().click();
    await page.waitForURL(/\/leads\?check=1&back=check$/);
    await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  });
});

/** Field by its label on the page of its section, and what is wrong with it: wrong value, right value. */
const WRONG = {
  entity: [
    ["entity.certNo", "91510104MA0000A6X5", "91510104MA0000A6X4"],
    ["entity.city", "", "成都市"],
    ["entity.commAddress", "", "四川省成都市锦江区样例大道66号5楼"],
  ],
  service: [
    ["service.name", "ab", "青禾样例书屋"],
    ["service.domain", "qinghe-sample.中", "qinghe-sample.cn"],
    ["service.homepageUrl", "ftp://elsewhere", "https://www.qinghe-sample.cn"],
    ["service.remark", "太短", "介绍本单位的图书样例与活动安排，不含论坛与交易功能。"],
  ],
  people: [
    ["person.idNo", "510104199008150023", "510104199008150022"],
    ["person.phone1", "12345", "13900010021"],
    ["person.email", "nobody", "lead@qinghe-sample.cn"],
  ],
} as const;

test("twelve things wrong are all said before submitting, in both languages, and clear one by one", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(300_000);
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const base = `/console/orders/${id}`;
  const form = new SectionScreen(page, say);
  await page.goto(`${base}/services`);
  const services = new ServicesScreen(page, say);
  const first =
    new URL(page.url()).origin +
    (await page.locator('main ol a[href*="/services/svc"]').first().getAttribute("href"));
  await services.add();
  const second = page.url();
  await form.ready();
  await form.field("service.name").fill("cd");
  await form.field("service.remark").fill("短");
  await form.saved();
  const pages = { entity: `${base}/entity`, service: first, people: `${base}/leads` };
  const fill = async (column: 1 | 2, only?: string) => {
    for (const section of ["entity", "service", "people"] as const) {
      const fields = WRONG[section].filter(([field]) => only === undefined || field === only);
      if (fields.length === 0) continue;
      // The page looks once whether the stored draft is newer than itself: typing begins after that.
      await Promise.all([page.waitForResponse(/\/draft\?section=/), page.goto(pages[section])]);
      await form.ready();
      for (const row of fields) await form.field(row[0]).fill(row[column]);
      await form.saved();
    }
  };
  await fill(1);

  const invalidOn = async (tab: Page, url: string) => {
    await tab.goto(`${url}?check=1`);
    const marked = tab.locator('[aria-invalid="true"]');
    await expect(marked.first()).toBeVisible();
    return marked.count();
  };
  for (const language of ["zh-CN", "en"] as const) {
    await test.step(`everything at its field, ${language}`, async () => {
      const tab = await as("draft-half", { language });
      const counts = [];
      for (const url of [...Object.values(pages), second]) counts.push(await invalidOn(tab, url));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(12);
      await tab.goto(`${base}/check`);
      const inWords = words(language);
      const goTo = tab.getByRole("link", { name: inWords("orders.findings.goTo") });
      for (const place of ["entity", "people", "service", "materials"])
        await expect(
          tab
            .getByRole("paragraph")
            .filter({ has: goTo })
            .filter({ hasText: inWords(`orders.place.${place}`) })
            .first(),
        ).toBeVisible();
      await expect(tab.getByRole("button", { name: inWords("orders.check.submit") })).toBeDisabled();
    });
  }

  await test.step("each mended field clears, and only that one", async () => {
    const left = async () => {
      await page.goto(`${base}/check`);
      const text = await page.getByRole("button", { name: say("orders.check.submit") }).textContent();
      return Number(/\d+/.exec(text ?? "")?.[0]);
    };
    let before = await left();
    expect(before).toBeGreaterThanOrEqual(12);
    for (const [field] of [...WRONG.entity, ...WRONG.people]) {
      await fill(2, field);
      const now = await left();
      expect(now, field).toBeLessThan(before);
      before = now;
    }
  });
});
