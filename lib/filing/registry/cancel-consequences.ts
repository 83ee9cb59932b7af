import { parseDomain } from "../application/identifiers/domain-name";
import type { CancelType } from "../lifecycle/life";
import type { Policy } from "../policy/types";
import type { HeldService } from "./types";

/** What a cancellation does to this very filing (DF §11.3 no. 6): what to read before one confirms it. */
export interface Consequences {
  /** Domains that stop working: everywhere, or on this provider's servers (cancel access). */
  readonly domains: readonly string[];
  /** Of those, what could never be filed again: the ending is not on the approved list any more. */
  readonly neverAgain: readonly string[];
  /** APPs that lose their number, or their access. */
  readonly apps: number;
  /** Services that stay as they are. */
  readonly untouched: readonly { readonly number: string; readonly name: string }[];
  readonly facts: readonly ConsequenceFact[];
}

export const CONSEQUENCE_FACTS = [
  "entity-number",
  "shell",
  "stays-filed",
  "only-access",
  "mail-pages",
  "public-security",
  "until-approved",
  "quota-returned",
  "quota-kept",
  "backup",
] as const;
export type ConsequenceFact = (typeof CONSEQUENCE_FACTS)[number];

export function consequencesOf(
  type: CancelType,
  services: readonly HeldService[],
  others: readonly HeldService[],
  policy: Policy,
): Consequences {
  const access = type === "CANCEL_ACCESS";
  const domains = [...new Set(services.flatMap((service) => service.domains))];
  const { returnQuotaOnCancel } = policy.provider;
  const given = new Set<ConsequenceFact>([
    "until-approved",
    "backup",
    ...(type === "CANCEL_ENTITY" ? (["entity-number"] as const) : []),
    ...(type === "CANCEL_SERVICE" && others.length === 0 ? (["shell"] as const) : []),
    ...(access ? (["stays-filed", "only-access"] as const) : (["public-security"] as const)),
    ...(domains.length > 0 && !access ? (["mail-pages"] as const) : []),
    // A place on a server counts what is served there; giving up the access frees it in any case.
    access || returnQuotaOnCancel ? "quota-returned" : "quota-kept",
  ]);
  return {
    domains,
    neverAgain: access
      ? []
      : domains.filter((domain) => parseDomain(domain, policy.suffixes).suffix === null),
    apps: services.filter(({ kind }) => kind === "APP").length,
    untouched:
      type === "CANCEL_ENTITY"
        ? []
        : others.map(({ number, document }) => ({ number, name: document.name ?? number })),
    facts: CONSEQUENCE_FACTS.filter((fact) => given.has(fact)),
  };
}
