import { SectionScreen } from "../screens/section";
import { ServicesScreen } from "../screens/services";
import { expect, test, words } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "twelve" });

/** Fields by label on the page of their section: wrong value, right value. Two more stand on a second site. */
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
  second: [
    ["service.name", "cd", "青禾样例讲堂"],
    ["service.remark", "短", "介绍本单位的讲座样例与报名方式，不含论坛与交易功能。"],
  ],
} as const;
type Place = keyof typeof WRONG;
const PLACES = Object.keys(WRONG) as Place[];

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
  const at = await test.step("a second website", async () => {
    await page.goto(`${base}/services`);
    const first = await page.locator('main ol a[href*="/services/svc"]').first().getAttribute("href");
    await new ServicesScreen(page, say).add();
    const second = new URL(page.url()).pathname;
    return { entity: `${base}/entity`, service: `${first}`, people: `${base}/leads`, second };
  });

  for (const place of PLACES)
    await test.step(`typed wrong: ${place}`, async () => {
      await page.goto(at[place]);
      await form.ready();
      for (const [field, wrong] of WRONG[place]) await form.enter(field, wrong);
      await form.saved();
    });

  for (const language of ["zh-CN", "en"] as const)
    await test.step(`everything at its field, ${language}`, async () => {
      const tab = await as("draft-half", { language });
      const inWords = words(language);
      const there = new SectionScreen(tab, inWords);
      for (const place of PLACES) {
        await tab.goto(`${at[place]}?check=1`);
        for (const [field] of WRONG[place]) await expectWrong(there, field, language);
      }
      await tab.goto(`${base}/check`);
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

  /** What the submit button of the check page counts, read beside the page that is being mended. */
  const left = async () => {
    const [before = "", after = ""] = say("orders.check.submitBlocked", { count: 0 }).split("0");
    const html = await (await page.request.get(`${base}/check`)).text();
    return Number(html.split(before)[1]?.split(after)[0]);
  };
  let before = await left();
  expect(before).toBeGreaterThanOrEqual(12);
  for (const place of PLACES) {
    await page.goto(`${at[place]}?check=1`);
    for (const [index, [field, , right]] of WRONG[place].entries())
      await test.step(`mended: ${place}, ${field}`, async () => {
        await expectWrong(form, field, "zh-CN");
        await form.enter(field, right);
        await expect(form.field(field)).not.toHaveAttribute("aria-invalid", "true");
        for (const [other] of WRONG[place].slice(index + 1)) await expectWrong(form, other, "zh-CN");
        await form.saved();
        const now = await left();
        expect(now, "one less to do").toBeLessThan(before);
        before = now;
      });
  }
});

/** Marked, and told why in a sentence of this language. */
async function expectWrong(form: SectionScreen, field: string, language: "zh-CN" | "en"): Promise<void> {
  await expect(form.field(field)).toHaveAttribute("aria-invalid", "true");
  await expect(form.field(field)).toHaveAccessibleDescription(language === "en" ? /\w\. ?/ : /。/);
}
