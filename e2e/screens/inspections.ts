import { expect, type Page } from "@playwright/test";
import { labelled, type Say } from "./words";

/** Staff's desk of inspections. */
export class InspectionDesk {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** Finds a filing and opens an inspection of one of its places; to its own page. */
  async begin(term: string, failure: string, target: string, found: string): Promise<void> {
    const { page, say } = this;
    await page.goto("/review/inspections");
    await page.getByRole("link", { name: say("inspection.desk.new"), exact: true }).click();
    await page.waitForURL("**/review/inspections/new");
    await page.getByLabel(say("inspection.desk.searchLabel"), { exact: true }).fill(term);
    await page.getByRole("button", { name: say("inspection.desk.find"), exact: true }).click();
    const form = page.getByRole("form", { name: say("inspection.desk.formTitle") });
    await form.getByLabel(labelled(say("inspection.desk.failure"))).selectOption(failure);
    await form.getByLabel(labelled(say("inspection.desk.target"))).selectOption(target);
    await form.getByLabel(labelled(say("inspection.desk.found"))).fill(found);
    await form.getByRole("button", { name: say("inspection.desk.submit"), exact: true }).click();
    await page.waitForURL(/\/review\/inspections(\/[0-9a-f-]{36})?$/);
    await this.open(failure);
  }

  async open(failure: string): Promise<void> {
    const { page, say } = this;
    await page.goto("/review/inspections");
    await page.getByRole("link", { name: say(`inspection.failure.${failure}`), exact: true }).click();
    await page.waitForURL("**/review/inspections/*-*");
  }

  /** What is said to be mended is not. */
  async sendBack(reason: string): Promise<void> {
    const { page, say } = this;
    const form = page.getByRole("form", { name: say("inspection.desk.notFixed"), exact: true });
    await form.getByLabel(labelled(say("inspection.desk.notFixedReason"))).fill(reason);
    await form.getByRole("button", { name: say("inspection.desk.notFixed"), exact: true }).click();
    await expect(page.getByText(say("inspection.timeline.not_fixed"), { exact: true })).toBeVisible();
  }

  /** Orders one of the ways and answers the question. */
  async order(type: string, name: string): Promise<void> {
    const { page, say } = this;
    const label = say("inspection.desk.orderAria", { type: say(`orderTypes.${type}.label`), name });
    await page.getByRole("button", { name: label, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say("inspection.desk.orderButton"), exact: true }).click();
    await expect(page.getByText(say("inspection.timeline.ordered"), { exact: true }).first()).toBeVisible();
  }
}

/** The owner says what he did. */
export async function answerInspection(page: Page, say: Say, answer: string): Promise<void> {
  const form = page.getByRole("form", { name: say("inspection.own.answerTitle") });
  await form.getByLabel(labelled(say("inspection.own.answer"))).fill(answer);
  await form.getByRole("button", { name: say("inspection.own.send"), exact: true }).click();
  await expect(page.getByText(say("inspection.own.reported"), { exact: true })).toBeVisible();
}
