import { expect, type Page } from "@playwright/test";
import { REGISTRATION_DECLARATIONS } from "@/lib/filing/policy/declarations";
import type { Say } from "./words";

const OWN_CODE = /[】\]] ?(?:验证码|Code )(\d{6})/;

/** The last code read off each phone. */
const READ_BEFORE = new Map<string, string>();

export const PASSWORD = "blue kettle on tuesday";

/** The pages around signing in, and the mailbox of the sandbox that they send to. */
export class AccountsScreen {
  constructor(
    readonly page: Page,
    readonly say: Say,
  ) {}

  async press(key: string, where: Page | ReturnType<Page["locator"]> = this.page): Promise<void> {
    await where.getByRole("button", { name: this.say(key), exact: true }).click();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  /** Opens the newest mail to a receiver and follows the link in it; gives the link. */
  async follow(to: string, subject: string): Promise<string> {
    await this.page.goto("/sandbox/mailbox");
    const mail = this.page
      .locator("button[data-message]")
      .filter({ hasText: to })
      .filter({ hasText: subject });
    await mail.first().click();
    const link = this.page.locator('article a[href*="?t="]');
    await expect(link).toHaveCount(1);
    const href = (await link.getAttribute("href")) ?? "";
    await this.page.goto(href);
    return href;
  }

  /**
   * The six digits of the newest code the provider sent to a number: other news may have come after it, and a
   * code that was read before is not the one waited for.
   */
  async code(to: string): Promise<string> {
    await this.page.goto("/sandbox/mailbox");
    const message = this.page
      .locator('button[data-message="sms"]')
      .filter({ hasText: to })
      .filter({ hasText: OWN_CODE })
      .first();
    const newest = async () => OWN_CODE.exec((await message.textContent()) ?? "")?.[1] ?? "";
    await expect.poll(newest).not.toBe(READ_BEFORE.get(to) ?? "");
    const code = await newest();
    READ_BEFORE.set(to, code);
    return code;
  }

  /** Ticks what a newcomer agrees to. */
  async agree(): Promise<void> {
    for (const { id, version } of REGISTRATION_DECLARATIONS) {
      const asked = this.page.getByRole("group", { name: this.say(`declarations.${id}.${version}.title`) });
      await asked.getByRole("checkbox").check();
    }
  }

  /** Sets the password of a page reached by a link; newcomers agree to the terms with it. */
  async setPassword(purpose: "confirm" | "reset" | "invite", password = PASSWORD): Promise<void> {
    await this.fill(this.say("auth.newPassword"), password);
    if (purpose !== "reset") await this.agree();
    await this.press(`auth.${purpose}.submit`);
  }

  async signIn(email: string, password = PASSWORD): Promise<void> {
    await this.page.goto("/sign-in");
    await this.fill(this.say("auth.email"), email);
    await this.fill(this.say("auth.password"), password);
    await this.press("auth.signIn");
  }

  /** From the start page to an account of one's own, signed in, at the real-name page. */
  async register(email: string): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("link", { name: this.say("landing.register"), exact: true }).click();
    await this.page.waitForURL("**/register");
    await this.fill(this.say("auth.email"), email);
    await this.press("auth.register.submit");
    await expect(this.page.getByText(this.say("auth.sent.title"))).toBeVisible();
    await this.follow(email, this.say("account.mail.register.subject"));
    await this.setPassword("confirm");
    await this.page.waitForURL("**/console/account/real-name");
  }
}
