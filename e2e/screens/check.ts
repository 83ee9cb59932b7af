import type { Locator, Page } from "@playwright/test";
import { DECLARATIONS } from "@/lib/filing/policy/declarations";
import type { Say } from "./words";

/** Page "check and submit". */
export class CheckScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get submitButton(): Locator {
    return this.page.getByRole("button", { name: this.say("orders.check.submit") });
  }

  async declareAll(): Promise<void> {
    for (const { id, version } of DECLARATIONS) {
      const text = this.say(`declarations.${id}.${version}.text`).replaceAll(/<\/?page>/g, "");
      await this.page.getByLabel(text).check();
    }
  }

  async submit(): Promise<void> {
    await this.submitButton.click();
    await this.page.waitForURL(/\/console\/orders\/[0-9a-f-]{36}$/);
  }
}
