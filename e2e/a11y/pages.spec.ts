import { violationsOf } from "../fixtures";
import { byPersona, type Look, open, visitorOf } from "../screens/page-list";
import { unheard } from "../screens/spoken";
import { expect, test } from "../screens/story";

test.use({ story: "a11y" });

// Language decides the words, the theme the colours: two looks meet every value of both.
const LOOKS: readonly Look[] = [
  { locale: "zh-CN", theme: "light" },
  { locale: "en", theme: "dark" },
];

for (const look of LOOKS) {
  for (const [persona, pages] of byPersona()) {
    const who = persona || "a visitor";
    test(`axe finds nothing on the ${pages.length} pages of ${who}, ${look.locale} ${look.theme}`, async ({
      browser,
      server,
    }) => {
      test.setTimeout(30_000 + 10_000 * pages.length);
      const { context, tab } = await visitorOf(browser, server.url, persona, look);
      for (const page of pages) {
        await test.step(page.name, async () => {
          await open(tab, page);
          const { locale } = look;
          expect.soft(await tab.locator("html").getAttribute("lang"), page.name).toBe(locale);
          expect.soft(await violationsOf(tab), `${page.name}, ${locale} ${look.theme}`).toEqual([]);
          expect.soft(await unheard(tab), `heard only: ${page.name}, ${locale}`).toEqual([]);
        });
      }
      await context.close();
    });
  }
}
