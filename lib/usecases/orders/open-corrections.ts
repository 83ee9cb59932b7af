import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { serviceIdOf, titleOf } from "@/lib/filing/application/draft-sections";
import { open } from "@/lib/secrets";
import { type OrderRecord, orderKey } from "./store";
import { type CorrectionData, type CorrectionGroup, groupCorrections } from "./views/corrections";

/** Unresolved corrections of an order, oldest first, with the reviewer's words. */
export async function openCorrections(
  db: Reader | Tx,
  order: OrderRecord,
): Promise<readonly CorrectionData[]> {
  const orderId = order.row.id;
  const rows = await db
    .select()
    .from(t.corrections)
    .where(and(eq(t.corrections.orderId, orderId), isNull(t.corrections.resolvedAt)))
    .orderBy(asc(t.corrections.openedAt), asc(t.corrections.id));
  const key = orderKey(order);
  return rows.map(({ id, code, stage, target, suggestionEnc, answerKind }) => ({
    id,
    code,
    stage,
    target,
    suggestion:
      suggestionEnc && key.ok
        ? open<string>(key.value, suggestionEnc, `order:${orderId}:correction:${id}`)
        : null,
    done: answerKind !== null,
  }));
}

/** The same by page, with the names of services. */
export async function correctionGroups(
  db: Reader | Tx,
  order: OrderRecord,
  app: ApplicationDraft,
): Promise<readonly CorrectionGroup[]> {
  const corrections = await openCorrections(db, order);
  return groupCorrections(order.row.id, corrections, (place) => {
    const service = app.services.find(({ id }) => id === serviceIdOf(place));
    return service ? titleOf(service) || null : null;
  });
}
