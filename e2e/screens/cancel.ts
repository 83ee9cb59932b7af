import { expect, type Page } from "@playwright/test";
import type { PersonSeed } from "@/lib/boot/seed/persona-data";
import type { SandboxScreen } from "./sandbox";
import type { Say } from "./words";

type Kind = "CANCEL_ENTITY" | "CANCEL_SERVICE" | "CANCEL_ACCESS";

/** The page that cancels. */
export class CancelScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(entityId: string, type: "entity" | "service" | "access", serviceId?: string): Promise<void> {
    const more = serviceId === undefined ? "" : `&service=${serviceId}`;
    await this.page.goto(`/console/filings/${entityId}/cancel?type=${type}${more}`);
  }

  async copyNumber(number: string): Promise<void> {
    await this.page.getByLabel(this.say("cancel.form.number"), { exact: true }).fill(number);
  }

  /** Sends the code, reads it off the lead's phone in another tab, and types it. */
  async prove(lead: PersonSeed, mailbox: SandboxScreen): Promise<void> {
    const { page, say } = this;
    await page.getByRole("button", { name: say("cancel.form.send"), exact: true }).click();
    await expect(page.getByRole("button", { name: say("cancel.form.again"), exact: true })).toBeVisible();
    await page
      .getByLabel(say("cancel.form.code"), { exact: true })
      .fill(await mailbox.ownCodeFor(lead.phone));
  }

  understand(kind: Kind): Promise<void> {
    return this.page.getByLabel(this.say(`cancel.form.understood.${kind}`)).check();
  }

  submit(kind: Kind): Promise<void> {
    return this.page
      .getByRole("button", { name: this.say(`cancel.form.submit.${kind}`), exact: true })
      .click();
  }

  /** @returns the id of the order that began. */
  async begin(kind: Kind): Promise<string> {
    await this.submit(kind);
    await this.page.waitForURL(/\/console\/orders\/[0-9a-f-]{36}$/);
    return this.page.url().split("/").at(-1) ?? "";
  }
}
