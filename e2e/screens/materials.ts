import { expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import type { Say } from "./words";

/** A photograph as a phone would make it: big enough, not empty. */
export function jpeg(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 160, sigma: 30 } as const;
  return sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#fff", noise } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Page "documents": one box a side. */
export class MaterialsScreen {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get sides(): Locator {
    return this.page.locator("[data-slot]");
  }

  /** Sides still empty. */
  get empty(): Locator {
    return this.page.locator('[data-slot][data-filled="false"]');
  }

  side(code: string, side: string): Locator {
    return this.page.locator(`[data-slot^="${code}:"][data-slot$=":${side}"]`).first();
  }

  /** Through the browser's own file chooser; agrees first where a consent is asked. */
  async choose(slot: Locator, file: FilePayload): Promise<void> {
    const consent = await slot.getAttribute("data-consent");
    const chooser = this.page.waitForEvent("filechooser");
    await slot
      .getByLabel(this.say("slots.choose.image"))
      .or(slot.getByLabel(this.say("slots.choose.video")))
      .or(slot.getByLabel(this.say("slots.replace")))
      .click();
    await (await chooser).setFiles(file);
    if (consent !== null) await this.agree();
  }

  /** Files without a place yet. */
  get tray(): Locator {
    return this.page.getByRole("list", { name: this.say("slots.tray") }).getByRole("listitem");
  }

  /** Several at once, into the tray. */
  async chooseSeveral(files: FilePayload[]): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: this.say("slots.chooseSeveral") }).click();
    await (await chooser).setFiles(files);
    await expect(this.tray).toHaveCount(files.length);
  }

  /** Sends what lies in the tray and has a place. */
  async uploadTray(count: number): Promise<void> {
    await this.page.getByRole("button", { name: this.say("slots.uploadAll", { count }) }).click();
  }

  async expectFilled(slot: Locator): Promise<void> {
    await expect(slot).toHaveAttribute("data-filled", "true", { timeout: 20_000 });
  }

  get consentDialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** The separate consent, asked once a kind before the first such file. */
  async agree(): Promise<void> {
    await this.consentDialog.getByRole("checkbox").check();
    await this.consentDialog.getByRole("button", { name: this.say("slots.consentAgree") }).click();
    await expect(this.consentDialog).toHaveCount(0);
  }

  /** Puts the sandbox's made-up document into every side that is empty. */
  async useSamples(): Promise<void> {
    for (let left = await this.empty.count(); left > 0; left -= 1) {
      const slot = this.empty.first();
      const consent = await slot.getAttribute("data-consent");
      await slot
        .getByRole("button", { name: this.say("slots.sample.image") })
        .or(slot.getByRole("button", { name: this.say("slots.sample.video") }))
        .click();
      if (consent !== null) await this.agree();
      await expect(this.empty).toHaveCount(left - 1);
    }
  }

  /** Types the date on every document that has one. */
  async dateAll(date: string): Promise<void> {
    const dates = this.page.getByLabel(this.say("slots.date"));
    const count = await dates.count();
    for (let index = 0; index < count; index += 1) {
      const answer = this.page.waitForResponse((response) => response.request().method() === "PATCH");
      await dates.nth(index).fill(date);
      await dates.nth(index).blur();
      expect((await answer).ok()).toBe(true);
    }
  }
}
