import "server-only";
import { randomBytes } from "node:crypto";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { addApp, addWebsite } from "@/lib/filing/application/edit";
import { sameRecord } from "@/lib/filing/application/identifiers/filing-number";
import { takenOver } from "@/lib/filing/application/take-over";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { decisionContext } from "./context";
import { writeDraft } from "./document/draft-store";
import { filedLeft } from "./filed-to-check";
import { readOwnDraft } from "./own-draft";
import { loadOwnOrder, openDraft } from "./store";

/** One more filed service into an access order, as the register tells of it. */
export async function takeFiledService(
  actor: Actor,
  { orderId, number }: { readonly orderId: string; readonly number: string },
): Promise<Result<{ version: number; made: string | null }>> {
  const own = await readOwnDraft(actor, orderId);
  if (!own.ok) return own;
  // Outside systems are asked before the transaction: what they tell is of the organiser, not of this draft.
  const context = await loadRuleContext(own.value.order, own.value.draft.application);
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, orderId);
    if (!order.ok) return order;
    const draft = await openDraft(tx, order.value);
    if (!draft.ok) return draft;
    const { application } = draft.value;
    const filed = filedLeft({ ...context, application }).find((one) => sameRecord(one.number, number));
    if (filed === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
    const added =
      filed.kind === "APP" ? addApp(application, randomBytes) : addWebsite(application, randomBytes);
    const made = added.services.at(-1)?.id ?? null;
    const services = added.services.map((one) =>
      one.id === made ? takenOver(one, filed, randomBytes) : one,
    );
    const change = {
      ...{ order: order.value, draft: draft.value, app: { ...added, services } },
      ...{ touched: ["services"], userId: actor.userId },
    };
    const written = await writeDraft(tx, change, ctx);
    return written.ok ? ok({ ...written.value, made }) : written;
  });
}
