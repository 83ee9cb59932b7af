import "server-only";
import { asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { OrderRecord } from "../orders/store";
import { fillsSlot } from "./asked-for";
import { allMaterials, isFilm, type MaterialRow } from "./current-materials";
import { earlierForReview } from "./earlier-versions";

/** A document as staff see it. */
export interface WorkbenchFile {
  readonly id: string;
  readonly code: string;
  readonly subject: string;
  readonly side: string;
  readonly documentDate: string | null;
  readonly addedAt: number;
  readonly film: boolean;
  readonly fileUrl: string;
}

export interface WorkbenchMaterial extends WorkbenchFile {
  /** What it replaced, newest first; kept until the order closes. */
  readonly earlier: readonly WorkbenchFile[];
}

/** The files as they were submitted, each with what it replaced. What is prepared since is nobody's business yet. */
export async function reviewMaterials({ row }: OrderRecord): Promise<readonly WorkbenchMaterial[]> {
  const last = row.submittedAt ?? 0;
  const all = await allMaterials(row.id);
  const rounds = await read()
    .select({ at: t.orderSubmissions.submittedAt })
    .from(t.orderSubmissions)
    .where(eq(t.orderSubmissions.orderId, row.id))
    .orderBy(asc(t.orderSubmissions.round));
  const earlier = earlierForReview(
    all,
    rounds.map(({ at }) => at),
  );
  return all
    .filter(({ addedAt, replacedAt }) => addedAt <= last && (replacedAt === null || replacedAt > last))
    .map((file) => ({
      ...fileForReview(file),
      earlier: earlier.filter((old) => sameSlot(old, file)).map(fileForReview),
    }));
}

const sameSlot = (old: MaterialRow, file: MaterialRow): boolean =>
  old.side === file.side && fillsSlot(file, old);

/** A file with its way through the watermark and the audit. */
export const fileForReview = (row: MaterialRow): WorkbenchFile => {
  const { id, code, subject, side, documentDate, addedAt } = row;
  return {
    id,
    code,
    subject,
    side,
    documentDate,
    addedAt,
    film: isFilm(row),
    fileUrl: `/api/review/materials/${id}`,
  };
};
