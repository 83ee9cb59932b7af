import type { Locator, Page } from "@playwright/test";
import type { Say } from "./words";

/** Page "websites and apps": the list with its buttons. */
export class ServicesScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get rows(): Locator {
    return this.page.getByRole("list", { name: this.say("orders.services.title") }).getByRole("listitem");
  }

  /** The names in their order. */
  get names(): Locator {
    return this.rows.locator("p.font-semibold");
  }

  button(action: "up" | "down" | "copy" | "remove", name: string): Locator {
    return this.page.getByRole("button", {
      name: this.say(`orders.services.${action}`, { name }),
      exact: true,
    });
  }

  edit(name: string): Locator {
    return this.page.getByRole("link", { name: this.say("orders.services.editOf", { name }), exact: true });
  }

  async add(kind: "WEBSITE" | "APP" = "WEBSITE"): Promise<void> {
    await this.page.getByRole("button", { name: this.say("orders.services.add", { kind }) }).click();
    await this.page.waitForURL(/\/services\/svc/);
  }

  async remove(name: string): Promise<void> {
    await this.button("remove", name).click();
    await this.page
      .getByRole("dialog")
      .getByRole("button", { name: this.say("common.delete") })
      .click();
  }
}
