import "server-only";
import { read } from "@/db/client";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type MovedDeadline, movedDeadlines } from "@/lib/filing/lifecycle/compare-deadlines";
import { isEditable, type OrderState } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";
import { checkApplication } from "@/lib/filing/rules";
import { compareFindings } from "@/lib/filing/rules/compare";
import { loadRuleContext } from "../facts/load-facts";
import type { Sources } from "../facts/sources";
import { type OrderRecord, openDraft, openSubmission } from "../orders/records";

export interface OrderEffect {
  /** Findings that would come, go, or weigh differently; a submitted order keeps its judgement, so none. */
  readonly findings: { readonly added: number; readonly gone: number; readonly level: number };
  /** The judgement is kept: the workbench would only say that a newer policy differs. */
  readonly kept: boolean;
  readonly deadlines: readonly MovedDeadline[];
}

/** Until the provider has decided, it matters what the book says of an order. */
const isJudged = (state: OrderState) => isEditable(state) || state === "PROVIDER_REVIEW";

async function compare(
  order: OrderRecord,
  application: ApplicationDraft,
  { before, after, sources }: Comparison,
) {
  const context = await loadRuleContext(order, application, sources);
  const judge = (policy: Policy) => checkApplication({ ...context, policy }, { unknown: "block" });
  return compareFindings(judge(before), judge(after));
}

export interface Comparison {
  readonly before: Policy;
  readonly after: Policy;
  readonly from: number;
  /** Asked for all orders together. */
  readonly sources: Sources;
}

/** What another policy would mean for an open order; null = nothing. */
export async function effectOn(
  order: OrderRecord,
  comparison: Comparison,
): Promise<OrderEffect | "unreadable" | null> {
  const { snapshot } = order;
  const { before, after, from } = comparison;
  const editable = isEditable(snapshot.state);
  const document = editable
    ? await openDraft(read(), order)
    : await openSubmission(read(), order, snapshot.round);
  if (!document.ok) return "unreadable";
  const application = "application" in document.value ? document.value.application : document.value;
  const compared = isJudged(snapshot.state) ? await compare(order, application, comparison) : [];
  const deadlines = movedDeadlines(snapshot, before, after, from);
  if (compared.length === 0 && deadlines.length === 0) return null;
  const count = (kind: "new" | "gone" | "level") => compared.filter(({ change }) => change === kind).length;
  return {
    findings: { added: count("new"), gone: count("gone"), level: count("level") },
    kept: !editable && compared.length > 0,
    deadlines,
  };
}
