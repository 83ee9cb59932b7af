import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { decideMigration } from "@/lib/filing/migration/states";
import { ok } from "@/lib/filing/shared/result";
import { enqueue } from "@/lib/work/outbox";
import { writeMigration } from "./store";
import { tellOwner } from "./tell";

interface Payload {
  readonly migrationId: string;
}

/** When nobody has answered by then, both are told; the request is over at that moment, told or not. */
export const lapseAt = (tx: Tx, migrationId: string, runAt: number): Promise<void> =>
  enqueue(tx, {
    topic: "migration.lapse",
    key: `migration.lapse:${migrationId}:${runAt}`,
    payload: { migrationId } satisfies Payload,
    runAt,
  });

/** Topic `migration.lapse`. Answered meanwhile, or offered for longer: nothing to do. */
export async function run(payload: unknown): Promise<void> {
  const { migrationId } = payload as Payload;
  const { filingMigrations: m } = t;
  await withTransaction(async (tx) => {
    const [row] = await tx.select().from(m).where(eq(m.id, migrationId));
    const now = clock().now();
    const state = row && decideMigration(row, "expire", now);
    if (row === undefined || !state?.ok) return ok(null);
    const written = await writeMigration(tx, row, row.version, { state: state.value, since: now });
    if (!written.ok) return written;
    await tellOwner(tx, row, row.fromAccountId, "migration_expired");
    if (row.state === "OFFERED") await tellOwner(tx, row, row.toAccountId, "migration_expired");
    await audit(tx, {
      ...{ actorId: null, action: "migration.expired", object: row.entityId, outcome: "done" },
      data: { migration: row.id },
    });
    return ok(null);
  });
}
