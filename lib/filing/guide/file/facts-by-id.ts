import type { ApplicationDraft } from "../../application/draft";
import { parseDomain } from "../../application/identifiers/domain-name";
import { normaliseField } from "../../application/normalise";
import type { Policy } from "../../policy/types";
import type { DomainFact, Facts } from "../../rules/facts";
import type { FactsInput } from "../../rules/facts-schema";
import { idPath } from "./paths";
import type { Violation } from "./violations";

/** The facts of a file as the book wants them: domains by their key, parts of the application by id. */
export function factsById(
  app: ApplicationDraft,
  given: FactsInput,
  { suffixes }: Pick<Policy, "suffixes">,
): { readonly facts: Facts; readonly violations: readonly Violation[] } {
  const violations: Violation[] = [];
  const byId = (written: string, at: string): string => {
    const found = idPath(app, written);
    if (found === undefined) violations.push({ path: `facts.${at}`, reason: "nowhere", params: {} });
    return found ?? written;
  };
  const all = (paths: readonly string[], at: string) => paths.map((path, i) => byId(path, `${at}.${i}`));
  /** People are known by their bare id, too. */
  const personId = (written: string, at: string): string => {
    if (app.people.some(({ id }) => id === written)) return written;
    return /^people\[(.+)\]$/.exec(byId(written, at))?.[1] ?? written;
  };
  /** Facts by the key of the name; the later of two ways to write one name must not win in silence. */
  const byDomain = (named: NonNullable<FactsInput["domains"]>) => {
    const found = new Map<string, DomainFact>();
    for (const [name, fact] of Object.entries(named)) {
      const key = keyOf(name, suffixes);
      if (found.has(key)) violations.push({ path: `facts.domains.${name}`, reason: "twice", params: {} });
      found.set(key, fact);
    }
    return Object.fromEntries(found);
  };
  const { account, domains, materials, others, ...rest } = given;
  const facts: Facts = {
    ...rest,
    ...(account && {
      account: { ...account, provenPhones: all(account.provenPhones, "account.provenPhones") },
    }),
    ...(domains && { domains: byDomain(domains) }),
    ...(materials && {
      materials: materials.map((file, i) => ({
        ...file,
        subject: byId(file.subject, `materials.${i}.subject`),
      })),
    }),
    ...(others && {
      others: {
        ...others,
        phonesUsedElsewhere: all(others.phonesUsedElsewhere, "others.phonesUsedElsewhere"),
        idsUsedElsewhere: all(others.idsUsedElsewhere, "others.idsUsedElsewhere"),
        serviceLeadElsewhere: others.serviceLeadElsewhere.map((one, i) =>
          personId(one, `others.serviceLeadElsewhere.${i}`),
        ),
        domainsInOtherOrders: others.domainsInOtherOrders.map((name) => keyOf(name, suffixes)),
      },
    }),
  };
  return { facts, violations };
}

function keyOf(written: string, suffixes: ReadonlySet<string>): string {
  const typed = normaliseField("domain", written);
  const name = parseDomain(typed, suffixes);
  return name.problem === null ? name.key : typed;
}
