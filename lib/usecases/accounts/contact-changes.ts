import "server-only";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { masterKey, open, seal } from "@/lib/secrets";

export type ContactChange = typeof t.contactChanges.$inferSelect;
type Kind = ContactChange["kind"];

/** How long both ends have to confirm: a mailbox may be looked at tomorrow, a text message now. */
const LIFE_MS: Readonly<Record<Kind, number>> = { email: 24 * 3_600_000, phone: 15 * 60_000 };

const aad = (id: string): string => `contact_change:${id}:value`;
export const newValueOf = ({ id, valueEnc }: Pick<ContactChange, "id" | "valueEnc">): string =>
  open<string>(masterKey(), valueEnc, aad(id));

interface NewChange {
  readonly kind: Kind;
  readonly userId: string;
  readonly accountId: string | null;
  readonly value: string;
  /** There is no old end to ask: the account had no phone yet. */
  readonly oldConfirmed?: boolean;
}

/** Begins a change; an earlier one of the same kind is forgotten. */
export async function beginChange(tx: Tx, { value, oldConfirmed, ...about }: NewChange): Promise<string> {
  const now = systemClock().now();
  const id = newId();
  await tx.delete(t.contactChanges).where(lte(t.contactChanges.expiresAt, now));
  await dropChange(tx, about.userId, about.kind);
  await tx.insert(t.contactChanges).values({
    id,
    ...about,
    valueEnc: seal(masterKey(), value, aad(id)),
    oldConfirmedAt: oldConfirmed ? now : null,
    createdAt: now,
    expiresAt: now + LIFE_MS[about.kind],
  });
  return id;
}

/** Forgets a change with its links. */
export async function dropChange(tx: Tx, userId: string, kind: Kind): Promise<void> {
  const gone = await tx
    .delete(t.contactChanges)
    .where(and(eq(t.contactChanges.userId, userId), eq(t.contactChanges.kind, kind)))
    .returning({ id: t.contactChanges.id });
  for (const { id } of gone) await tx.delete(t.accountLinks).where(eq(t.accountLinks.changeId, id));
}

const living = () => gt(t.contactChanges.expiresAt, systemClock().now());

/** The change that waits, if it has not run out. */
export async function pendingChange(db: Db, userId: string, kind: Kind): Promise<ContactChange | undefined> {
  const [row] = await db
    .select()
    .from(t.contactChanges)
    .where(and(eq(t.contactChanges.userId, userId), eq(t.contactChanges.kind, kind), living()));
  return row;
}

export async function changeById(db: Db, id: string): Promise<ContactChange | undefined> {
  const [row] = await db
    .select()
    .from(t.contactChanges)
    .where(and(eq(t.contactChanges.id, id), living()));
  return row;
}

/** Notes that one end agrees; gives the row as it is then. */
export async function confirmEnd(tx: Tx, id: string, end: "old" | "new"): Promise<ContactChange | undefined> {
  const now = systemClock().now();
  const [row] = await tx
    .update(t.contactChanges)
    .set(end === "old" ? { oldConfirmedAt: now } : { newConfirmedAt: now })
    .where(and(eq(t.contactChanges.id, id), living()))
    .returning();
  return row;
}

/** Gives up a change of one's own. */
export async function cancelChange(actor: Actor, { kind }: { readonly kind: Kind }): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    await dropChange(tx, actor.userId, kind);
    return ok(null);
  });
}
