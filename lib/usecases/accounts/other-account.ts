import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { loadOwnOrder } from "../orders/records";
import { accountNameOf } from "./account-name";

export interface OtherAccount {
  readonly accountId: string;
  readonly name: string;
  /** The account he works for now. */
  readonly now: string;
}

/** Whose order it is, where it is one of the user's accounts but not the one he works for now; null otherwise. */
export async function otherAccountOf(actor: Actor, orderId: string): Promise<OtherAccount | null> {
  const order = await loadOwnOrder(read(), actor, orderId);
  if (!order.ok || order.value.row.accountId === actor.accountId) return null;
  const { accountId } = order.value.row;
  const [name, now] = await Promise.all([accountNameOf(accountId), accountNameOf(actor.accountId)]);
  return { accountId, name, now };
}
