import "server-only";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { OrderType } from "@/lib/filing/application/codes";
import { blindIndex } from "@/lib/secrets";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

export type Submission = typeof t.submissions.$inferSelect;

/** Keyed hash of a certificate number, the authority's name for an organiser. */
export const certIndex = (certNo: string): string =>
  blindIndex("cert", `authority:${certNo.trim().toUpperCase()}`);

export async function lastSequence(db: StoreDb): Promise<number> {
  const rows = await db
    .select({ sequence: t.submissions.sequence })
    .from(t.submissions)
    .orderBy(desc(t.submissions.sequence))
    .limit(1);
  return rows[0]?.sequence ?? 0;
}

export async function submissionOf(db: StoreDb, sequence: number): Promise<Submission | null> {
  const rows = await db.select().from(t.submissions).where(eq(t.submissions.sequence, sequence));
  return rows[0] ?? null;
}

/** With which kind of order the organiser is in flight, beside the one that is asked about. */
export async function inFlightOf(
  db: StoreDb,
  certIdx: string,
  exceptOrder?: string,
): Promise<OrderType | null> {
  const rows = await db
    .select({ orderType: t.submissions.orderType })
    .from(t.submissions)
    .where(
      and(
        eq(t.submissions.certIdx, certIdx),
        inArray(t.submissions.state, [...t.IN_FLIGHT]),
        exceptOrder === undefined ? undefined : ne(t.submissions.orderId, exceptOrder),
      ),
    )
    .limit(1);
  return rows[0]?.orderType ?? null;
}

/** Is the organiser in flight with another order? */
export const organiserInFlight = async (db: StoreDb, certIdx: string, exceptOrder?: string) =>
  (await inFlightOf(db, certIdx, exceptOrder)) !== null;

/** Which of the domains are in flight with another order. */
export async function domainsInFlight(
  db: StoreDb,
  domains: readonly string[],
  exceptOrder?: string,
): Promise<ReadonlySet<string>> {
  if (domains.length === 0) return new Set();
  const rows = await db
    .select({ domain: t.submissionDomains.domain })
    .from(t.submissionDomains)
    .innerJoin(t.submissions, eq(t.submissions.sequence, t.submissionDomains.sequence))
    .where(
      and(
        inArray(t.submissionDomains.domain, [...domains]),
        inArray(t.submissions.state, [...t.IN_FLIGHT]),
        exceptOrder === undefined ? undefined : ne(t.submissions.orderId, exceptOrder),
      ),
    );
  return new Set(rows.map((row) => row.domain));
}

/** Earlier submissions of the order that still wait for something give way to a newer one; their codes die. */
export async function supersede(tx: StoreTx, orderId: string): Promise<void> {
  const given = await tx
    .update(t.submissions)
    .set({ state: "superseded" })
    .where(and(eq(t.submissions.orderId, orderId), inArray(t.submissions.state, [...t.IN_FLIGHT])))
    .returning({ sequence: t.submissions.sequence });
  for (const { sequence } of given) await voidVerifications(tx, sequence);
}

/** Codes still pending of a submission can no longer be used. */
export async function voidVerifications(tx: StoreTx, sequence: number): Promise<void> {
  await tx
    .update(t.verifications)
    .set({ state: "void" })
    .where(and(eq(t.verifications.sequence, sequence), eq(t.verifications.state, "pending")));
}
