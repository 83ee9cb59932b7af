import "server-only";
import type { Tx } from "@/db/transaction";
import type { OrderType } from "@/lib/filing/application/codes";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { type OrderRecord, openSubmission } from "../orders/records";
import { changeRegistry } from "../registry/change-registry";
import { type Held, heldByNumber } from "../registry/held";

interface Numbers {
  readonly entityNumber: string;
  readonly services: Readonly<Record<string, string>>;
}

/** What the authority approved of an order, or struck off as it asked, goes into the register, in the event's transaction. */
export async function registerApproval(
  tx: Tx,
  order: OrderRecord,
  { entityNumber, services }: Numbers,
  at: number,
): Promise<void> {
  const submitted = await openSubmission(tx, order, order.snapshot.round);
  if (!submitted.ok) throw new Error(`order ${order.row.id} was approved without a readable submission`);
  const { id: orderId, accountId, type: orderType } = order.row;
  const held = await heldByNumber(tx, entityNumber);
  const named = isCancellation(orderType) ? standing(held, orderType, services) : services;
  // Struck off by the authority itself meanwhile: there is nothing left to do.
  if (isCancellation(orderType) && held.registry.entity?.ended) return;
  const event = {
    type: "approved",
    ...{ orderType, entityNumber, services: named, application: submitted.value },
  } as const;
  await changeRegistry(tx, held, event, { ...{ orderId, notice: null, accountId, at } });
}

/** Of what a cancellation names, what has not ended on another way. */
const standing = ({ registry }: Held, type: OrderType, services: Numbers["services"]): Numbers["services"] =>
  Object.fromEntries(
    Object.entries(services).filter(([, number]) =>
      registry.services.some(
        (service) =>
          service.number === number &&
          !service.ended &&
          (type !== "CANCEL_ACCESS" || service.access !== null),
      ),
    ),
  );
