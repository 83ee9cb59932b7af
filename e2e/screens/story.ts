import type { BrowserContextOptions, Page } from "@playwright/test";
import { test as base, expect, signInAs } from "../fixtures";
import { type Locale, type Say, words } from "./words";

export { expect } from "../fixtures";
export { words } from "./words";

type Look = BrowserContextOptions & { readonly language?: Locale };
/**
 * Opens a browser of its own for a persona and signs in with a click; his first page is in front of him. For nobody
 * (null) it stays a visitor's.
 */
export type As = (persona: string | null, look?: Look) => Promise<Page>;

/**
 * For specs that tell a story from beginning to end. `test.use({ story: "name" })` on top of a file gives it a worker,
 * and so a server with fresh data, of its own: nobody else moves its clock or its orders.
 */
export const test = base.extend<{ as: As; say: Say }, { story: string }>({
  story: ["any", { option: true, scope: "worker" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  say: async ({}, use) => use(words("zh-CN")),
  as: async ({ browser, baseURL }, use) => {
    const opened: { page: Page; errors: string[] }[] = [];
    await use(async (persona, { language = "zh-CN", ...look } = {}) => {
      const context = await browser.newContext(look);
      await context.addCookies([{ name: "NEXT_LOCALE", value: language, url: baseURL ?? "" }]);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
      opened.push({ page, errors });
      if (persona !== null) await signInAs(page, persona);
      return page;
    });
    for (const { page, errors } of opened) {
      await page.context().close();
      expect(errors, "no script error on any page").toEqual([]);
    }
  },
});
