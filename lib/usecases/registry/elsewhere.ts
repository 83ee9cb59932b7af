import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import { sameRecord } from "@/lib/filing/application/identifiers/filing-number";
import type { ElsewhereService } from "@/lib/filing/registry/types";
import { filedElsewhere } from "../facts/filed";
import { Sources } from "../facts/sources";
import type { OwnFiling } from "./own-filing";

/**
 * Services the authority has under a record that were neither filed nor opened through this provider: with them a record
 * is no shell, and with the organiser they go, too (DF §15 B17). None while it does not answer. It is an outside system:
 * never asked inside a transaction.
 */
export async function elsewhereOf(db: Db, entityId: string): Promise<readonly ElsewhereService[]> {
  const [row] = await db.select().from(t.entities).where(eq(t.entities.id, entityId));
  if (row === undefined || row.endedAt !== null) return [];
  const told = await new Sources().ask("authority", () => filedElsewhere(row.number));
  const known = await db
    .select({ number: t.services.number })
    .from(t.services)
    .where(eq(t.services.entityId, entityId));
  return (told?.services ?? [])
    .filter(({ number }) => !known.some((one) => sameRecord(one.number, number)))
    .map(({ number, kind, name, domains }) => ({ number, kind, domains, name: name ?? number }));
}

/** The same where it is all that keeps a record from being a shell; else nobody is asked. */
export async function elsewhereOfBare(db: Db, entityId: string): Promise<readonly ElsewhereService[]> {
  const known = await db
    .select({ endedAt: t.services.endedAt })
    .from(t.services)
    .where(eq(t.services.entityId, entityId));
  return known.some(({ endedAt }) => endedAt === null) ? [] : elsewhereOf(db, entityId);
}

/**
 * The same for whoever asks by an id he sent: before the record is loaded as his, and perhaps is not. Of somebody else's
 * nobody is asked, so that the time it takes says nothing about it.
 */
export async function elsewhereOfOwn(
  db: Db,
  { accountIds }: Pick<Actor, "accountIds">,
  entityId: string,
  ask: typeof elsewhereOf = elsewhereOf,
): Promise<readonly ElsewhereService[]> {
  const [row] = await db
    .select({ accountId: t.entities.accountId })
    .from(t.entities)
    .where(eq(t.entities.id, entityId));
  return row !== undefined && ownsAccount({ accountIds }, row.accountId) ? ask(db, entityId) : [];
}

export const withElsewhere = (own: OwnFiling, elsewhere: readonly ElsewhereService[]): OwnFiling => ({
  ...own,
  registry: { ...own.registry, elsewhere },
});
