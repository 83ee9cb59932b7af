import "server-only";
import { clock } from "@/lib/clock";
import { type Actor, actingAs, staffKind } from "@/lib/filing/access";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";

/** The context of a decision of the provider's staff, under the highest hat the actor wears. */
export async function staffContext(actor: Actor): Promise<Result<DecisionContext>> {
  const kind = staffKind(actor);
  if (kind === null) return fail(refuse("forbidden"));
  const now = clock().now();
  return ok({ actor: actingAs(actor, kind), now, policy: await currentPolicy(now) });
}
