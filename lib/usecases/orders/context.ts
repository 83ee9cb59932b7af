import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ActorKind, DecisionContext } from "@/lib/filing/lifecycle/types";
import { currentPolicy } from "../policy/current-policy";

/** The context of a decision somebody signed in takes now. `kind` is the hat he wears in this use case. */
export function decisionContext(
  actor: Actor,
  kind: Extract<ActorKind, "applicant" | "reviewer" | "supervisor">,
) {
  return contextOf({ kind, userId: actor.userId, accountIds: actor.accountIds });
}

/** The context of a lead who holds a link to one order and needs no account. */
export function leadContext() {
  return contextOf({ kind: "lead", userId: null, accountIds: [] });
}

/** The context of the sweep, the push and of notices from the authority. */
export function systemContext(kind: Extract<ActorKind, "system" | "authority"> = "system") {
  return contextOf({ kind, userId: null, accountIds: [] });
}

async function contextOf(actor: DecisionContext["actor"]): Promise<DecisionContext> {
  const now = clock().now();
  return { actor, now, policy: await currentPolicy(now) };
}
