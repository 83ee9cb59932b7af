import { lockAt } from "../change/locked";
import { caseOf } from "./case";
import { inDocumentOrder } from "./order-of-document";
import type { Finding, Rule, RuleContext, Verdict } from "./types";
import { canJudge, knownFacts, needsOfBook, type UnknownAs, unknownFacts } from "./unknown-facts";

/** What one rule says. Pure: the same context gives the same findings. */
export const findingsOf = (rule: Rule, ctx: RuleContext): readonly Finding[] => {
  const verdicts = rule.check(caseOf(ctx));
  return verdicts.length === 0 ? NOTHING : verdicts.map((verdict) => findingOf(rule, verdict));
};

const NOTHING: readonly Finding[] = [];
const findingOf = (rule: Rule, { path, level, message, params }: Verdict): Finding => ({
  rule: rule.id,
  level: level ?? rule.level,
  path,
  message: message ?? "message",
  params: params ?? {},
});

/** What these rules say of a document, in its order; the book itself stays out, for pages bring their own part of it. */
export function checkBy(book: readonly Rule[], ctx: RuleContext, unknown: UnknownAs): readonly Finding[] {
  if (ctx.orderType.startsWith("CANCEL")) return [];
  const c = caseOf(ctx);
  const known = knownFacts(c);
  const needs = needsOfBook(book);
  const found: Finding[] = [];
  for (let i = 0; i < book.length; i += 1) {
    const rule = book[i];
    if (rule === undefined || !canJudge(known, needs.each[i] ?? 0)) continue;
    const verdicts = rule.check(c);
    if (verdicts.length > 0) for (const verdict of verdicts) found.push(findingOf(rule, verdict));
  }
  for (const finding of unknownFacts(c, needs.all, known, unknown)) found.push(finding);
  return inDocumentOrder(ctx.application, withinChange(ctx, found));
}

/**
 * What stays as it is filed is shown in a change and cannot be mended there: it is told, and blocks nothing. Rules about
 * changes themselves keep their word.
 */
function withinChange(ctx: RuleContext, found: readonly Finding[]): readonly Finding[] {
  const basis = ctx.facts.registry?.basis;
  if (basis === undefined || ctx.orderType !== "CHANGE_SERVICE") return found;
  return found.map((finding) =>
    finding.rule.startsWith("change.") ||
    finding.level === "info" ||
    lockAt(ctx.orderType, basis.application, finding.path, undefined)?.startsWith("other-part") !== true
      ? finding
      : { ...finding, level: "info" },
  );
}
