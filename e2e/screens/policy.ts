import { expect, type Page } from "@playwright/test";
import type { Say } from "./words";

/** A setting of the provider, from now on one of its named values. */
export async function choose(page: Page, say: Say, setting: string, option: string): Promise<void> {
  await page.goto(`/review/policy/${setting}`);
  const words = say(`policy.setting.${setting}.options.${option}`);
  await page.getByRole("radio", { name: words, exact: true }).check();
  await page.getByLabel(say("policyPage.form.reason"), { exact: true }).fill("按旧做法办理");
  await page.getByRole("button", { name: say("policyPage.form.save") }).click();
  await expect(page.getByText(say("policyPage.form.saved"), { exact: true }).first()).toBeVisible();
}
