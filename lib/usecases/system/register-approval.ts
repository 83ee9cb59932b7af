import "server-only";
import type { Tx } from "@/db/transaction";
import { type OrderRecord, openSubmission } from "../orders/records";
import { changeRegistry } from "../registry/change-registry";
import { heldByNumber } from "../registry/held";

interface Numbers {
  readonly entityNumber: string;
  readonly services: Readonly<Record<string, string>>;
}

/** What the authority approved of an order goes into the register, in the event's transaction. */
export async function registerApproval(
  tx: Tx,
  order: OrderRecord,
  { entityNumber, services }: Numbers,
  at: number,
): Promise<void> {
  const submitted = await openSubmission(tx, order, order.snapshot.round);
  if (!submitted.ok) throw new Error(`order ${order.row.id} was approved without a readable submission`);
  const { id: orderId, accountId, type: orderType } = order.row;
  const event = {
    type: "approved",
    ...{ orderType, entityNumber, services, application: submitted.value },
  } as const;
  await changeRegistry(tx, await heldByNumber(tx, entityNumber), event, {
    ...{ orderId, notice: null, accountId, at },
  });
}
