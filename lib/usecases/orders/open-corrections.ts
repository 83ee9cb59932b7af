import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { serviceIdOf, titleOf } from "@/lib/filing/application/draft-sections";
import { wordsOf } from "./correction-answers";
import type { OrderRecord } from "./store";
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
  return rows.map((row) => {
    const { id, code, stage, target } = row;
    return { id, code, stage, target, ...wordsOf(order, row) };
  });
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
