import { expect, type Locator, type Page } from "@playwright/test";
import type { Say } from "./words";

/** The reviewer's queue and desk. */
export class ReviewScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async claim(orderNumber: string): Promise<void> {
    await this.page.goto("/review/queue/unclaimed");
    await this.page.getByRole("button", { name: new RegExp(`${orderNumber}$`) }).click();
    await this.page.waitForURL(/\/review\/orders\//);
    await expect(this.page.getByRole("button", { name: this.say("review.bench.release") })).toBeVisible();
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Records a good call with everybody who has to be phoned. */
  async recordCalls(names: readonly string[]): Promise<void> {
    await this.page.getByRole("button", { name: this.say("review.bench.calls") }).click();
    for (const name of names) {
      await this.dialog.getByRole("button", { name: `${this.say("review.bench.record")} ${name}` }).click();
      await expect(
        this.dialog.getByRole("listitem").filter({ hasText: name }).locator("p").first(),
      ).toContainText(this.say("review.bench.outcomes.REACHED_OK"));
    }
    await this.page.keyboard.press("Escape");
    await expect(this.dialog).toHaveCount(0);
  }

  /** Finds every filed service in order, where the order asks to look at them. */
  async checkSites(): Promise<void> {
    const sites = this.page.locator("[data-site]");
    for (const site of await sites.all()) {
      await site.getByRole("button", { name: this.say("review.bench.site.allGood") }).click();
      await site.getByRole("button", { name: this.say("review.bench.site.record") }).click();
      await expect(site.getByText(this.say("review.bench.site.notYet"), { exact: true })).toHaveCount(0);
    }
  }

  async approve(): Promise<void> {
    await this.checkSites();
    await this.page.getByRole("button", { name: this.say("review.bench.approve"), exact: true }).click();
    await this.dialog
      .getByRole("button", { name: this.say("review.bench.confirmApprove"), exact: true })
      .click();
    await this.page.waitForURL(/\/review\/queue\//);
  }
}
