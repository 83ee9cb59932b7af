import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { open, seal, unwrap } from "@/lib/secrets";

/** What this needs to know of an order. */
interface WithKey {
  readonly row: { readonly id: string; readonly wrappedKey: Buffer | null };
}

const aad = (orderId: string): string => `order:${orderId}:filing-password`;

/** The authority's secret on its way through: sealed, in no document, event, audit or outbox row. */
export async function keepPassword(tx: Tx, orderId: string, key: Buffer, password: string, at: number) {
  await tx.insert(t.cancelPasswords).values({ orderId, passwordEnc: seal(key, password, aad(orderId)), at });
}

/** For the hand-over alone, and for whoever carries it over by hand; null: none was given, or the order has ended. */
export async function passwordOf(db: Db, { row }: WithKey): Promise<string | null> {
  const [kept] = await db.select().from(t.cancelPasswords).where(eq(t.cancelPasswords.orderId, row.id));
  if (kept === undefined || row.wrappedKey === null) return null;
  return open<string>(unwrap(row.wrappedKey), kept.passwordEnc, aad(row.id));
}

export async function hasPassword(db: Db, orderId: string): Promise<boolean> {
  const [kept] = await db
    .select({ id: t.cancelPasswords.orderId })
    .from(t.cancelPasswords)
    .where(eq(t.cancelPasswords.orderId, orderId));
  return kept !== undefined;
}

/** Nobody needs it once the order has ended. */
export const wipePassword = (tx: Tx, orderId: string) =>
  tx.delete(t.cancelPasswords).where(eq(t.cancelPasswords.orderId, orderId));
