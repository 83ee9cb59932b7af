import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { targetsFor } from "@/lib/filing/handover/targets";
import { rejectionsFor } from "@/lib/filing/policy/rejections";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decideSubmission, type RejectedItem, type Verdict } from "../decision";
import { openPayload } from "../payload";
import { readStore } from "../store/client";
import { inStore } from "../store/transaction";
import { submissionOf } from "../submissions";
import { atDesk, logDesk } from "./officer";

export interface Seen {
  readonly sequence: number;
  /** Version the officer looked at: somebody faster makes the decision stale. */
  readonly version: number;
}

function rule(actor: Actor, seen: Seen, verdict: Verdict): Promise<Result<null>> {
  const now = clock().now();
  return inStore(async (tx) => {
    const decided = await decideSubmission(tx, { ...seen, officerId: actor.userId, verdict }, now);
    if (!decided.ok) return decided;
    await logDesk(tx, actor, `submission.${verdict.kind}`, seen.sequence, now);
    return ok(null);
  });
}

/** The filing goes into the register and gets its numbers. */
export async function approveSubmission(actor: Actor, seen: Seen): Promise<Result<null>> {
  const admitted = atDesk(actor);
  return admitted.ok ? rule(actor, seen, { kind: "approve" }) : admitted;
}

/** Index of the first item whose reason is not the authority's, or whose target the filing does not have; else -1. */
async function badItem(sequence: number, items: readonly RejectedItem[]): Promise<number> {
  const submission = await submissionOf(readStore(), sequence);
  if (!submission) return -1;
  const payload = openPayload(submission);
  const reasons = rejectionsFor("A");
  return items.findIndex((item) => {
    const reason = reasons.find((one) => one.code === item.code);
    return !reason || !targetsFor(payload, reason).includes(item.target);
  });
}

/** The filing goes back with everything that is wrong, each with its reason and what it points at. */
export async function rejectSubmission(
  actor: Actor,
  input: Seen & { readonly items: readonly RejectedItem[] },
): Promise<Result<null>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const bad = await badItem(input.sequence, input.items);
  if (bad >= 0) return fail(refuse("invalid", { path: `items.${bad}.target` }));
  const { sequence, version, items } = input;
  return rule(actor, { sequence, version }, { kind: "reject", items });
}
