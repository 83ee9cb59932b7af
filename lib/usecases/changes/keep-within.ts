import "server-only";
import type { Tx } from "@/db/transaction";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { beyondChange } from "@/lib/filing/change/locked";
import { isChange } from "@/lib/filing/guide/order-type";
import type { Policy } from "@/lib/filing/policy/types";
import type { FieldRefusal } from "@/lib/filing/shared/refusal";
import type { OrderRecord } from "../orders/records";
import { openBasis } from "./basis";

/** What of a document may not be written into this order: fields a change leaves as they are filed. */
export async function beyondOrder(
  tx: Tx,
  order: OrderRecord,
  app: ApplicationDraft,
  policy: Policy,
): Promise<readonly FieldRefusal[]> {
  const { type } = order.snapshot;
  const basis = isChange(type) ? await openBasis(tx, order) : null;
  if (basis === null) return [];
  const advice = policy.provinces[basis.entity.province ?? ""]?.advice;
  return beyondChange(type, basis, app, advice).map((path) => ({ path, reason: "change.locked" }));
}
