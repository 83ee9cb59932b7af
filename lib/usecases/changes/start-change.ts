import "server-only";
import { z } from "zod";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { basisOf } from "@/lib/filing/change/basis";
import { beginChange } from "@/lib/filing/change/begin";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { openOrder } from "../orders/open-order";
import { elsewhereOfBare, elsewhereOfOwn, withElsewhere } from "../registry/elsewhere";
import { aroundOf, loadOwnFiling } from "../registry/own-filing";
import { writeBasis } from "./basis";

/** Which record, and which of its parts. */
export const ChangeStart = z.strictObject({
  entityId: z.uuid(),
  entity: z.boolean(),
  services: z.array(z.uuid()).max(40),
});
export type ChangeStart = z.infer<typeof ChangeStart>;

/**
 * Starts a change of what is filed. The page has told already what cannot begin; here it is asked again, in the
 * transaction that opens the order, so of two that are started at once exactly one is.
 */
export async function startChange(
  actor: Actor,
  input: ChangeStart,
): Promise<Result<{ orderId: string; widened: boolean }>> {
  const elsewhere = await elsewhereOfOwn(read(), actor, input.entityId, elsewhereOfBare);
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const own = await loadOwnFiling(tx, actor, input.entityId);
    if (!own.ok) return own;
    const { row, registry, serviceIds } = withElsewhere(own.value, elsewhere);
    const numbers = new Map([...serviceIds].map(([number, id]) => [id, number]));
    const services = input.services.flatMap((id) => numbers.get(id) ?? []);
    if (services.length < input.services.length) return fail(refuse("not_found"));
    const around = await aroundOf(tx, row.accountId);
    const begun = beginChange(registry, { entity: input.entity, services }, around, ctx.policy);
    if (!begun.ok)
      return fail(refuse("wrong_state", { reason: "change.not-now", params: { why: begun.error.why } }));
    const { type, scope, widened } = begun.value;
    const document = basisOf(registry, scope);
    if (document === undefined) return fail(refuse("not_found"));
    const opening = { accountId: row.accountId, orderType: type, province: row.province, document };
    const opened = await openOrder(tx, actor, opening, ctx);
    if (!opened.ok) return opened;
    const { order, key } = opened.value;
    await writeBasis(tx, order.row.id, key, { entityId: row.id, application: document, at: ctx.now });
    return ok({ orderId: order.row.id, widened });
  });
}
