import { expect, type Page } from "@playwright/test";
import type { Say } from "./words";

/** The officer's desk. */
export class DeskScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** By domain: names of persons are masked here. */
  async open(domain: string): Promise<void> {
    await this.page.goto("/authority/queue/review");
    await this.page.getByRole("row").filter({ hasText: domain }).getByRole("link").click();
    await this.page.waitForURL(/\/authority\/submissions\/\d+$/);
  }

  async approve(): Promise<void> {
    const { page, say } = this;
    await page.getByRole("button", { name: say("authority.decision.approve"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say("authority.decision.approve"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("authority.submission.numbers") })).toBeVisible();
  }

  /** Agrees to a cancellation: something is struck off, and nothing gets a number. */
  async strike(): Promise<void> {
    const { page, say } = this;
    await page.getByRole("button", { name: say("authority.decision.approve"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say("authority.decision.approve"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("authority.submission.struck") })).toBeVisible();
  }

  /** Rejects with one reason, at the place it usually means, and a remark. */
  async reject(reasonCode: string, remark: string): Promise<void> {
    const { page, say } = this;
    await page.getByRole("button", { name: say("authority.decision.reject"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("authority.decision.reason")).selectOption(reasonCode);
    await dialog.getByLabel(say("authority.decision.note")).fill(remark);
    await dialog.getByRole("button", { name: say("authority.decision.confirmReject", { count: 1 }) }).click();
    await expect(page.getByRole("heading", { name: say("authority.submission.rejected") })).toBeVisible();
  }
}
