import type { Locator, Page } from "@playwright/test";
import type { Say } from "./words";

/** The public query. */
export class QueryScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get rows(): Locator {
    return this.page.getByRole("region", { name: this.say("query.results") }).locator("tbody tr");
  }

  async search(by: "domain" | "unit" | "number", text: string): Promise<void> {
    const { page, say } = this;
    await page.goto("/query");
    await page.getByRole("radio", { name: say(`query.kind.${by}`), exact: true }).check({ force: true });
    await page.getByRole("textbox", { name: say(`query.text.${by}`) }).fill(text);
    await page.getByRole("button", { name: say("query.submit"), exact: true }).click();
  }
}
