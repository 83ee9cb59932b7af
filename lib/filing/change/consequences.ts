import { NATURE_PERSON } from "../application/codes";
import { isOldRegistrationNumber } from "../application/identifiers/uscc";
import type { Policy } from "../policy/types";
import type { Registry } from "../registry/types";

/** What of an organiser is more than a correction when it changes: his name, the number of his certificate, his kind. */
export const CHANGE_ABOUT = ["name", "number", "kind"] as const;
export type ChangeAbout = (typeof CHANGE_ABOUT)[number];

/** What follows; each is a sentence. In the order things are done. */
export const CONSEQUENCES = [
  ...(["domain-owner", "account-name", "papers", "letter"] as const),
  ...(["codes", "days", "footer", "reachable"] as const),
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Whether it can be changed at all: as it stands, only by the steps of a guide, or not (then it is filed anew). */
export type ChangeVerdict = "open" | "guided" | "refile";

export interface BeforeChange {
  readonly verdict: ChangeVerdict;
  readonly consequences: readonly Consequence[];
}

const of = (registry: Registry) => registry.entity?.document.entity ?? {};

/** What must be known before an organiser's name, number or kind changes (DF §10.7, §15 D21). */
export function beforeChange(about: ChangeAbout, registry: Registry, policy: Policy): BeforeChange {
  const { nature, certNo, province } = of(registry);
  const unit = nature !== NATURE_PERSON;
  const letter = unit && policy.provinces[province ?? ""]?.nameChangeLetter === true;
  const sites = registry.services.some(({ kind, ended }) => kind === "WEBSITE" && !ended);
  const common: readonly Consequence[] = [
    "papers",
    ...(about === "name" && letter ? (["letter"] as const) : []),
  ];
  const after: readonly Consequence[] = [
    ...(["codes", "days"] as const),
    ...(about !== "number" && unit && sites ? (["footer"] as const) : []),
    "reachable",
  ];
  if (about === "number" && !(unit && isOldRegistrationNumber(certNo ?? "")))
    return { verdict: "refile", consequences: [] };
  const owners: readonly Consequence[] = about === "name" ? ["domain-owner", "account-name"] : [];
  return {
    verdict: about === "kind" ? "guided" : "open",
    consequences: [...owners, ...common, ...after],
  };
}
