import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { personById } from "@/lib/filing/application/access";
import { loadOrder, type OrderRecord, openSubmission } from "../orders/records";

/** Wrong digits after which a link opens nothing any more. */
export const WRONG_DIGITS = 5;

/** A fast hash is enough: nobody guesses 256 random bits. */
export const hashOfLink = (token: string): string => createHash("sha256").update(token).digest("base64url");

export interface OpenLink {
  readonly link: typeof t.callbackLinks.$inferSelect;
  readonly order: OrderRecord;
}

/** The order a link belongs to, while it stands in the review of the round in which somebody was missed; else null. */
export async function resolveLink(db: Reader | Tx, token: string): Promise<OpenLink | null> {
  const [link] = await db
    .select()
    .from(t.callbackLinks)
    .where(eq(t.callbackLinks.tokenHash, hashOfLink(token)))
    .limit(1);
  if (link === undefined || link.wrong >= WRONG_DIGITS) return null;
  const order = await loadOrder(db, link.orderId);
  if (order === undefined || order.snapshot.state !== "PROVIDER_REVIEW") return null;
  return order.snapshot.round === link.round && order.snapshot.callback !== null ? { link, order } : null;
}

/** The number the reviewer called, digits only; null when the order's data is gone. */
export async function phoneOf(
  db: Reader | Tx,
  order: OrderRecord,
  { round, personId }: { readonly round: number; readonly personId: string },
): Promise<string | null> {
  const document = await openSubmission(db, order, round);
  if (!document.ok) return null;
  return personById(document.value, personId)?.phone1?.replace(/\D/g, "") ?? null;
}
