import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type PageOfShots, pages } from "../../scripts/shots.pages.mjs";
import { signInAs } from "../fixtures";
import type { Locale } from "./words";

export type { PageOfShots } from "../../scripts/shots.pages.mjs";

export interface Look {
  readonly locale: Locale;
  readonly theme: "light" | "dark";
}

/** The pages of the list, each group with one persona, in the order of the list. */
export function byPersona(chosen: readonly PageOfShots[] = pages): Map<string, PageOfShots[]> {
  const groups = new Map<string, PageOfShots[]>();
  for (const page of chosen) {
    const key = page.persona ?? "";
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return groups;
}

/** A browser in one language and theme, signed in as a persona (empty: as a visitor). */
export async function visitorOf(
  browser: Browser,
  url: string,
  persona: string,
  { locale, theme }: Look,
): Promise<{ context: BrowserContext; tab: Page }> {
  const context = await browser.newContext({ baseURL: url, colorScheme: theme, reducedMotion: "reduce" });
  await context.addCookies([
    { name: "NEXT_LOCALE", value: locale, url },
    { name: "theme", value: theme, url },
  ]);
  const tab = await context.newPage();
  if (persona !== "") await signInAs(tab, persona);
  return { context, tab };
}

/** Opens a page of the list, in the state it is listed for. */
export async function open(tab: Page, page: PageOfShots): Promise<void> {
  await tab.goto(page.path);
  await page.act?.(tab);
}
