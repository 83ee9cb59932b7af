import { blank } from "../../application/access";
import { addMonths, isDay } from "../../shared/dates";
import type { Case } from "../case";
import { NONE } from "../parts";
import type { Verdict } from "../types";

/** Dates printed on a document, with the id paths they are typed in. */
export interface DocumentDates {
  readonly from?: string;
  readonly to?: string;
  readonly longTerm?: boolean;
}
export interface DatePaths {
  readonly from: string;
  readonly to: string;
}

/** Dates of a document: real days, in order, the first not in the future. Remaining validity is another rule. */
export function dateProblems(
  dates: DocumentDates,
  today: string,
  paths: () => DatePaths,
): readonly Verdict[] {
  const { from, to, longTerm } = dates;
  const first = blank(from) ? null : !isDay(from) ? "message" : from > today ? "future" : null;
  const last =
    longTerm === true || blank(to)
      ? null
      : !isDay(to)
        ? "message"
        : isDay(from) && to < from
          ? "order"
          : null;
  if (first === null && last === null) return NONE;
  const at = paths();
  return [
    ...(first === null ? NONE : [{ path: at.from, message: first }]),
    ...(last === null ? NONE : [{ path: at.to, message: last }]),
  ];
}

/** Documents that end on this day or before are too old (DF §4.4: more than three months must remain). */
const lastTooShort = (c: Case): string => addMonths(c.today, c.policy.provider.certificateMinRemainingMonths);

/** What remains of a document's validity: nothing, too little, or enough (null). */
export function validityProblem(c: Case, { to, longTerm }: DocumentDates): "expired" | "message" | null {
  if (longTerm === true || !isDay(to) || to > c.once(lastTooShort)) return null;
  return to < c.today ? "expired" : "message";
}
