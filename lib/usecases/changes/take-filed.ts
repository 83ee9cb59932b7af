import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import { normalise } from "@/lib/filing/application/normalise";
import { rebase } from "@/lib/filing/change/rebase";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { writeDraft } from "../orders/document/draft-store";
import { loadOwnOrder, openDraft, orderKey } from "../orders/store";
import { loadBasis, writeBasis } from "./basis";

/** Puts a change upon what is filed now; the applicant's own changes stay. */
export async function takeFiled(actor: Actor, input: { orderId: string }): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    const [draft, key] = [await openDraft(tx, order.value), orderKey(order.value)];
    if (!draft.ok) return draft;
    if (!key.ok) return key;
    const basis = await loadBasis(tx, order.value);
    if (basis === null) return fail(refuse("not_found"));
    if (basis.now === undefined) return fail(refuse("wrong_state", { reason: "change.ended" }));
    if (basis.stands === "same") return ok(null);
    const app = ApplicationDraft.safeParse(
      normalise(rebase(basis.application, basis.now, draft.value.application)),
    );
    if (!app.success) return fail(refuse("invalid", { reason: "draft.shape" }));
    const touched = ["entity", "people", ...app.data.services.map(({ id }) => `service:${id}`)];
    const change = { order: order.value, draft: draft.value, app: app.data, touched, userId: actor.userId };
    const written = await writeDraft(tx, change, ctx);
    if (!written.ok) return written;
    const [row] = await tx.select().from(t.orderBases).where(eq(t.orderBases.orderId, input.orderId));
    const about = { entityId: row?.entityId ?? "", application: basis.now, at: ctx.now };
    await writeBasis(tx, input.orderId, key.value, about);
    return ok(null);
  });
}
