import "server-only";
import { and, asc, desc, eq, gt, lte, type SQL } from "drizzle-orm";
import type { Notice, NoticeBody } from "../gateway";
import { openNotice, type SubmissionKey, sealNotice } from "./payload";
import { MINUTE_MS } from "./rules";
import { loadSettings } from "./settings";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

const ACKED = "notices.acked";

/**
 * Writes a notice in the transaction that makes it true; it becomes visible after the simulated delivery delay. Without a
 * submission it is one nobody asked for.
 */
export async function notify(
  tx: StoreTx,
  submission: (SubmissionKey & { readonly orderId: string }) | null,
  body: NoticeBody,
  at: number,
): Promise<void> {
  const { noticeDelayMinutes } = await loadSettings(tx);
  await tx.insert(t.notices).values({
    at,
    availableAt: at + noticeDelayMinutes * MINUTE_MS,
    orderId: submission?.orderId ?? null,
    sequence: submission?.sequence ?? null,
    type: body.type,
    bodyEnc: sealNotice(submission, body),
  });
}

const ackedUpTo = async (db: StoreDb): Promise<number> => {
  const rows = await db.select().from(t.counters).where(eq(t.counters.name, ACKED));
  return rows[0]?.value ?? 0;
};

const select = (db: StoreDb, where: SQL | undefined) =>
  db
    .select({ notice: t.notices, wrappedKey: t.submissions.wrappedKey })
    .from(t.notices)
    .leftJoin(t.submissions, eq(t.submissions.sequence, t.notices.sequence))
    .where(where);

type Row = Awaited<ReturnType<typeof select>>[number];

function noticeOf({ notice, wrappedKey }: Row): Notice {
  const { number, at, orderId, sequence, bodyEnc } = notice;
  const key = sequence === null || wrappedKey === null ? null : { sequence, wrappedKey };
  return { number, at, orderId, sequence, body: openNotice(key, bodyEnc) };
}

/** Notices above `after` that were not acknowledged, in order, up to the first that is still under way. */
export async function noticesAfter(
  db: StoreDb,
  after: number,
  limit: number,
  now: number,
): Promise<readonly Notice[]> {
  const from = Math.max(after, await ackedUpTo(db));
  const rows = await select(db, gt(t.notices.number, from)).orderBy(asc(t.notices.number)).limit(limit);
  const late = rows.findIndex(({ notice }) => notice.availableAt > now);
  return (late < 0 ? rows : rows.slice(0, late)).map(noticeOf);
}

/** The last notices up to a number, acknowledged or not: what a breaking authority offers again. */
export async function noticesBefore(
  db: StoreDb,
  upTo: number,
  limit: number,
  now: number,
): Promise<readonly Notice[]> {
  const rows = await select(db, and(lte(t.notices.number, upTo), lte(t.notices.availableAt, now)))
    .orderBy(desc(t.notices.number))
    .limit(limit);
  return rows.map(noticeOf);
}

/** Remembers the acknowledgement; it only ever grows, and never past what exists. */
export async function acknowledge(tx: StoreTx, upTo: number): Promise<void> {
  const last = await tx
    .select({ number: t.notices.number })
    .from(t.notices)
    .orderBy(desc(t.notices.number))
    .limit(1);
  const value = Math.min(upTo, last[0]?.number ?? 0);
  if (value <= (await ackedUpTo(tx))) return;
  await tx
    .insert(t.counters)
    .values({ name: ACKED, value })
    .onConflictDoUpdate({ target: t.counters.name, set: { value } });
}
