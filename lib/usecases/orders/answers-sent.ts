import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { answerPictures } from "../materials/answer-pictures";

/** The rejection items that one submission answered (null: the one in preparation answers), oldest first. */
export async function answersSent(orderId: string, submittedAt: number | null) {
  const { resolvedAt } = t.corrections;
  const rows = await read()
    .select()
    .from(t.corrections)
    .where(
      and(
        eq(t.corrections.orderId, orderId),
        submittedAt === null ? isNull(resolvedAt) : eq(resolvedAt, submittedAt),
      ),
    )
    .orderBy(asc(t.corrections.openedAt), asc(t.corrections.id));
  const picturesOf = await answerPictures(orderId);
  return rows.map((row) => ({ ...row, pictures: picturesOf(row.id).length }));
}
