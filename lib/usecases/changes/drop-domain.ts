import "server-only";
import { z } from "zod";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { PartId } from "@/lib/filing/application/draft";
import { dropDomain as dropped } from "@/lib/filing/change/dropped";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { writeDraft } from "../orders/document/draft-store";
import { loadOwnOrder, openDraft } from "../orders/store";
import { openBasis } from "./basis";

/** A further domain of a changed website: dropped by the change, or kept after all. */
export const DropDomain = z.strictObject({
  orderId: z.uuid(),
  service: PartId,
  domain: PartId,
  drop: z.boolean(),
});
export type DropDomain = z.infer<typeof DropDomain>;

/**
 * Domains of a website are not typed, so they have no place in what its page saves: they go and come back one by one,
 * and only those it was filed with. The website's own page saves on beside it.
 */
export async function dropDomain(actor: Actor, input: DropDomain): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    const draft = await openDraft(tx, order.value);
    if (!draft.ok) return draft;
    const basis = await openBasis(tx, order.value);
    const app = basis === null ? undefined : dropped(basis, draft.value.application, input);
    if (app === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
    const change = {
      order: order.value,
      draft: draft.value,
      app,
      touched: ["services"],
      userId: actor.userId,
    };
    const written = await writeDraft(tx, change, ctx);
    return written.ok ? ok(null) : written;
  });
}
