import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { OPEN_MIGRATIONS } from "@/lib/filing/migration/states";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { roleIn } from "./standing";

export type MigrationRow = typeof t.filingMigrations.$inferSelect;
export type Side = "giver" | "taker";

/** Requests are their owners' business: members of the account may look, and do nothing. */
export const notOwner = refuse("forbidden", { reason: "migration.not-owner" });

/** The door of either side: somebody else's request and none are one answer, a member hears that he is not the owner. */
export async function loadMigration(
  db: Db | Tx,
  actor: Pick<Actor, "userId">,
  migrationId: string,
  side: Side,
): Promise<Result<MigrationRow>> {
  const { filingMigrations: m } = t;
  const [row] = await db.select().from(m).where(eq(m.id, migrationId));
  if (row === undefined) return fail(refuse("not_found"));
  const role = await roleIn(db, side === "giver" ? row.fromAccountId : row.toAccountId, actor.userId);
  // What nobody has proven yet is not offered to anybody.
  if (role === null || (side === "taker" && row.state === "PROVING")) return fail(refuse("not_found"));
  return role === "owner" ? ok(row) : fail(notOwner);
}

/** The request of an entity that still waits for somebody. */
export async function openMigration(db: Db | Tx, entityId: string): Promise<MigrationRow | undefined> {
  const { filingMigrations: m } = t;
  const [row] = await db
    .select()
    .from(m)
    .where(and(eq(m.entityId, entityId), inArray(m.state, [...OPEN_MIGRATIONS])));
  return row;
}

/** Writes what was decided, unless the page it was decided on is older than the request. */
export async function writeMigration(
  tx: Tx,
  row: MigrationRow,
  seen: number,
  change: Partial<
    Pick<MigrationRow, "state" | "since" | "expiresAt" | "codeId" | "attempts" | "codeExpiresAt">
  >,
): Promise<Result<null>> {
  const { filingMigrations: m } = t;
  const moved = await tx
    .update(m)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(m.id, row.id), eq(m.version, seen)))
    .returning({ id: m.id });
  return moved.length === 0 ? fail(refuse("stale", { reason: "migration.moved" })) : ok(null);
}
