import "server-only";
import { insertPolicyChange, policyOverrides, policyRevision } from "@/db/queries/policy-changes";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import type { PolicyChangeInput } from "@/lib/filing/policy/change";
import { sameValue } from "@/lib/filing/policy/setting-check";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { type Proposed, proposed } from "./proposal";
import { settingView } from "./setting-view";

/**
 * A supervisor sets a value of his own, from now or from a day to come. Refusals: forbidden, not_found, invalid with its
 * fields, stale when somebody decided on the same setting since the page was made, wrong_state when nothing would change.
 */
export async function changePolicy(
  actor: Actor,
  input: PolicyChangeInput,
): Promise<Result<{ changeId: string }>> {
  if (!can(actor, "policy.edit")) return fail(refuse("forbidden"));
  return withTransaction(async (tx) => {
    const now = clock().now();
    const wanted = proposed(input, now);
    if (!wanted.ok) return wanted;
    const { setting, value, from } = wanted.value;
    const fresh = await seenAll(tx, setting.key, input.revision);
    if (!fresh.ok) return fresh;
    // What would be in force at that moment without this decision.
    const without = settingView(setting, await policyOverrides(), from).value;
    if (sameValue(without, value)) return fail(refuse("wrong_state", { reason: "policy.no-change" }));
    return ok({ changeId: await decided(tx, actor, wanted.value, input.reason, now) });
  });
}

/** Whether the page showed every decision on the setting that there is. */
export async function seenAll(tx: Tx, setting: string, revision: number): Promise<Result<null>> {
  return (await policyRevision(tx, setting)) === revision
    ? ok(null)
    : fail(refuse("stale", { reason: "policy.setting-moved" }));
}

/** Writes a decision and its audit row. The reason stays in the table: it is free text, and the audit holds none. */
export async function decided(
  tx: Tx,
  actor: Actor,
  { setting, value, from }: Proposed,
  reason: string,
  now: number,
): Promise<string> {
  const id = newId();
  await insertPolicyChange(tx, {
    id,
    setting: setting.key,
    value,
    effectiveFrom: from,
    reason,
    createdAt: now,
    createdBy: actor.userId,
  });
  await audit(tx, {
    actorId: actor.userId,
    action: "policy.changed",
    object: id,
    outcome: "done",
    data: { setting: setting.key, from },
  });
  return id;
}
