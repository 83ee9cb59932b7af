import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { checkApplication } from "@/lib/filing/rules";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { type FindingKey, writeNote } from "../orders/finding-notes";
import { loadOrder, orderKey } from "../orders/store";
import type { OrderVersion } from "./command-order";
import { mayWorkOn } from "./may-work-on";
import { readSubmitted } from "./submitted";

export interface DismissInput extends OrderVersion, FindingKey {
  /** Why the warning does not matter here. */
  readonly reason: string;
}

/**
 * Sets a warning aside, with a reason, by whoever holds the order. The order itself does not move. Errors cannot be set
 * aside: they take the supervisor's override. Refusals: not_found, forbidden (own account), stale, wrong_state (not
 * held by the actor), invalid (no reason, or no such warning).
 */
export async function dismissFinding(
  actor: Actor,
  { rule, path, reason, ...seen }: DismissInput,
): Promise<Result<null>> {
  const text = reason.trim();
  if (text === "") return fail(refuse("invalid", { path: "reason" }));
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  const context = await loadRuleContext(submitted.value.order, submitted.value.application);
  const stands = checkApplication(context).some(
    (found) => found.level === "warn" && found.rule === rule && found.path === path,
  );
  if (!stands) return fail(refuse("invalid", { path: "rule" }));
  return withTransaction(async (tx) => {
    const order = await loadOrder(tx, seen.orderId);
    const ctx = await mayWorkOn(actor, order, seen.version);
    if (!ctx.ok || order === undefined) return ctx.ok ? fail(refuse("not_found")) : ctx;
    const key = orderKey(order);
    if (!key.ok) return key;
    const { round } = order.snapshot;
    await writeNote(tx, seen.orderId, key.value, {
      ...{ kind: "dismissed", rule, path, round, text },
      userId: actor.userId,
      at: ctx.value.now,
    });
    await audit(tx, {
      actorId: actor.userId,
      action: "finding.dismiss",
      object: seen.orderId,
      outcome: "done",
      data: { rule, path, round },
    });
    return ok(null);
  });
}
