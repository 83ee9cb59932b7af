import "server-only";
import { and, desc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { open, unwrap } from "@/lib/secrets";
import { openDraft, record } from "../store";

/** Where an account has written something before: a filing, or another of its orders. */
export const PartSource = z.strictObject({ kind: z.enum(["filing", "order"]), id: z.uuid() });
export type PartSource = z.infer<typeof PartSource>;

export interface EarlierDocument {
  readonly source: PartSource;
  /** Filing number or order number: what its owner knows it by. */
  readonly number: string;
  readonly entity: ApplicationDraft["entity"];
  readonly people: ApplicationDraft["people"];
}

/** As many as anybody would look through; each has to be decrypted. */
const ORDERS = 12;

/**
 * Documents this account has written before, what is filed first, then orders from the newest on. Erased orders have
 * nothing left to offer.
 */
export async function earlierDocuments(
  db: Reader,
  accountId: string,
  exceptOrder: string,
): Promise<readonly EarlierDocument[]> {
  const filings = await db
    .select()
    .from(t.entities)
    .where(and(eq(t.entities.accountId, accountId), isNull(t.entities.endedAt)))
    .orderBy(desc(t.entities.filedAt));
  const orders = await db
    .select()
    .from(t.orders)
    .where(
      and(eq(t.orders.accountId, accountId), ne(t.orders.id, exceptOrder), isNotNull(t.orders.wrappedKey)),
    )
    .orderBy(desc(t.orders.createdAt))
    .limit(ORDERS);
  const out: EarlierDocument[] = filings.map(({ id, number, wrappedKey, documentEnc }) => ({
    source: { kind: "filing", id },
    number,
    ...open<Pick<ApplicationDraft, "entity" | "people">>(unwrap(wrappedKey), documentEnc, `entity:${id}`),
  }));
  for (const row of orders) {
    const draft = await openDraft(db, record(row));
    if (!draft.ok) continue;
    const { entity, people } = draft.value.application;
    out.push({ source: { kind: "order", id: row.id }, number: row.number, entity, people });
  }
  return out;
}
