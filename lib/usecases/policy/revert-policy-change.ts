import "server-only";
import {
  type PolicyChangeRow,
  policyChange,
  policyOverrides,
  revokePolicyChange,
} from "@/db/queries/policy-changes";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import type { PolicyRevertInput } from "@/lib/filing/policy/change";
import { overridesAt, settingByKey } from "@/lib/filing/policy/provider";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decided, seenAll } from "./change-policy";
import { settingView } from "./setting-view";

/**
 * Takes a decision back. One still to come is revoked; one in force is answered by a new decision for the value before
 * it, so that what was judged meanwhile can always be explained. One that another has replaced is history.
 */
export async function revertPolicyChange(
  actor: Actor,
  { changeId, reason, revision }: PolicyRevertInput,
): Promise<Result<{ changeId: string }>> {
  if (!can(actor, "policy.edit")) return fail(refuse("forbidden"));
  return withTransaction(async (tx) => {
    const row = await policyChange(tx, changeId);
    if (row === undefined) return fail(refuse("not_found"));
    const fresh = await seenAll(tx, row.setting, revision);
    if (!fresh.ok) return fresh;
    const now = clock().now();
    return row.effectiveFrom > now
      ? revoke(tx, actor, row, reason, now)
      : answer(tx, actor, row, reason, now);
  });
}

type Reverted = Promise<Result<{ changeId: string }>>;

async function revoke(
  tx: Tx,
  actor: Actor,
  { id, setting }: PolicyChangeRow,
  reason: string,
  now: number,
): Reverted {
  const done = await revokePolicyChange(tx, id, { at: now, userId: actor.userId, reason });
  if (!done) return fail(refuse("wrong_state", { reason: "policy.not-in-force" }));
  await audit(tx, {
    ...{ actorId: actor.userId, action: "policy.revoked", object: id, outcome: "done" },
    data: { setting },
  });
  return ok({ changeId: id });
}

async function answer(tx: Tx, actor: Actor, row: PolicyChangeRow, reason: string, now: number): Reverted {
  const setting = settingByKey(row.setting);
  const overrides = await policyOverrides();
  if (setting === undefined || overridesAt(overrides, now).get(row.setting)?.id !== row.id)
    return fail(refuse("wrong_state", { reason: "policy.not-in-force" }));
  const before = settingView(
    setting,
    overrides.filter(({ id }) => id !== row.id),
    now,
  );
  const changeId = await decided(tx, actor, { setting, value: before.value, from: now }, reason, now);
  return ok({ changeId });
}
