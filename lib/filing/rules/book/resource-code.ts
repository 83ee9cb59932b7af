import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { addNaturalDays } from "../../policy/calendar";
import type { Case } from "../case";
import type { CodeFact } from "../facts";
import { filingNumberKey } from "../filed-numbers";
import { each, NONE, own, repeated } from "../parts";
import type { Rule, Verdict } from "../types";
import { resourcePath } from "./resource-server";

const READS = ["services[*].kind", "services[*].resource"];

const codeOf = ({ resource: ref }: ServiceDraft): string | undefined =>
  ref?.kind === "CODE" && !blank(ref.code) ? ref.code : undefined;

/** A used code serves changes of the service it was used for, and nothing else [S4: 备案授权码]. */
function usedVerdict(
  c: Case,
  { usedFor }: CodeFact,
  service: ServiceDraft,
): Omit<Verdict, "path"> | undefined {
  if (!c.orderType.startsWith("CHANGE")) return { message: "used" };
  // The provider does not say for which: the reviewer compares.
  if (usedFor === null) return { message: "used-unknown", level: "warn" };
  return filingNumberKey(usedFor) === filingNumberKey(service.serviceFilingNumber)
    ? undefined
    : { message: "used-other" };
}

function codeVerdict(c: Case, service: ServiceDraft): Verdict | undefined {
  const typed = codeOf(service);
  if (typed === undefined) return undefined;
  const path = resourcePath(service);
  const code = own(c.facts.codes, typed);
  if (!code?.forThisAccount) return { path };
  // IN_USE is this order's own binding: others' bindings are reported as not for this account.
  const used = code.state === "USED" ? usedVerdict(c, code, service) : undefined;
  if (used !== undefined) return { ...used, path };
  const days = c.policy.provider.resourceMinRemainingDays;
  return code.state === "EXPIRED" || code.resourceExpiresAt < addNaturalDays(c.at, days)
    ? { path, message: "expired", params: { days } }
    : undefined;
}

/** Servers of other accounts, through authorisation codes. */
export const RESOURCE_CODE_RULES: readonly Rule[] = [
  {
    id: "resource.code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: [...READS, "services[*].serviceFilingNumber", "facts.codes"],
    rejection: ["SERVER_EXPIRED"],
    check: (c) => each(c.application.services, (service) => codeVerdict(c, service)),
  },
  {
    id: "resource.same-code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: READS,
    check: (c) => {
      const { services } = c.application;
      if (services.every((service) => codeOf(service) === undefined)) return NONE;
      return repeated(services, codeOf).map((service) => ({ path: resourcePath(service) }));
    },
  },
];
