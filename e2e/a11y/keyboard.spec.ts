import type { Page } from "@playwright/test";
import { PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { factsOf } from "../screens/people";
import { EntityScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "keyboard" });

interface Focus {
  /** What has the focus, as a reader of a failure would name it. */
  readonly name: string;
  /** Somewhere a ring can be seen: its outline, or one around a control it is drawn as. */
  readonly ring: boolean;
  /** Its middle lies on it, not under a bar (WCAG 2.4.11). */
  readonly unobscured: boolean;
  readonly onPage: boolean;
}

const focusNow = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element === null || element === document.body)
      return { name: "", ring: true, unobscured: true, onPage: false };
    const label = element as HTMLInputElement;
    const name =
      element.getAttribute("aria-label") ?? label.labels?.[0]?.textContent ?? element.textContent ?? "";
    // The button inside a date field draws a ring of its own, out of reach from here.
    const ring =
      element.matches('[type="date"]') ||
      [element, element.parentElement, element.closest("label")].some((one) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
      });
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(
      Math.min(innerWidth - 1, Math.max(0, left + width / 2)),
      Math.min(innerHeight - 1, Math.max(0, top + height / 2)),
    );
    const unobscured =
      hit !== null &&
      (element.contains(hit) || hit.contains(element) || element.closest("label") === hit.closest("label"));
    return { name: `${element.tagName} ${name.trim().slice(0, 40)}`, ring, unobscured, onPage: true };
  });

/** Tabs through the page from its beginning until the focus leaves it or comes round. */
async function walk(page: Page, key: "Tab" | "Shift+Tab" = "Tab"): Promise<readonly Focus[]> {
  const seen: Focus[] = [];
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press(key);
    const focus = await focusNow(page);
    if (!focus.onPage && seen.length > 0) break;
    if (focus.onPage) seen.push(focus);
  }
  return seen;
}

const expectSeen = (walked: readonly Focus[], atLeast: number) => {
  expect(walked.length).toBeGreaterThan(atLeast);
  expect
    .soft(
      walked.filter(({ ring }) => !ring).map(({ name }) => name),
      "without a ring",
    )
    .toEqual([]);
  expect
    .soft(
      walked.filter(({ unobscured }) => !unobscured).map(({ name }) => name),
      "under something",
    )
    .toEqual([]);
};

test("signing in and filling a section works without a mouse", async ({ page, say, server }) => {
  const { id } = orderOf(server, "draft-half");
  await page.goto(`/sign-in?next=/console/orders/${id}/entity`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: say("shell.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(say("auth.email"), { exact: true })).toBeFocused();
  await page.keyboard.type(factsOf("draft-half").email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PERSONA_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/entity$/);

  const entity = new EntityScreen(page, say);
  await expect(entity.field("entity.name")).toBeVisible();
  const until = async (done: () => Promise<boolean>) => {
    for (let steps = 0; steps < 60 && !(await done()); steps += 1) await page.keyboard.press("Tab");
    expect(await done()).toBe(true);
  };
  const isFocused = (label: string) => async () =>
    (await focusNow(page)).name.endsWith(` ${say(`fields.${label}.label`)}`);
  await until(isFocused("entity.city"));
  await page.keyboard.press("Home");
  await expect(entity.field("entity.city")).toHaveValue("");
  const atContinue = async () => (await focusNow(page)).name === `BUTTON ${say("sections.form.continue")}`;
  await until(atContinue);
  await page.keyboard.press("Enter");
  await expect(entity.summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(entity.field("entity.city")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entity.field("entity.city")).toHaveValue("成都市");
  await until(atContinue);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/services\/svc/);
});

test("the focus is visible and under no bar, forwards and backwards", async ({ as, server }) => {
  test.setTimeout(120_000);
  const page = await as("draft-half", { viewport: { width: 1024, height: 600 } });
  const { id } = orderOf(server, "draft-half");
  for (const path of [`/console/orders/${id}/entity`, `/console/orders/${id}`]) {
    await page.goto(path);
    expectSeen(await walk(page), 20);
    expectSeen(await walk(page, "Shift+Tab"), 20);
  }
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`/console/orders/${id}/leads`);
  expectSeen(await walk(page), 15);
  expectSeen(await walk(page, "Shift+Tab"), 15);
});
