import { expect, type Locator, type Page } from "@playwright/test";
import { AccountsScreen } from "./accounts";
import type { Say } from "./words";

/** The authority writes Chinese, whoever reads it. */
const AUTHORITY_CODE = /通信管理局（沙箱）】.*验证码\d{6}/;

/** Clock, mailbox and the authority's SMS page. */
export class SandboxScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get now(): Locator {
    return this.page.getByTestId("sandbox-now");
  }

  /** Moves business time on; returns when what fell due is done. */
  async advance(
    step: "minutes10" | "hour1" | "hours24" | "workingDay1" | "workingDays5" | "workingDays20",
  ): Promise<void> {
    await this.page.goto("/sandbox/clock");
    await this.page
      .getByRole("button", { name: this.say(`sandbox.clock.step.${step}`), exact: true })
      .click();
    await expect(this.page.getByText(this.say("sandbox.clock.moved"), { exact: true }).first()).toBeVisible();
  }

  /** The newest code a phone got from the provider himself. */
  ownCodeFor(phone: string): Promise<string> {
    return new AccountsScreen(this.page, this.say).code(phone);
  }

  /** The newest code a phone got from the authority, read off the mailbox. */
  async codeFor(phone: string): Promise<string> {
    const { page, say } = this;
    await page.goto("/sandbox/mailbox");
    await page.getByLabel(say("sandbox.mailbox.channel"), { exact: true }).selectOption("sms");
    await page.getByLabel(say("sandbox.mailbox.receiver"), { exact: true }).selectOption(phone);
    await page.locator("main").getByRole("button").filter({ hasText: AUTHORITY_CODE }).first().click();
    const message = page.getByRole("article", { name: say("sandbox.mailbox.opened") });
    await expect(message).toContainText(phone);
    return (await message.locator("footer code").textContent()) ?? "";
  }

  /** The newest filing password the authority sent to a phone. */
  async passwordFor(phone: string): Promise<string> {
    const { page, say } = this;
    await page.goto("/sandbox/mailbox");
    await page.getByLabel(say("sandbox.mailbox.channel"), { exact: true }).selectOption("sms");
    await page.getByLabel(say("sandbox.mailbox.receiver"), { exact: true }).selectOption(phone);
    const message = page.getByRole("article", { name: say("sandbox.mailbox.opened") });
    await expect(message).toContainText("备案密码为");
    return /备案密码为 ([a-z0-9]+)/.exec((await message.textContent()) ?? "")?.[1] ?? "";
  }

  /** The link to ask for a call back that this phone got, read off the mailbox. */
  async callbackLink(phone: string): Promise<string> {
    const { page, say } = this;
    await page.goto("/sandbox/mailbox");
    await page.getByLabel(say("sandbox.mailbox.receiver"), { exact: true }).selectOption(phone);
    await page.locator("main").getByRole("button").filter({ hasText: "/callback/" }).first().click();
    const opened = page.getByRole("article", { name: say("sandbox.mailbox.opened") });
    return (await opened.getByRole("link", { name: /callback/ }).getAttribute("href")) ?? "";
  }

  /** Fills the authority's SMS page as it stands open. */
  async tryCode(phone: string, idNo: string, code: string): Promise<void> {
    const { page, say } = this;
    await page.getByLabel(say("verify.phone"), { exact: true }).fill(phone);
    await page.getByLabel(say("verify.tail"), { exact: true }).fill(idNo.slice(-6));
    await page.getByLabel(say("verify.code"), { exact: true }).fill(code);
    await page.getByRole("button", { name: say("verify.submit"), exact: true }).click();
  }

  async expectOutcome(id: string): Promise<void> {
    await expect(this.page.getByText(this.say(`verify.${id}.title`), { exact: true })).toBeVisible();
  }
}
