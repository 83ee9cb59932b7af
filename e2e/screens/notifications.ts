import { expect, type Locator, type Page } from "@playwright/test";
import type { Say } from "./words";

/** Messages, their settings, and the staff's list of what did not arrive. */
export class NotificationsScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  item(event: string): Locator {
    const title = this.say(`notifications.event.${event}.title`);
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  }

  box(group: string, channel: "mail" | "sms"): Locator {
    const words = { group: this.say(`notifications.group.${group}.label`) };
    const channelName = this.say(`notifications.settings.${channel}`);
    const name = this.say("notifications.settings.choice", { ...words, channel: channelName });
    return this.page.getByRole("checkbox", { name, exact: true });
  }

  async openSettings(): Promise<void> {
    await this.page.goto("/console/notifications/settings");
    await expect(
      this.page.getByRole("heading", { level: 1, name: this.say("notifications.settings.title") }),
    ).toBeVisible();
  }

  async save(): Promise<void> {
    await this.page
      .getByRole("button", { name: this.say("notifications.settings.save"), exact: true })
      .click();
    await expect(this.page.getByText(this.say("notifications.settings.saved")).first()).toBeVisible();
  }

  /** Breaks a carrier of the sandbox, or mends it. */
  async setOutage(outage: string): Promise<void> {
    const { page, say } = this;
    await page.goto("/sandbox/clock");
    await page.getByLabel(say("sandbox.clock.outage.label"), { exact: true }).selectOption(outage);
    await page.getByRole("button", { name: say("sandbox.clock.outage.set"), exact: true }).click();
    await expect(page.getByText(say("sandbox.clock.outage.done"), { exact: true }).first()).toBeVisible();
  }
}
