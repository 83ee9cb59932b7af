import { violationsOf } from "../fixtures";
import { byPersona, type Look, open, visitorOf } from "../screens/page-list";
import { unheard } from "../screens/spoken";
import { expect, test } from "../screens/story";

/**
 * Every rule on every page of the list, in one look. Language decides the words, the theme the colours: two looks meet
 * every value of both, each in a file of its own, so that the workers share them.
 */
export function judgeEveryPage(look: Look): void {
  const { locale, theme } = look;
  for (const [persona, pages] of byPersona()) {
    const who = persona || "a visitor";
    test(`axe finds nothing on the ${pages.length} pages of ${who}, ${locale} ${theme}`, async ({
      browser,
      server,
    }) => {
      test.setTimeout(30_000 + 10_000 * pages.length);
      const { context, tab } = await visitorOf(browser, server.url, persona, look);
      for (const page of pages) {
        await test.step(page.name, async () => {
          await open(tab, page);
          expect.soft(await tab.locator("html").getAttribute("lang"), page.name).toBe(locale);
          expect.soft(await violationsOf(tab), `${page.name}, ${locale} ${theme}`).toEqual([]);
          expect.soft(await unheard(tab), `heard only: ${page.name}, ${locale}`).toEqual([]);
        });
      }
      await context.close();
    });
  }
}
