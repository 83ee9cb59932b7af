import type { OrderType } from "@/lib/filing/application/codes";
import { isEditable, type OrderState, WAITING_OF, type Waiting } from "@/lib/filing/lifecycle/states";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";

/** What every page about an order shows on top. */
export interface OrderHead {
  readonly id: string;
  readonly number: string;
  readonly type: OrderType;
  readonly state: OrderState;
  readonly waiting: Waiting;
  readonly province: string | null;
  /** First domain or service name; null while there is none. */
  readonly headline: string | null;
  /** The organiser's, for orders that are about nothing else; null of a person, and of what was erased. */
  readonly unitName: string | null;
  readonly round: number;
  readonly since: number;
  readonly createdAt: number;
  readonly editable: boolean;
}

interface HeadRow {
  readonly id: string;
  readonly number: string;
  readonly headline: string | null;
  readonly unitName: string | null;
  readonly createdAt: number;
}

/** What every page about an order says of it on top. */
export const headOf = (order: { readonly row: HeadRow; readonly snapshot: OrderSnapshot }): OrderHead => ({
  id: order.row.id,
  number: order.row.number,
  headline: order.row.headline,
  unitName: order.row.unitName,
  createdAt: order.row.createdAt,
  type: order.snapshot.type,
  state: order.snapshot.state,
  waiting: WAITING_OF[order.snapshot.state],
  province: order.snapshot.province,
  round: order.snapshot.round,
  since: order.snapshot.since,
  editable: isEditable(order.snapshot.state),
});
