import type { Case } from "./case";
import { FACT_KEYS, type FactKey } from "./facts";
import type { Finding, Rule } from "./types";

/** Id under which unknown facts are reported; the runner's own, no rule of the book. */
export const FACTS_MISSING = "facts.missing";

export type UnknownAs = "info" | "block";

/** Facts as bits, so that "is everything there?" is one comparison a rule. */
const BIT: Readonly<Record<FactKey, number>> = Object.fromEntries(
  FACT_KEYS.map((key, i) => [key, 1 << i]),
) as Record<FactKey, number>;

const factOf = (path: string): FactKey | undefined =>
  path.startsWith("facts.")
    ? FACT_KEYS.find(
        (key) =>
          path === `facts.${key}` || path.startsWith(`facts.${key}.`) || path.startsWith(`facts.${key}[`),
      )
    : undefined;

/** Facts a rule looks at, as bits. */
function needsOf(rule: Rule): number {
  let needs = 0;
  for (const path of rule.reads) {
    const fact = factOf(path);
    if (fact !== undefined) needs |= BIT[fact];
  }
  return needs;
}

/** What the rules of a book need, made once a book: it is asked on every keystroke. */
export interface Needs {
  /** Bits by the rule's place in the book. */
  readonly each: readonly number[];
  readonly all: number;
}
const NEEDS = new WeakMap<readonly Rule[], Needs>();
/** Which facts each rule of a book reads, and all of them together. */
export function needsOfBook(book: readonly Rule[]): Needs {
  const made = NEEDS.get(book);
  if (made !== undefined) return made;
  const each = book.map(needsOf);
  const needs = { each, all: each.reduce((sum, one) => sum | one, 0) };
  NEEDS.set(book, needs);
  return needs;
}

/** The business register knows units only: for a person its silence means nothing. */
const applies = (c: Case, key: FactKey): boolean => key !== "business" || c.isUnit;

/** Bits of the facts that are there, or that nobody needs of this organiser. */
export function knownFacts(c: Case): number {
  let known = 0;
  for (const key of FACT_KEYS) if (c.facts[key] !== undefined || !applies(c, key)) known |= BIT[key];
  return known;
}

/** Are all of these facts there? Otherwise a rule's verdict is unknown and it is not asked. */
export const canJudge = (known: number, needs: number): boolean => (needs & ~known) === 0;

/** One finding per unknown fact that is needed, and one per domain nobody has looked up. */
export function unknownFacts(c: Case, needed: number, known: number, as: UnknownAs): readonly Finding[] {
  const level = as === "block" ? "error" : "info";
  const finding = (path: string, fact: FactKey): Finding => ({
    rule: FACTS_MISSING,
    level,
    path,
    message: fact,
    params: { fact },
  });
  const out: Finding[] = [];
  if ((needed & ~known) !== 0)
    for (const key of FACT_KEYS)
      if ((needed & ~known & BIT[key]) !== 0) out.push(finding(`facts.${key}`, key));
  if (c.facts.domains === undefined || (needed & BIT.domains) === 0) return out;
  for (const { key, fact, path } of c.domains)
    if (key !== undefined && fact === undefined) out.push(finding(path, "domains"));
  return out;
}
