import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { asc, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Params } from "@/lib/filing/shared/refusal";
import { purposeKey } from "@/lib/secrets";
import { GENESIS, hashEntry } from "./chain";

export interface AuditEntry {
  /** Null: the system itself, or the authority. */
  readonly actorId: string | null;
  /** Dotted, e.g. `order.submitted`, `document.viewed`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly object?: string | null;
  readonly outcome: "done" | "refused";
  /** Ids, paths and codes; never personal values. */
  readonly data?: Params;
}

const HEAD = "audit.head";
const headSchema = z.strictObject({ seq: z.int(), mac: z.string() });

const seal = (seq: number, hash: string): string =>
  createHmac("sha256", purposeKey("audit")).update(`${seq}:${hash}`).digest("hex");

/** Appends to the hash chain, in the transaction of what it records. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  const [last] = await tx
    .select({ seq: t.auditLog.seq, hash: t.auditLog.hash })
    .from(t.auditLog)
    .orderBy(desc(t.auditLog.seq))
    .limit(1);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: clock().now(),
    actorId: entry.actorId,
    action: entry.action,
    object: entry.object ?? null,
    outcome: entry.outcome,
    data: entry.data ?? {},
    prevHash: last?.hash ?? GENESIS,
  };
  const hash = hashEntry(row);
  await tx.insert(t.auditLog).values({ ...row, hash });
  // The keyed head tells a chain that was cut short, or computed anew by somebody without our key.
  const value = { seq: row.seq, mac: seal(row.seq, hash) };
  await tx
    .insert(t.settings)
    .values({ key: HEAD, value, updatedAt: row.at })
    .onConflictDoUpdate({ target: t.settings.key, set: { value, updatedAt: row.at } });
}

/** A refusal changes nothing else, so it is recorded in a transaction of its own. */
export function auditRefusal(entry: Omit<AuditEntry, "outcome">): Promise<void> {
  return withTransaction((tx) => audit(tx, { ...entry, outcome: "refused" }));
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number }
  | { readonly intact: false; readonly seq: number; readonly cause: "gap" | "edited" | "unlinked" | "head" };

const BATCH = 1_000;

/** Walks the whole chain; names the first row that does not fit. */
export async function verifyAuditChain(db: Db = read()): Promise<ChainVerdict> {
  let seq = 0;
  let hash = GENESIS;
  for (;;) {
    const rows = await db
      .select()
      .from(t.auditLog)
      .where(gt(t.auditLog.seq, seq))
      .orderBy(asc(t.auditLog.seq))
      .limit(BATCH);
    for (const row of rows) {
      if (row.seq !== seq + 1) return { intact: false, seq: seq + 1, cause: "gap" };
      if (row.prevHash !== hash) return { intact: false, seq: row.seq, cause: "unlinked" };
      if (hashEntry(row) !== row.hash) return { intact: false, seq: row.seq, cause: "edited" };
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  if (!(await headFits(db, seq, hash))) return { intact: false, seq, cause: "head" };
  return { intact: true, entries: seq };
}

async function headFits(db: Db, seq: number, hash: string): Promise<boolean> {
  const [row] = await db.select({ value: t.settings.value }).from(t.settings).where(eq(t.settings.key, HEAD));
  if (!row) return seq === 0;
  const head = headSchema.safeParse(row.value);
  if (!head.success || head.data.seq !== seq) return false;
  const expected = Buffer.from(seal(seq, hash));
  const given = Buffer.from(head.data.mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
