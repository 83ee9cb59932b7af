import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type PolicyStep, policySince } from "@/lib/filing/policy/diff";
import type { Policy } from "@/lib/filing/policy/types";
import { checkApplication } from "@/lib/filing/rules";
import { type ComparedFinding, compareFindings } from "@/lib/filing/rules/compare";
import type { RuleContext } from "@/lib/filing/rules/types";
import type { OrderRecord } from "../orders/records";
import { policyOverrides } from "../policy/current-policy";

export type PolicyCause =
  | Omit<Extract<PolicyStep, { kind: "setting" }>, "alone">
  | Omit<Extract<PolicyStep, { kind: "table" }>, "alone">;

export interface NewerFinding extends ComparedFinding {
  /** Changes of the policy that alone would make this difference; empty when only several together do. */
  readonly causes: readonly PolicyCause[];
}

export interface NewerPolicy {
  readonly submittedAt: number;
  readonly differences: readonly NewerFinding[];
}

/**
 * What the policy of today would say of an order otherwise than the one it was submitted under, with the same facts.
 * Null while nothing would differ, or nothing is under judgement. The order keeps its judgement all the same.
 */
export async function newerPolicy(order: OrderRecord, context: RuleContext): Promise<NewerPolicy | null> {
  if (order.snapshot.state !== "PROVIDER_REVIEW") return null;
  const { orderSubmissions } = t;
  const [round] = await read()
    .select({ at: orderSubmissions.submittedAt, version: orderSubmissions.policyVersion })
    .from(orderSubmissions)
    .where(and(eq(orderSubmissions.orderId, order.row.id), eq(orderSubmissions.round, order.snapshot.round)));
  if (round === undefined) return null;
  const { before, after, steps } = policySince(round, context.at, await policyOverrides());
  if (steps.length === 0) return null;
  const judge = (policy: Policy) => checkApplication({ ...context, policy }, { unknown: "block" });
  const then = judge(before);
  const compared = compareFindings(then, judge(after));
  if (compared.length === 0) return null;
  const alone = steps.map((step) => ({ step, says: compareFindings(then, judge(step.alone)) }));
  const causesOf = (one: ComparedFinding) =>
    alone.filter(({ says }) => says.some((said) => same(said, one))).map(({ step }) => withoutPolicy(step));
  return {
    submittedAt: round.at,
    differences: compared.map((one) => ({ ...one, causes: causesOf(one) })),
  };
}

const same = (a: ComparedFinding, b: ComparedFinding) =>
  a.change === b.change &&
  a.finding.rule === b.finding.rule &&
  a.finding.path === b.finding.path &&
  a.finding.message === b.finding.message &&
  a.after === b.after;

const withoutPolicy = ({ alone: _, ...cause }: PolicyStep): PolicyCause => cause;
