import "server-only";
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

/**
 * Has a failed delivery tried again at once. Its key stays: what arrived in spite of the failure does not arrive twice.
 * One that was delivered meanwhile, or never failed, is `not_found`.
 */
export async function retryDelivery(
  actor: Actor,
  { deliveryId }: { readonly deliveryId: string },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const failed = and(
      eq(t.outbox.id, deliveryId),
      isNull(t.outbox.doneAt),
      or(isNotNull(t.outbox.failedAt), isNotNull(t.outbox.lastError)),
    );
    const rows = await tx
      .update(t.outbox)
      .set({ failedAt: null, runAt: clock().now() })
      .where(failed)
      .returning({ topic: t.outbox.topic });
    const [row] = rows;
    if (row === undefined) return fail(refuse("not_found"));
    const data = { topic: row.topic };
    await audit(tx, {
      actorId: actor.userId,
      action: "delivery.retried",
      object: deliveryId,
      outcome: "done",
      data,
    });
    return ok(null);
  });
}
