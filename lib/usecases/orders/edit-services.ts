import "server-only";
import { randomBytes } from "node:crypto";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { isChange } from "@/lib/filing/guide/order-type";
import type { ProviderPolicy } from "@/lib/filing/policy/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "./context";
import { writeDraft } from "./document/draft-store";
import { editServices, madeBy, type ServiceLimits, type ServiceOperation } from "./document/list";
import { loadOwnOrder, openDraft } from "./store";

/** Adds, duplicates, moves or removes a service of the draft. */
export async function editServiceList(
  actor: Actor,
  input: { orderId: string; operation: ServiceOperation },
): Promise<Result<{ version: number; made: string | null }>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    const draft = await openDraft(tx, order.value);
    if (!draft.ok) return draft;
    if (isChange(order.value.snapshot.type))
      return fail(refuse("wrong_state", { reason: "change.list-closed" }));
    const { application } = draft.value;
    const limits = serviceLimits(application, ctx.policy.provider);
    const edited = editServices(application, input.operation, limits, randomBytes);
    if ("problem" in edited)
      return fail(
        edited.problem === "gone"
          ? refuse("not_found", { reason: "draft.part-gone" })
          : refuse("invalid", {
              reason: "draft.services-full",
              params: { kind: edited.kind, limit: limits[edited.kind] },
            }),
      );
    const change = {
      order: order.value,
      draft: draft.value,
      app: edited.app,
      touched: ["services"],
      userId: actor.userId,
    };
    const written = await writeDraft(tx, change, ctx);
    return written.ok ? ok({ ...written.value, made: madeBy(application, edited.app) ?? null }) : written;
  });
}

/** How many websites and how many APPs one order of this organiser may hold. */
export function serviceLimits({ entity }: ApplicationDraft, policy: ProviderPolicy): ServiceLimits {
  const side = entity.nature === NATURE_PERSON ? "person" : "unit";
  return { WEBSITE: policy.websitesPerOrder[side], APP: policy.appsPerOrder[side] };
}
