import type { DecisionEstimate } from "@/lib/filing/lifecycle";
import { useDecisionText } from "./estimate-text";

/** A decision's dates in a row or a heading. */
export function DecisionDates({ estimate }: { estimate: DecisionEstimate }) {
  return <span className="tabular-nums">{useDecisionText()(estimate)}</span>;
}
