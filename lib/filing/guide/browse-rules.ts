import { z } from "zod";
import { FACT_KEYS, type FactKey } from "../rules/facts";
import { type Rule, TOPICS, type Topic } from "../rules/types";
import { chosen, firstValues, type Query, searchText } from "./query";

export const RULE_LEVELS = ["error", "warn", "info"] as const;

const Filter = z.object({ topic: chosen(TOPICS), level: chosen(RULE_LEVELS), q: searchText });
export type RuleFilter = z.infer<typeof Filter>;

/** The filter an address asks for; what it does not know is left out. */
export const readRuleFilter = (query: Query): RuleFilter => Filter.parse(firstValues(query));

export interface TopicRules {
  readonly topic: Topic;
  readonly rules: readonly Rule[];
}

/** The rules a filter leaves, by topic in the book's order. `titleOf` gives the words one searches in. */
export function browseRules(
  book: readonly Rule[],
  { topic, level, q }: RuleFilter,
  titleOf: (rule: Rule) => string,
): readonly TopicRules[] {
  const text = q?.toLowerCase() ?? "";
  const left = book.filter(
    (rule) =>
      (topic === undefined || rule.topic === topic) &&
      (level === undefined || rule.level === level) &&
      (rule.id.includes(text) || titleOf(rule).toLowerCase().includes(text)),
  );
  return TOPICS.map((one) => ({ topic: one, rules: left.filter((rule) => rule.topic === one) })).filter(
    ({ rules }) => rules.length > 0,
  );
}

/** What a rule looks at: fields of the document by their names (`services.domain`), facts by their keys. */
export function looksAt(rule: Rule): {
  readonly fields: readonly string[];
  readonly facts: readonly FactKey[];
} {
  const known = new Set<string>(FACT_KEYS);
  const isFact = (read: string) => read.startsWith("facts.");
  const fields = rule.reads.filter((read) => !isFact(read)).map((read) => read.replaceAll("[*]", ""));
  const facts = rule.reads.filter(isFact).map((read) => read.slice("facts.".length).split(/[.[]/)[0] ?? "");
  return {
    fields: [...new Set(fields)],
    facts: [...new Set(facts)].filter((fact): fact is FactKey => known.has(fact)),
  };
}
