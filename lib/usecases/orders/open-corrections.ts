import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { ANSWER_FILES } from "@/lib/filing/application/answer-files";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { serviceIdOf, titleOf } from "@/lib/filing/application/draft-sections";
import { answerPictures, pictureView } from "../materials/answer-pictures";
import { currentPolicy } from "../policy/current-policy";
import { wordsOf } from "./correction-answers";
import type { OrderRecord } from "./store";
import { type CorrectionData, type CorrectionGroup, groupCorrections } from "./views/corrections";

/** Unresolved corrections of an order, oldest first, with the reviewer's words. */
export async function openCorrections(
  db: Reader | Tx,
  order: OrderRecord,
): Promise<readonly Omit<CorrectionData, "files">[]> {
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

/** The same with the pictures beside each answer, and what more may be put there. */
export async function correctionsToAnswer(order: OrderRecord): Promise<readonly CorrectionData[]> {
  const [open, picturesOf, { provider }] = await Promise.all([
    openCorrections(read(), order),
    answerPictures(order.row.id),
    currentPolicy(),
  ]);
  const limits = { most: ANSWER_FILES.most, maxBytes: provider.upload.imageMaxBytes };
  return open.map((item) => ({
    ...item,
    files: { given: picturesOf(item.id).map(pictureView), ...limits },
  }));
}

/** The same by page, with the names of services. */
export async function correctionGroups(
  order: OrderRecord,
  app: ApplicationDraft,
): Promise<readonly CorrectionGroup[]> {
  const corrections = await correctionsToAnswer(order);
  return groupCorrections(order.row.id, corrections, (place) => {
    const service = app.services.find(({ id }) => id === serviceIdOf(place));
    return service ? titleOf(service) || null : null;
  });
}
