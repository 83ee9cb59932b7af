import type { AppDraft } from "../../application/draft";
import type { Case } from "../case";
import { APP_DOMAIN_READS, each, eachDomain, missing, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { eachRegistered, within } from "./domain-registration";

const READS = [...APP_DOMAIN_READS, "facts.domains"];

const withoutDomain = (app: AppDraft, c: Case): boolean =>
  !c.appDomains.some(({ service }) => service === app);

function repeated(c: Case): readonly Verdict[] {
  const seen = new Map<string, unknown>();
  return eachDomain(c.appDomains, ({ key, path, service }) => {
    // Two APPs of one organiser may share a domain; one APP lists it once.
    if (seen.get(key) === service) return { path };
    seen.set(key, service);
    return undefined;
  });
}

/** Domains an APP talks to; form, owner and real name are rules of the topic domain. */
export const APP_DOMAIN_RULES: readonly Rule[] = [
  {
    id: "app.domain-missing",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: APP_DOMAIN_READS,
    check: (c) =>
      each(c.apps, (app) =>
        withoutDomain(app, c) ? missing(servicePath(app.id, "domains"), "service.domains") : undefined,
      ),
  },
  {
    id: "app.domain-repeated",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: APP_DOMAIN_READS,
    check: (c) => (c.appDomains.length < 2 ? NONE : repeated(c)),
  },
  {
    id: "app.domain-ends",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: (c) => {
      const months = c.policy.provider.appDomainMinMonths;
      return eachRegistered(c.appDomains, ({ expiresAt }, { path }) =>
        expiresAt !== null && expiresAt > c.at && within(c, expiresAt, months)
          ? { path, params: { months } }
          : undefined,
      );
    },
  },
  {
    id: "app.domain-of-other",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题 (DF §7.7)",
    reads: READS,
    rejection: ["DOMAIN_CONFLICT"],
    check: (c) =>
      eachDomain(c.appDomains, ({ fact, path }) => (fact?.appOfOtherEntity ? { path } : undefined)),
  },
];
