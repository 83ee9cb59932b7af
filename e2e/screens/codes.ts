import { expect, type Locator, type Page } from "@playwright/test";
import type { Say } from "./words";

/** "Servers and domains", and the page of one server with its codes. */
export class CodesScreen {
  constructor(
    readonly page: Page,
    private readonly say: Say,
  ) {}

  /** The id others bind codes to. */
  async accountId(): Promise<string> {
    await this.page.goto("/console/resources");
    const panel = this.page.locator("section").filter({ hasText: this.say("authCodes.borrowText") });
    return (await panel.locator("code").textContent()) ?? "";
  }

  async open(server: string): Promise<void> {
    await this.page.goto("/console/resources");
    await this.page.getByRole("link", { name: server, exact: true }).click();
    await this.page.waitForURL("**/console/resources/*");
    await expect(this.page.getByRole("heading", { level: 1, name: server })).toBeVisible();
  }

  get conditions(): Locator {
    return this.page.getByRole("list", { name: this.say("authCodes.conditions") }).getByRole("listitem");
  }

  /** The row of a code, by its remark. */
  row(remark: string): Locator {
    return this.page
      .getByRole("region", { name: this.say("authCodes.codes"), exact: true })
      .getByRole("row")
      .filter({ hasText: remark });
  }

  async code(remark: string): Promise<string> {
    return (await this.row(remark).locator("code").first().textContent()) ?? "";
  }

  async expectState(remark: string, state: "UNUSED" | "IN_USE" | "USED" | "EXPIRED"): Promise<void> {
    await expect(this.row(remark)).toContainText(this.say(`authCodes.states.${state}`));
  }

  async expectQuota(used: number, limit: number): Promise<void> {
    const panel = this.page
      .locator("section")
      .filter({ has: this.page.getByRole("heading", { name: this.say("authCodes.codes"), exact: true }) });
    await expect(panel).toContainText(this.say("authCodes.slotsUsed", { used, limit }));
  }

  private get form(): Locator {
    return this.page.getByRole("form", { name: this.say("authCodes.new") });
  }

  async make(accountId: string, remark: string): Promise<void> {
    await this.form.getByLabel(this.say("authCodes.account"), { exact: true }).fill(accountId);
    await this.form.locator('input[name="remark"]').fill(remark);
    await this.form.getByRole("button", { name: this.say("authCodes.make"), exact: true }).click();
  }
}
