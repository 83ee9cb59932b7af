import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { expect, test } from "../fixtures";
import { words } from "../screens/words";

test.use({ viewport: { width: 1280, height: 900 } });

const JIANGSU = PROVINCES_BY_CODE["320000"];

for (const locale of ["zh-CN", "en"] as const) {
  const say = words(locale);

  test(`what a province asks is found, read and counted without signing in: ${locale}`, async ({
    page,
    baseURL,
  }) => {
    await page.context().addCookies([{ name: "NEXT_LOCALE", value: locale, url: baseURL ?? "" }]);
    const name = (locale === "en" ? JIANGSU?.nameEn : JIANGSU?.name) ?? "";
    const [least = 0, most = 0] = JIANGSU?.days ?? [];

    await test.step("the filter finds the province and leads to its page", async () => {
      await page.goto("/rules?q=jiangsu");
      await expect(page.getByRole("row")).toHaveCount(2);
      await page.getByRole("row").getByRole("link", { name, exact: true }).click();
      await page.waitForURL(/\/rules\/jiangsu$/);
      await expect(page.getByText(`${least}–${most}`).first()).toBeVisible();
      await expect(
        page.getByText(say("publicRules.province.exceeds", { max: most, limit: 20 })).first(),
      ).toBeVisible();
      await expect(page.getByRole("main")).toContainText(say("sources.S4"));
    });

    await test.step("the documents of a situation: a lead who is not the legal representative", async () => {
      await page.goto("/materials?province=320000&entityLead=other");
      await expect(
        page.getByRole("heading", { name: new RegExp(`^${say("materials.LETTER_LEGAL_REP.name")}`) }),
      ).toBeVisible();
      await expect(
        page.getByRole("heading", { name: new RegExp(`^${say("materials.JS_COMMITMENT.name")}`) }),
      ).toBeVisible();
      await page.goto("/materials?province=110000");
      await expect(
        page.getByRole("heading", { name: new RegExp(`^${say("materials.LETTER_LEGAL_REP.name")}`) }),
      ).toHaveCount(0);
    });

    await test.step("the calendar counts the same range, and says that it exceeds the law", async () => {
      await page.goto("/calendar?province=320000");
      await expect(page.getByRole("main")).toContainText(String(most));
      await expect(page.getByRole("table")).not.toHaveCount(0);
      await expect(page.getByText(say("publicCalendar.mark.limit")).first()).toBeVisible();
    });
  });
}
