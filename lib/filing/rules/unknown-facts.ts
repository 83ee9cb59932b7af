import type { Facts } from "./facts";
import { isUnit, knownDomain, own, servicePath, websitesOf } from "./parts";
import type { Finding, Rule, RuleContext } from "./types";

/** Id under which unknown facts are reported; the runner's own, no rule of the book. */
export const FACTS_MISSING = "facts.missing";

export type FactKey = keyof Facts;
export type UnknownAs = "info" | "block";

/** Facts a rule looks at. */
const factsRead = (rule: Rule): readonly FactKey[] =>
  rule.reads.flatMap((path) =>
    path.startsWith("facts.") ? [path.slice(6).split(/[.[]/)[0] as FactKey] : [],
  );

/** The business register knows units only: for a person its silence means nothing. */
const applies = (ctx: RuleContext, key: FactKey): boolean => key !== "business" || isUnit(ctx.application);

/** Is every fact this rule needs there? Otherwise its verdict is unknown and it is not asked. */
export const canJudge = (ctx: RuleContext, rule: Rule): boolean =>
  factsRead(rule).every((key) => ctx.facts[key] !== undefined || !applies(ctx, key));

/** One finding per unknown fact, and one per domain nobody has looked up. */
export function unknownFacts(ctx: RuleContext, book: readonly Rule[], as: UnknownAs): readonly Finding[] {
  const level = as === "block" ? "error" : "info";
  const keys = [...new Set(book.flatMap(factsRead))].filter((key) => applies(ctx, key));
  const finding = (path: string, fact: FactKey): Finding => ({
    rule: FACTS_MISSING,
    level,
    path,
    message: fact,
    params: { fact },
  });
  const absent = keys
    .filter((key) => ctx.facts[key] === undefined)
    .map((key) => finding(`facts.${key}`, key));
  const { domains } = ctx.facts;
  if (!domains) return absent;
  const unseen = websitesOf(ctx.application).filter((site) => {
    const key = knownDomain(ctx, site);
    return key !== undefined && own(domains, key) === undefined;
  });
  return [...absent, ...unseen.map((site) => finding(servicePath(site.id, "domain"), "domains"))];
}
