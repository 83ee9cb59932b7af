import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import { BY_SMS, type MigrationTold } from "@/lib/notify/events";
import { enqueue } from "@/lib/work/outbox";
import { deliveryKey, membersOf, type NotifyPayload } from "../system/notify-order-event";
import type { MigrationRow } from "./store";

type About = Pick<MigrationRow, "entityId" | "fromAccountId" | "toAccountId" | "expiresAt">;

/** Owners answer requests: only they are asked, and told what became of them. */
export const tellOwner = (tx: Tx, about: About, accountId: string, event: MigrationTold): Promise<void> =>
  tell(tx, about, accountId, event, true);

/** Everybody of the account, where what they work with came or went. */
export const tellMembersOf = (tx: Tx, about: About, accountId: string, event: MigrationTold): Promise<void> =>
  tell(tx, about, accountId, event, false);

/** In the transaction of the event, like messages about orders; about no order, so each side keeps its own. */
async function tell(tx: Tx, about: About, accountId: string, event: MigrationTold, ownersOnly: boolean) {
  const [entity] = await tx
    .select({ number: t.entities.number })
    .from(t.entities)
    .where(eq(t.entities.id, about.entityId));
  const params = {
    filingNumber: entity?.number ?? "",
    ...{ from: about.fromAccountId, to: about.toAccountId, deadlineAt: about.expiresAt },
  };
  for (const { userId, role } of await membersOf(tx, accountId)) {
    if (ownersOnly && role !== "owner") continue;
    const id = newId();
    const row = { id, userId, event, orderId: null, params, at: clock().now() };
    await tx.insert(t.notifications).values(row);
    const what = { event, params, orderId: null };
    const queue = (channel: "mail" | "sms", payload: NotifyPayload) =>
      enqueue(tx, { topic: "notify", key: deliveryKey(channel, id), payload });
    await queue("mail", { ...what, channel: "mail", userId });
    if (role === "owner" && BY_SMS.has(event)) await queue("sms", { ...what, channel: "sms", accountId });
  }
}
