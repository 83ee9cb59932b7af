import type { SectionValue } from "@/lib/filing/application/draft-sections";
import { policyAt } from "@/lib/filing/policy";
import type { Rule } from "@/lib/filing/rules/types";
import { type FindingWords, type ToldFinding, tellBy } from "@/lib/messages/finding-text";
import { shownDivisions } from "./entity-divisions";
import { judgeLocally, notLive } from "./judge";
import type { PageView } from "./page-view";

/** All that stands against a page as it is now: what the browser finds, and what only the server could. */
export type JudgePage = (
  view: PageView,
  value: SectionValue,
  words: FindingWords,
  fromServer: readonly ToldFinding[],
) => readonly ToldFinding[];

/** Judges a page by its part of the rule book. */
export function judgeBy(book: readonly Rule[]): JudgePage {
  const rules = new Map(book.map((rule) => [rule.id, rule]));
  return ({ section, around, at, overrides, order }, value, words, fromServer) => {
    const policy = policyAt(at, overrides);
    const context = { section, around, orderType: order.type, at, policy, divisions: shownDivisions };
    const local = judgeLocally(book, context, value);
    return [
      ...local.map((finding) => tellBy(rules.get(finding.rule), words, finding)),
      ...notLive(book, fromServer),
    ];
  };
}
