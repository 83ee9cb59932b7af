import { expect, type Locator, type Page } from "@playwright/test";
import { AccountsScreen } from "./accounts";
import type { Say } from "./words";

/** The pages on which a filed entity goes to another account: of who gives it, and of who takes it. */
export class MigrationScreen {
  constructor(
    readonly page: Page,
    readonly say: Say,
  ) {}

  /** The id people name to one another, from the account's own page. */
  async accountId(): Promise<string> {
    await this.page.goto("/console/account");
    const panel = this.page.locator("section").filter({ hasText: this.say("account.id.text") });
    return (await panel.locator("code").first().textContent()) ?? "";
  }

  /** From the card of the filing. */
  async open(entityId: string): Promise<void> {
    await this.page.goto(`/console/filings/${entityId}`);
    await this.page.getByRole("link", { name: this.say("migration.link"), exact: true }).click();
    await this.page.waitForURL(`**/console/filings/${entityId}/migrate`);
  }

  async press(key: string, where: Page | Locator = this.page): Promise<void> {
    await where.getByRole("button", { name: this.say(key), exact: true }).click();
  }

  /** Names the other account; the entity lead's phone gets a code. */
  async name(accountId: string): Promise<void> {
    await this.page.getByLabel(this.say("migration.start.account"), { exact: true }).fill(accountId);
    await this.page.locator('form button[type="submit"]').last().click();
  }

  async enter(code: string): Promise<void> {
    await this.page.getByLabel(this.say("migration.prove.code"), { exact: true }).fill(code);
    await this.press("migration.prove.submit");
  }

  /** The newest code sent to a number, read in a tab of its own. */
  async codeTo(phone: string): Promise<string> {
    const tab = await this.page.context().newPage();
    const code = await new AccountsScreen(tab, this.say).code(phone);
    await tab.close();
    return code;
  }

  get offers(): Locator {
    return this.page
      .locator("section")
      .filter({ has: this.page.getByRole("heading", { name: this.say("migration.offer.title") }) });
  }

  /** Answers the one offer there is, and its question. */
  async answer(how: "accept" | "decline"): Promise<void> {
    await this.press(`migration.offer.${how}`, this.offers);
    await this.press(`migration.offer.${how}`, this.page.getByRole("dialog"));
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
  }
}
