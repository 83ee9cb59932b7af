import "server-only";
import type { Tx } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { decideOpen } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newDataKey } from "@/lib/secrets";
import { insertDraft } from "./document/draft-store";
import { labelsOf } from "./document/indexes";
import { openOrders } from "./open-orders";
import { insertOrder, nextCounter, type OrderRecord } from "./store";

export interface Opening {
  readonly accountId: string;
  readonly orderType: OrderType;
  readonly province: string | null;
  /** The document it starts with. */
  readonly document: ApplicationDraft;
}

/** A new order with its first draft, in the caller's transaction; of the account only so many may be open (DF §2.2). */
export async function openOrder(
  tx: Tx,
  actor: Actor,
  { document, ...opening }: Opening,
  ctx: DecisionContext,
): Promise<Result<{ readonly order: OrderRecord; readonly key: Buffer }>> {
  const { accountId } = opening;
  const open = await openOrders(tx, accountId);
  const decision = decideOpen({ ...opening, openOrders: open.length }, ctx);
  if (!decision.ok) return decision;
  const created = decision.value.find((event) => event.type === "created");
  if (created === undefined) throw new Error("an opened order without its first event");
  const { key, wrapped } = newDataKey();
  const order = await insertOrder(
    tx,
    {
      accountId,
      userId: actor.userId,
      number: await orderNumber(tx, ctx.now),
      created,
      wrappedKey: wrapped,
      ...labelsOf(document),
    },
    ctx,
  );
  await insertDraft(tx, order, key, document, ctx);
  return ok({ order, key });
}

/** `B` + day + running number of the day: short enough to be read out on the phone. */
export async function orderNumber(tx: Tx, now: number): Promise<string> {
  const day = dayOf(now).slice(2).replaceAll("-", "");
  const serial = await nextCounter(tx, `order:${day}`);
  return `B${day}${String(serial).padStart(4, "0")}`;
}
