import "server-only";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { decideOpen } from "@/lib/filing/lifecycle";
import type { CancelType, CarriesOut, ConfirmedBy } from "@/lib/filing/lifecycle/life";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newDataKey, seal } from "@/lib/secrets";
import { insertDraft } from "../orders/document/draft-store";
import { labelsOf } from "../orders/document/indexes";
import { orderNumber } from "../orders/open-order";
import { openOrders } from "../orders/open-orders";
import { applyCommand, insertOrder } from "../orders/store";
import { keepPassword } from "./passwords";
import type { Target } from "./target";

interface Confirmed extends CarriesOut {
  readonly type: CancelType;
  readonly entityId: string;
  readonly by: ConfirmedBy;
  /** States in which an open order of the account is not in the way. */
  readonly besides?: readonly OrderState[];
  /** Who wants it: of the account, also where staff carry it out; of the staff, where nobody of the account does. */
  readonly askedBy: string;
  /** The authority's filing password: it goes sealed beside the order, and nowhere else. */
  readonly password?: string;
}

/**
 * The order of a cancellation, opened and confirmed at once, in the caller's transaction: the caller has judged the
 * target and how it was confirmed inside it.
 */
export async function openCancellation(
  tx: Tx,
  { filing, document, numbers }: Target,
  { type, entityId, by, askedBy, besides = [], password, ...carriesOut }: Confirmed,
  ctx: DecisionContext,
): Promise<Result<{ orderId: string }>> {
  const { accountId, province } = filing.row;
  const { userId } = ctx.actor;
  if (userId === null) throw new Error("a cancellation nobody asked for");
  const open = await openOrders(tx, accountId, besides);
  const decision = decideOpen({ accountId, orderType: type, province, openOrders: open.length }, ctx);
  if (!decision.ok) return decision;
  const created = decision.value.find((event) => event.type === "created");
  if (created === undefined) throw new Error("an opened order without its first event");
  const { key, wrapped } = newDataKey();
  const number = await orderNumber(tx, ctx.now);
  const order = await insertOrder(
    tx,
    { accountId, userId: askedBy, number, created, wrappedKey: wrapped, ...labelsOf(document) },
    ctx,
  );
  await insertDraft(tx, order, key, document, ctx);
  const { id: orderId } = order.row;
  const aad = `order:${orderId}:submission:1`;
  await tx.insert(t.orderSubmissions).values({
    ...{ orderId, round: 1 },
    documentEnc: seal(key, document, aad),
    findingsEnc: seal(key, { findings: [], required: [] }, aad),
    policyVersion: ctx.policy.version,
    declarations: [],
    ...{ submittedAt: ctx.now, submittedBy: askedBy },
  });
  if (password !== undefined) await keepPassword(tx, orderId, key, password, ctx.now);
  const command = {
    ...({ type: "confirm", by } as const),
    ...carriesOut,
    ...(password !== undefined && { password: true }),
  };
  const confirmed = await applyCommand(tx, order, command, ctx, { change: { submittedAt: ctx.now } });
  if (!confirmed.ok) return confirmed;
  await audit(tx, {
    actorId: userId,
    action: "cancel.started",
    object: orderId,
    outcome: "done",
    data: { type, entityId, by, count: numbers.length },
  });
  return ok({ orderId });
}
