import "server-only";
import { asc, desc, eq, gt } from "drizzle-orm";
import type { Notice, NoticeBody } from "../gateway";
import { openNotice, type SubmissionKey, sealNotice } from "./payload";
import { MINUTE_MS } from "./rules";
import { loadSettings } from "./settings";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

const ACKED = "notices.acked";

/** Writes a notice in the transaction that makes it true; it becomes visible after the simulated delivery delay. */
export async function notify(
  tx: StoreTx,
  submission: SubmissionKey & { readonly orderId: string },
  body: NoticeBody,
  at: number,
): Promise<void> {
  const { noticeDelayMinutes } = await loadSettings(tx);
  await tx.insert(t.notices).values({
    at,
    availableAt: at + noticeDelayMinutes * MINUTE_MS,
    orderId: submission.orderId,
    sequence: submission.sequence,
    type: body.type,
    bodyEnc: sealNotice(submission, body),
  });
}

const ackedUpTo = async (db: StoreDb): Promise<number> => {
  const rows = await db.select().from(t.counters).where(eq(t.counters.name, ACKED));
  return rows[0]?.value ?? 0;
};

/** Notices above `after` that were not acknowledged, in order, up to the first that is still under way. */
export async function noticesAfter(
  db: StoreDb,
  after: number,
  limit: number,
  now: number,
): Promise<readonly Notice[]> {
  const from = Math.max(after, await ackedUpTo(db));
  const rows = await db
    .select({ notice: t.notices, wrappedKey: t.submissions.wrappedKey })
    .from(t.notices)
    .innerJoin(t.submissions, eq(t.submissions.sequence, t.notices.sequence))
    .where(gt(t.notices.number, from))
    .orderBy(asc(t.notices.number))
    .limit(limit);
  const late = rows.findIndex(({ notice }) => notice.availableAt > now);
  return (late < 0 ? rows : rows.slice(0, late)).map(({ notice, wrappedKey }) => ({
    number: notice.number,
    at: notice.at,
    orderId: notice.orderId,
    sequence: notice.sequence,
    body: openNotice({ sequence: notice.sequence ?? 0, wrappedKey }, notice.bodyEnc),
  }));
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
