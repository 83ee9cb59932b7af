import { blank } from "../../application/access";
import { isDay } from "../../shared/dates";
import type { Verdict } from "../types";

/** Dates printed on a document: real days, in order, the first not in the future. Remaining validity is another rule. */
export function dateProblems(
  dates: { readonly from?: string; readonly to?: string; readonly longTerm?: boolean },
  paths: { readonly from: string; readonly to: string },
  today: string,
): readonly Verdict[] {
  const out: Verdict[] = [];
  const { from, to } = dates;
  if (!blank(from) && !isDay(from)) out.push({ path: paths.from });
  else if (isDay(from) && from > today) out.push({ path: paths.from, message: "future" });
  if (dates.longTerm === true) return out;
  if (!blank(to) && !isDay(to)) out.push({ path: paths.to });
  else if (isDay(to) && isDay(from) && to < from) out.push({ path: paths.to, message: "order" });
  return out;
}
