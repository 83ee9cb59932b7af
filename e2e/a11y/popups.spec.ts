import type { Locator, Page } from "@playwright/test";
import { violationsOf } from "../fixtures";
import { expect, test, words } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "popups" });

/** Nothing fades in, so that contrast is what it will be. */
const STILL = { reducedMotion: "reduce" } as const;

const open = async (page: Page, button: Locator, key: string) => {
  await button.focus();
  await page.keyboard.press(key);
};

test("a menu opens, is walked and closes by keys, and gives the focus back", async ({ as }) => {
  // In English, whose letters a keyboard has.
  const say = words("en");
  const page = await as("draft-half", { language: "en", ...STILL });
  const button = page.getByRole("button", { name: say("shell.theme"), exact: true });
  const menu = page.getByRole("menu");
  const choice = (name: string) => page.getByRole("menuitemradio", { name: say(`shell.themeName.${name}`) });
  await expect(button).toHaveAttribute("aria-expanded", "false");

  await open(page, button, "ArrowDown");
  await expect(menu).toHaveAccessibleName(say("shell.theme"));
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(choice("light")).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press("ArrowUp");
  await expect(choice("system")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(choice("light")).toBeFocused();
  await page.keyboard.press("End");
  await expect(choice("system")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press(say("shell.themeName.dark").slice(0, 1).toLowerCase());
  await expect(choice("dark")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();

  await open(page, button, "ArrowUp");
  await expect(choice("system")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(menu).toHaveCount(0);
  await expect(button).not.toBeFocused();

  await open(page, button, "Enter");
  await expect(choice("light")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await open(page, button, " ");
  await expect(choice("dark")).toHaveAttribute("aria-checked", "true");
  await expect(choice("light")).toHaveAttribute("aria-checked", "false");
});

test("a menu closes when somebody presses beside it, and a link in it leads on", async ({ as, say }) => {
  const page = await as("draft-half", STILL);
  const button = page.getByRole("button", { name: say("shell.placeSwitch") });
  const menu = page.getByRole("menu");
  await button.click();
  await expect(menu).toBeFocused();
  await page.mouse.click(800, 600);
  await expect(menu).toHaveCount(0);
  await button.click();
  await button.click();
  await expect(menu).toHaveCount(0);
  await open(page, button, "ArrowDown");
  await page.keyboard.press(" ");
  await page.waitForURL(/\/sandbox$/);
  await expect(menu).toHaveCount(0);
});

test("a dialog keeps the focus, closes by Escape, cross and backdrop, and gives the focus back", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half", STILL);
  await page.goto(`/console/orders/${orderOf(server, "draft-half").id}`);
  const name = say("orders.actions.abandon.label");
  const button = page.getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  // Between last and first the focus is with the browser itself, never on the page below.
  const inside = () =>
    page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
    );

  await open(page, button, "Enter");
  await expect(dialog).toHaveAccessibleName(say("orders.actions.abandon.title"));
  expect(await violationsOf(page)).toEqual([]);
  for (let steps = 0; steps < 8; steps += 1) {
    expect(await inside()).toBe(true);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.click();
  await dialog.getByRole("button", { name: say("common.close") }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.click();
  await dialog.click({ position: { x: 5, y: 5 } });
  await expect(dialog).toBeVisible();
  await page.mouse.click(5, 400);
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("a toast is reached by F6, closed by Escape, and leads back", async ({ as, say, server }) => {
  const page = await as("draft-half", STILL);
  await page.goto(`/console/orders/${orderOf(server, "draft-half").id}`);
  const name = say("orders.actions.abandon.label");
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  const toast = page.getByText(say("orders.actions.abandon.done"), { exact: true });
  await expect(toast).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const language = page.getByRole("button", { name: say("shell.switchLanguage") });
  await language.focus();
  await page.keyboard.press("F6");
  await expect(page.getByRole("button", { name: say("common.close"), exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(toast).toHaveCount(0);
  await expect(language).toBeFocused();
});
