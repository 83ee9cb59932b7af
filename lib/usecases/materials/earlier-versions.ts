import "server-only";
import { fillsSlot } from "./asked-for";
import type { MaterialRow } from "./current-materials";

/**
 * What a reviewer sees of the past of a slot: what was replaced by what was submitted, and what an earlier round
 * contained. A file taken out again before anybody saw it was a mistake, and stays the applicant's.
 */
export function earlierForReview(
  all: readonly MaterialRow[],
  submissions: readonly number[],
): readonly MaterialRow[] {
  const last = Math.max(0, ...submissions);
  return all
    .filter((row) => {
      const { addedAt, replacedAt } = row;
      if (replacedAt === null || replacedAt > last) return false;
      const seen = submissions.some((at) => addedAt <= at && replacedAt > at);
      return seen || all.some((next) => follows(next, row));
    })
    .reverse();
}

const follows = (next: MaterialRow, row: MaterialRow): boolean =>
  next.addedAt === row.replacedAt && next.side === row.side && fillsSlot(next, row);
