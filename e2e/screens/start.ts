import type { Page } from "@playwright/test";
import { labelled, type Say } from "./words";

export interface StartAnswers {
  readonly province?: string;
  readonly certNo?: string;
  readonly domain?: string;
  /** An APP instead of a website. */
  readonly app?: true;
}

/** Page "new filing": a few answers, then which order they lead to. */
export class StartScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async answer({ province, certNo, domain, app }: StartAnswers): Promise<void> {
    const { page, say } = this;
    if (province) await page.getByLabel(labelled(say("fields.entity.province.label"))).selectOption(province);
    if (certNo) await page.getByLabel(labelled(say("fields.entity.certNo.label"))).fill(certNo);
    if (app)
      await page.getByRole("radio", { name: say("orders.start.serviceKind.APP"), exact: true }).check();
    if (domain)
      await page.getByLabel(labelled(say(`orders.start.${app ? "domainApp" : "domain"}`))).fill(domain);
  }

  /** Asks which order it is. */
  async ask(): Promise<void> {
    await this.page.getByRole("button", { name: this.say("orders.start.check") }).click();
  }

  /** Begins the order the answers lead to; answers its id once the task list shows. */
  async begin(): Promise<string> {
    await this.page.getByRole("button", { name: this.say("orders.start.begin") }).click();
    await this.page.waitForURL(/\/console\/orders\/[0-9a-f-]{36}$/);
    return this.page.url().split("/").at(-1) ?? "";
  }
}
