import "server-only";
import { and, asc, gt, lte } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { LONGEST_LAG_MS } from "@/lib/filing/serving/answer";
import { type Cursor, cursorText } from "@/lib/filing/serving/cursor";
import { CHANGES_PER_PAGE, type ServingAnswer } from "@/lib/filing/serving/feed";
import { answersTo } from "./ask-serving";

interface ServingChanges {
  readonly changes: readonly ServingAnswer[];
  readonly cursor: string;
  readonly more: boolean;
}

const asFiled = (domain: string) => ({ key: domain, candidates: [domain] });

/**
 * Domains whose answer may differ from what it was at the cursor, each with the answer of now: those the register moved,
 * and those whose lag ran out meanwhile, which no change announces. Without a cursor: everything ever filed here.
 */
export async function readChanges(after: Cursor | null): Promise<ServingChanges> {
  const now = clock().now();
  const { seq, at } = after ?? { seq: 0, at: now };
  const lines = await read()
    .select({ seq: t.servingChanges.seq, domain: t.servingChanges.domain })
    .from(t.servingChanges)
    .where(gt(t.servingChanges.seq, seq))
    .orderBy(asc(t.servingChanges.seq))
    .limit(CHANGES_PER_PAGE + 1);
  const page = lines.slice(0, CHANGES_PER_PAGE);
  const more = lines.length > page.length;
  const moved = [...new Set(page.map(({ domain }) => domain))];
  const changed = await answersTo(moved.map(asFiled), false, now);
  const lastSeq = page.at(-1)?.seq ?? seq;
  // Until somebody has caught up, his answers are as old as his cursor says.
  const opened = more ? [] : await lagsOver(read(), new Set(moved), lastSeq, { after: at, now });
  const changes = [...changed, ...opened];
  const until = more || changes.length === 0 ? at : now;
  return { changes, cursor: cursorText({ seq: lastSeq, at: until }), more };
}

/** Domains that are served since some moment after the one and not after the other. */
async function lagsOver(
  db: Db,
  told: ReadonlySet<string>,
  upTo: number,
  { after, now }: { readonly after: number; readonly now: number },
): Promise<readonly ServingAnswer[]> {
  const rows = await db
    .selectDistinct({ domain: t.servingChanges.domain })
    .from(t.servingChanges)
    .where(and(gt(t.servingChanges.at, after - LONGEST_LAG_MS), lte(t.servingChanges.seq, upTo)))
    .orderBy(asc(t.servingChanges.domain));
  const untold = rows.map(({ domain }) => domain).filter((domain) => !told.has(domain));
  const answers = await answersTo(untold.map(asFiled), false, now);
  return answers.filter(({ served, since }) => served && since !== null && Date.parse(since) > after);
}
