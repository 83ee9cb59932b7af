import { expect, type Locator, type Page } from "@playwright/test";
import { labelled, type Say } from "./words";

/** Fields whose values come from lists. */
const LISTED: ReadonlySet<string> = new Set(["entity.city", "entity.district"]);

/** What every page of the form has: fields by label, Continue, the summary of errors, the state of saving. */
export class SectionScreen {
  constructor(
    readonly page: Page,
    protected readonly say: Say,
  ) {}

  get summary(): Locator {
    return this.page.getByRole("alert").filter({ has: this.page.getByRole("heading", { level: 2 }) });
  }

  get saveState(): Locator {
    return this.page.locator("[data-save-state]");
  }

  /** Typing is only heard once the page's script runs. */
  async ready(): Promise<void> {
    await expect(this.saveState).not.toHaveAttribute("data-save-state", "starting");
  }

  /** By the id of its label, `entity.name`. */
  field(id: string, within: Page | Locator = this.page): Locator {
    return within.getByLabel(labelled(this.say(`fields.${id}.label`)));
  }

  /** A group of choices by the id of its label. */
  group(id: string, within: Page | Locator = this.page): Locator {
    return within.getByRole("group", { name: this.say(`fields.${id}.label`), exact: true });
  }

  /** Types into an input, or chooses from a list: "" is the empty choice. */
  async enter(id: string, value: string): Promise<void> {
    const field = this.field(id);
    if (LISTED.has(id)) await field.selectOption(value);
    else await field.fill(value);
  }

  async continue(): Promise<void> {
    await this.page.getByRole("button", { name: this.say("sections.form.continue"), exact: true }).click();
  }

  /** Goes on to the next page, which proves that nothing stands against this one. */
  async continueTo(path: RegExp): Promise<void> {
    await this.continue();
    await expect(this.page, "nothing stands against this page").toHaveURL(path, { timeout: 20_000 });
  }

  async saved(): Promise<void> {
    await expect(this.saveState).toHaveAttribute("data-save-state", "saved");
  }
}

export interface EntityAnswers {
  readonly name: string;
  readonly city: string;
  readonly district: string;
  readonly address: string;
  readonly validFrom: string;
  /** Left out: long term. */
  readonly validTo?: string;
  readonly investor?: string;
}

/** Page "entity". */
export class EntityScreen extends SectionScreen {
  async fill(answers: EntityAnswers): Promise<void> {
    const { page, say } = this;
    await this.field("entity.name").fill(answers.name);
    await page.getByLabel(say("form.from"), { exact: true }).fill(answers.validFrom);
    if (answers.validTo) await page.getByLabel(say("form.to"), { exact: true }).fill(answers.validTo);
    else await page.getByLabel(say("form.longTerm")).check();
    await this.field("entity.certAddress").fill(answers.address);
    if (answers.investor) await this.field("entity.investorOrSuperior").fill(answers.investor);
    await this.enter("entity.city", answers.city);
    await this.enter("entity.district", answers.district);
    await this.field("entity.commAddress").fill(answers.address);
  }
}

export interface PersonAnswers {
  readonly name?: string;
  readonly idNo?: string;
  /** Left out: a resident ID. */
  readonly idType?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly phone: string;
  readonly emergency: string;
  readonly email: string;
}

/** Page "people in charge". */
export class PeopleScreen extends SectionScreen {
  /** The n-th person's card. */
  person(index: number): Locator {
    return this.page.locator(`section:has(> [data-field^="people.${index}."])`);
  }

  async fillPerson(index: number, answers: PersonAnswers): Promise<void> {
    const card = this.person(index);
    const { say } = this;
    if (answers.name) await this.field("person.name", card).fill(answers.name);
    if (answers.idNo) {
      await this.field("person.idType", card).selectOption({
        label: say(`codes.cert.${answers.idType ?? 2}`),
      });
      await this.field("person.idNo", card).fill(answers.idNo);
    }
    if (answers.validFrom) await card.getByLabel(say("form.from"), { exact: true }).fill(answers.validFrom);
    if (answers.validTo) await card.getByLabel(say("form.to"), { exact: true }).fill(answers.validTo);
    await this.field("person.phone1", card).fill(answers.phone);
    await this.field("person.emergencyPhone", card).fill(answers.emergency);
    await this.field("person.email", card).fill(answers.email);
  }

  /** Gives the n-th service to somebody who has no card yet. */
  async giveServiceToSomebodyElse(index: number): Promise<void> {
    await this.page
      .getByLabel(this.say("sections.people.serviceLead"))
      .nth(index)
      .selectOption({ label: this.say("sections.people.somebodyElse") });
  }
}

export interface WebsiteAnswers {
  readonly name: string;
  readonly domain: string;
  readonly content: number;
  readonly remark: string;
  readonly server: string;
  /** Persons are not asked about permits. */
  readonly permits?: false;
}

/** Page of one website. */
export class WebsiteScreen extends SectionScreen {
  async fill(answers: WebsiteAnswers): Promise<void> {
    const { page, say } = this;
    await this.field("service.name").fill(answers.name);
    await this.field("service.domain").fill(answers.domain);
    await this.field("service.homepageUrl").fill(`https://www.${answers.domain}`);
    await page.getByLabel(say(`codes.content.${answers.content}`), { exact: true }).check();
    await page.getByLabel(say("codes.language.1"), { exact: true }).check();
    await this.field("service.remark").fill(answers.remark);
    if (answers.permits !== false) await page.getByLabel(say("sections.preApproval.none")).check();
    await page.getByRole("radio", { name: answers.server }).check();
    await expect(this.field("service.ips")).not.toHaveValue("");
  }
}
