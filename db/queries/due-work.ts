import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, lte, or, type Placeholder, sql } from "drizzle-orm";
import type { JobKind } from "@/lib/work/types";
import type { Db } from "../client";
import { prepared } from "../prepared";
import * as t from "../schema";
import type { Tx } from "../transaction";

/** Business time for what is due, system time for leases. */
export interface WorkTimes {
  readonly business: number;
  readonly system: number;
}

/** `runAt` of an effect that waits for somebody to let it go on, not for a time. */
export const HELD = Number.MAX_SAFE_INTEGER;

export type OutboxRow = typeof t.outbox.$inferSelect;
export type JobRow = typeof t.jobs.$inferSelect;

/** Of numbers when claimed, of placeholders when prepared. */
const dueEffect = ({ business, system }: Readonly<Record<keyof WorkTimes, number | Placeholder>>) =>
  and(
    isNull(t.outbox.doneAt),
    isNull(t.outbox.failedAt),
    lte(t.outbox.runAt, business),
    or(isNull(t.outbox.leaseUntil), lte(t.outbox.leaseUntil, system)),
  );

const firstDue = prepared((db) =>
  db
    .select({ id: t.outbox.id })
    .from(t.outbox)
    .where(dueEffect({ business: sql.placeholder("business"), system: sql.placeholder("system") }))
    .orderBy(asc(t.outbox.runAt), asc(t.outbox.id))
    .limit(1)
    .prepare(),
);

/** The next effect nobody holds, oldest first; a look without a lock, `claimEffect` decides. */
export async function nextEffect(times: WorkTimes): Promise<{ id: string } | undefined> {
  const [row] = await firstDue().execute({ ...times });
  return row;
}

/** When the next effect that still waits for its time falls due. */
export async function nextEffectAt(db: Db, now: number): Promise<number | undefined> {
  const [row] = await db
    .select({ at: t.outbox.runAt })
    .from(t.outbox)
    .where(
      and(
        isNull(t.outbox.doneAt),
        isNull(t.outbox.failedAt),
        gt(t.outbox.runAt, now),
        lt(t.outbox.runAt, HELD),
      ),
    )
    .orderBy(asc(t.outbox.runAt))
    .limit(1);
  return row?.at;
}

/** Takes the lease, unless somebody was faster. The row tells the attempt and, as its token, the lease. */
export async function claimEffect(
  tx: Tx,
  id: string,
  times: WorkTimes,
  leaseUntil: number,
): Promise<OutboxRow | undefined> {
  const [row] = await tx
    .update(t.outbox)
    .set({ leaseUntil, attempts: sql`${t.outbox.attempts} + 1` })
    .where(and(eq(t.outbox.id, id), dueEffect(times)))
    .returning();
  return row;
}

const held = (row: OutboxRow) => and(eq(t.outbox.id, row.id), eq(t.outbox.attempts, row.attempts));

export async function finishEffect(
  tx: Tx,
  row: OutboxRow,
  at: number,
  lastError: string | null,
): Promise<void> {
  await tx.update(t.outbox).set({ doneAt: at, leaseUntil: null, lastError }).where(held(row));
}

export async function postponeEffect(
  tx: Tx,
  row: OutboxRow,
  runAt: number,
  lastError: string,
): Promise<void> {
  await tx.update(t.outbox).set({ runAt, leaseUntil: null, lastError }).where(held(row));
}

/** Sets an effect aside that no further try will deliver; only staff takes it up again. */
export async function parkEffect(tx: Tx, row: OutboxRow, at: number, lastError: string): Promise<void> {
  await tx.update(t.outbox).set({ failedAt: at, leaseUntil: null, lastError }).where(held(row));
}

export async function orderKeyOf(db: Db, orderId: string): Promise<Buffer | null> {
  const [row] = await db
    .select({ wrapped: t.orders.wrappedKey })
    .from(t.orders)
    .where(eq(t.orders.id, orderId));
  return row?.wrapped ?? null;
}

const free = ({ system }: WorkTimes) => or(isNull(t.jobs.leaseUntil), lte(t.jobs.leaseUntil, system));

export async function knownJobs(db: Db): Promise<readonly JobKind[]> {
  const rows = await db.select({ kind: t.jobs.kind }).from(t.jobs);
  return rows.map((row) => row.kind as JobKind);
}

export async function addJobs(tx: Tx, kinds: readonly JobKind[], runAt: number): Promise<void> {
  await tx
    .insert(t.jobs)
    .values(kinds.map((kind) => ({ kind, runAt })))
    .onConflictDoNothing();
}

/** Jobs due among `kinds`. */
export async function dueJobs(
  db: Db,
  kinds: readonly JobKind[],
  times: WorkTimes,
): Promise<readonly JobKind[]> {
  const rows = await db
    .select({ kind: t.jobs.kind })
    .from(t.jobs)
    .where(and(inArray(t.jobs.kind, [...kinds]), lte(t.jobs.runAt, times.business), free(times)));
  return rows.map((row) => row.kind as JobKind);
}

/** Takes the lease of a job nobody holds, due or not (the caller knows). */
export async function claimJob(
  tx: Tx,
  kind: JobKind,
  times: WorkTimes,
  leaseUntil: number,
): Promise<JobRow | undefined> {
  const [row] = await tx
    .update(t.jobs)
    .set({ leaseUntil, attempts: sql`${t.jobs.attempts} + 1` })
    .where(and(eq(t.jobs.kind, kind), free(times)))
    .returning();
  return row;
}

/** Plans the next run; `attempts` starts anew after a success. */
export async function planJob(tx: Tx, job: JobRow, runAt: number, lastError: string | null): Promise<void> {
  const attempts = lastError === null ? 0 : job.attempts;
  await tx
    .update(t.jobs)
    .set({ runAt, leaseUntil: null, lastError, attempts })
    .where(and(eq(t.jobs.kind, job.kind), eq(t.jobs.leaseUntil, job.leaseUntil ?? 0)));
}

export interface WorkState {
  /** Effects whose time has come and that are not delivered. */
  readonly due: number;
  /** Of these, how many have failed before. */
  readonly failing: number;
  readonly oldestDueAt: number | null;
}

export async function workState(db: Db, business: number): Promise<WorkState> {
  const [row] = await db
    .select({
      due: sql<number>`count(*)`,
      failing: sql<number>`coalesce(sum(${t.outbox.lastError} IS NOT NULL), 0)`,
      oldestDueAt: sql<number | null>`min(${t.outbox.runAt})`,
    })
    .from(t.outbox)
    .where(and(isNull(t.outbox.doneAt), isNull(t.outbox.failedAt), lte(t.outbox.runAt, business)));
  return row ?? { due: 0, failing: 0, oldestDueAt: null };
}
