import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadOrder, type OrderRecord, openSubmission } from "../orders/store";
import { staffContext } from "./staff-context";

export interface SubmittedOrder {
  readonly order: OrderRecord;
  readonly application: ApplicationDraft;
}

/** An order staff may see, with the document of its last round: never a draft, never one's own account's. */
export async function readSubmitted(actor: Actor, orderId: string): Promise<Result<SubmittedOrder>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const order = await loadOrder(read(), orderId);
  if (order === undefined || order.snapshot.round === 0) return fail(refuse("not_found"));
  if (actor.accountIds.includes(order.row.accountId))
    return fail(refuse("forbidden", { reason: "order.own-account" }));
  const application = await openSubmission(read(), order, order.snapshot.round);
  return application.ok ? ok({ order, application: application.value }) : application;
}
