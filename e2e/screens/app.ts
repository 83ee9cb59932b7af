import type { Locator } from "@playwright/test";
import { SectionScreen } from "./section";

export type Platform = "ANDROID" | "IOS" | "HARMONY";

export interface PackageAnswers {
  readonly platform: Platform;
  readonly packageName: string;
  readonly publicKey: string;
  readonly certFingerprint: string;
}

export interface AppAnswers {
  readonly name: string;
  readonly domains: readonly string[];
  readonly content: number;
  readonly remark: string;
  readonly packages: readonly PackageAnswers[];
  readonly server: string;
}

/** Page of one APP. */
export class AppScreen extends SectionScreen {
  get domains(): Locator {
    return this.group("service.domains").getByRole("combobox");
  }

  /** The n-th package. */
  package(index: number): Locator {
    return this.page.locator(`div:has(> [data-field^="packages.${index}."])`);
  }

  async addPackage(platform: Platform): Promise<void> {
    const name = this.say("sections.app.addPackage", { platform: this.say(`codes.platform.${platform}`) });
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async fillPackage(index: number, answers: PackageAnswers): Promise<void> {
    const block = this.package(index);
    await this.field("package.packageName", block).fill(answers.packageName);
    await this.field("package.publicKey", block).fill(answers.publicKey);
    await this.field("package.certFingerprint", block).fill(answers.certFingerprint);
  }

  async fill(answers: AppAnswers): Promise<void> {
    const { page, say } = this;
    await this.field("service.name").fill(answers.name);
    for (const [index, domain] of answers.domains.entries()) {
      if (index >= (await this.domains.count()))
        await page.getByRole("button", { name: say("sections.app.addDomain"), exact: true }).click();
      await this.domains.nth(index).fill(domain);
    }
    await page.getByLabel(say(`codes.content.${answers.content}`), { exact: true }).check();
    await this.field("service.remark").fill(answers.remark);
    for (const [index, item] of answers.packages.entries()) {
      await this.addPackage(item.platform);
      await this.fillPackage(index, item);
    }
    await page.getByLabel(say("fields.service.noSdk.label")).check();
    await page.getByRole("radio", { name: say("codes.game.NONE") }).check();
    await page.getByLabel(say("sections.preApproval.none")).check();
    await page.getByRole("radio", { name: answers.server }).check();
  }
}

/** Packages of one APP on all three platforms, formed as its platforms form them. */
export const packagesOf = (packageName: string): readonly PackageAnswers[] => [
  {
    platform: "ANDROID",
    packageName,
    publicKey: "3082010a0282010100a7e3b19c5d2f8460e1c4d7a9f0b3825e",
    certFingerprint: "9E:10:7D:9D:37:2B:B6:82:6B:D8:1D:35:42:A4:19:D6",
  },
  {
    platform: "IOS",
    packageName,
    publicKey: "3082010a0282010100c19f04d27be83a5560d1e4f8a7b2936c",
    certFingerprint: "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
  },
  {
    platform: "HARMONY",
    packageName,
    publicKey: "3059301306072a8648ce3d020106082a8648ce3d030107034200",
    certFingerprint: "de9f2c7fd25e1b3afad3e85a0bd17d9b100db4b3",
  },
];
