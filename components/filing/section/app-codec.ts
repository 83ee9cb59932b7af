import { GAME_KINDS, PLATFORMS } from "@/lib/filing/application/codes";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { type Codec, filled } from "./codec";
import {
  fieldOf,
  partInput,
  type ServiceForm,
  serviceFromForm,
  serviceInput,
  serviceToForm,
} from "./service-codec";

type AppSection = Extract<ServiceSection, { kind: "APP" }>;

export interface PackageForm {
  id: string;
  platform: string;
  packageName: string;
  publicKey: string;
  certFingerprint: string;
}

export interface AppForm extends ServiceForm {
  domains: { id: string; domain: string }[];
  packages: PackageForm[];
  noSdk: boolean;
  sdks: { id: string; functionType: string; vendor: string }[];
  game: string;
  gameNumber: string;
  operatedByOther: boolean;
  testGame: boolean;
}

const oneOf = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((code) => code === text);

export const emptyPackage = (id: string, platform: string): PackageForm => ({
  id,
  platform,
  packageName: "",
  publicKey: "",
  certFingerprint: "",
});

/** What is asked of games that can be played, and of them alone. */
const gameOf = (form: AppForm): Pick<AppSection, "gameNumber" | "operatedByOther" | "testGame"> =>
  form.game !== "PLAYABLE"
    ? {}
    : filled({
        // A test game has no number yet: its aid document stands in for it.
        gameNumber: form.testGame ? "" : form.gameNumber,
        operatedByOther: form.operatedByOther,
        testGame: form.testGame,
      });

/** Empty parts are kept: whoever added one is told what it lacks. */
const partsOf = ({ domains, packages, sdks, noSdk }: AppForm): Partial<AppSection> => ({
  ...(domains.length > 0 && { domains: domains.map((part) => filled(part)) }),
  ...(packages.length > 0 && {
    packages: packages.map(({ platform, ...texts }) =>
      filled({ ...texts, platform: oneOf(PLATFORMS, platform) }),
    ),
  }),
  ...(noSdk && { noSdk }),
  ...(!noSdk && sdks.length > 0 && { sdks: sdks.map((part) => filled(part)) }),
});

export const appCodec: Codec<AppForm, AppSection> = {
  toForm: (app) => ({
    ...serviceToForm(app),
    domains: (app.domains ?? []).map(({ id, domain = "" }) => ({ id, domain })),
    packages: (app.packages ?? []).map(({ id, platform = "", ...texts }) => ({
      ...emptyPackage(id, platform),
      ...texts,
    })),
    noSdk: app.noSdk ?? false,
    sdks: (app.sdks ?? []).map(({ id, functionType = "", vendor = "" }) => ({ id, functionType, vendor })),
    game: app.game ?? "",
    gameNumber: app.gameNumber ?? "",
    operatedByOther: app.operatedByOther ?? false,
    testGame: app.testGame ?? false,
  }),
  fromForm: (form) => {
    const game = oneOf(GAME_KINDS, form.game);
    return {
      kind: "APP",
      ...serviceFromForm(form),
      ...partsOf(form),
      ...(game && { game }),
      ...gameOf(form),
    };
  },
  nameOf: (form, path) => {
    const field = fieldOf(path);
    if (field === undefined) return undefined;
    const part =
      partInput("domains", form.domains, field) ??
      partInput("packages", form.packages, field) ??
      partInput("sdks", form.sdks, field);
    if (part !== undefined) return part;
    // "No SDK" is the first of the answers about SDKs: there an unanswered question is told.
    return field === "sdks" ? "noSdk" : serviceInput(form, field);
  },
};
