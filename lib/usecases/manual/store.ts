import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { type Db, type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import type { ApplicantId } from "@/lib/filing/manual/slots";
import { isOver, type ManualState } from "@/lib/filing/manual/states";
import { addNaturalDays } from "@/lib/filing/policy/calendar";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, unwrap } from "@/lib/secrets";
import { enqueue } from "@/lib/work/outbox";
import { currentPolicy } from "../policy/current-policy";

export type ManualRow = typeof t.manualCancellations.$inferSelect;
export type ManualFileRow = typeof t.manualFiles.$inferSelect;

/** Who asks, sealed with the request. */
export interface ManualDetails {
  readonly holder: "person" | "unit";
  readonly applicant: string;
  readonly applicantId: ApplicantId;
  readonly phone: string;
  readonly why: string;
  /** When the processing of ID documents was agreed to. */
  readonly consentAt: number;
}

export const manualAad = (id: string, part: "details" | "refused" | `call:${string}`): string =>
  `manual:${id}:${part}`;

/** The applicant's door: somebody else's request and none are the same answer. */
export async function loadOwnManual(db: Db | Tx, actor: Actor, id: string): Promise<Result<ManualRow>> {
  const row = await loadManual(db, id);
  return row && ownsAccount(actor, row.accountId) ? ok(row) : fail(refuse("not_found"));
}

/** Staff's door: what was never handed in is nobody's business, and nobody judges his own account's. */
export async function loadTicket(db: Db | Tx, actor: Actor, id: string): Promise<Result<ManualRow>> {
  const row = await loadManual(db, id);
  if (row === undefined || row.submittedAt === null) return fail(refuse("not_found"));
  return ownsAccount(actor, row.accountId)
    ? fail(refuse("forbidden", { reason: "order.own-account" }))
    : ok(row);
}

async function loadManual(db: Reader | Tx, id: string): Promise<ManualRow | undefined> {
  const [row] = await db
    .select()
    .from(t.manualCancellations)
    .where(eq(t.manualCancellations.id, id))
    .limit(1);
  return row;
}

/** The request's key; a refusal once it was destroyed. */
export function manualKey({ wrappedKey }: ManualRow): Result<Buffer> {
  return wrappedKey === null
    ? fail(refuse("wrong_state", { reason: "manual.erased" }))
    : ok(unwrap(wrappedKey));
}

/** Null once they were destroyed. */
export function detailsOf(row: ManualRow): ManualDetails | null {
  const key = manualKey(row);
  return key.ok ? open<ManualDetails>(key.value, row.detailsEnc, manualAad(row.id, "details")) : null;
}

export const filesOf = (db: Reader | Tx, requestId: string): Promise<readonly ManualFileRow[]> =>
  db
    .select()
    .from(t.manualFiles)
    .where(eq(t.manualFiles.requestId, requestId))
    .orderBy(asc(t.manualFiles.createdAt), asc(t.manualFiles.id));

/** One file with its request. */
export async function findManualFile(
  fileId: string,
): Promise<{ readonly file: ManualFileRow; readonly requestId: string } | null> {
  const [file] = await read().select().from(t.manualFiles).where(eq(t.manualFiles.id, fileId)).limit(1);
  return file === undefined ? null : { file, requestId: file.requestId };
}

type Change = Partial<Pick<ManualRow, "refusedEnc" | "submittedAt" | "decidedBy">>;

/** Into the next state, from the version that was seen; what is over is destroyed after the provider's delay. */
export async function moveManual(
  tx: Tx,
  row: ManualRow,
  version: number,
  state: ManualState,
  change: Change = {},
): Promise<Result<null>> {
  const now = clock().now();
  const table = t.manualCancellations;
  const moved = await tx
    .update(table)
    .set({ ...change, state, version: version + 1, ...(state !== row.state && { since: now }) })
    .where(and(eq(table.id, row.id), eq(table.version, version)))
    .returning({ id: table.id });
  if (moved.length === 0) return fail(refuse("stale"));
  if (isOver(state)) {
    const { provider } = await currentPolicy(now);
    await eraseAt(tx, row.id, addNaturalDays(now, provider.eraseEndedAfterDays));
  }
  return ok(null);
}

/** Of two moments the earlier destroys: the later finds nothing. */
export const eraseAt = (tx: Tx, requestId: string, runAt: number): Promise<void> =>
  enqueue(tx, {
    topic: "manual.erase",
    key: `manual.erase:${requestId}:${runAt}`,
    payload: { requestId },
    runAt,
  });
