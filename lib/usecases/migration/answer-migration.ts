import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import {
  givingConditions,
  refusalOfGiving,
  refusalOfTaking,
  takingConditions,
} from "@/lib/filing/migration/conditions";
import type { KnownMigration } from "@/lib/filing/migration/form";
import { decideMigration } from "@/lib/filing/migration/states";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { moveFiling } from "./move-filing";
import { giverOf, heldFiling, takerOf } from "./standing";
import { loadMigration, writeMigration } from "./store";
import { tellMembersOf, tellOwner } from "./tell";

/**
 * The owner of the other account takes the entity over: everything is asked once more, as it is now, and in the same
 * transaction it is his. Whoever had it meets nothing of it any more.
 */
export async function acceptMigration(
  actor: Actor,
  input: KnownMigration,
): Promise<Result<{ entityId: string }>> {
  const ctx = await decisionContext(actor, "applicant");
  return withTransaction(async (tx) => {
    const found = await loadMigration(tx, actor, input.migrationId, "taker");
    if (!found.ok) return found;
    const row = found.value;
    const state = decideMigration(row, "accept", ctx.now);
    if (!state.ok) return state;
    const filing = await heldFiling(tx, row.entityId);
    const giving = refusalOfGiving(givingConditions(await giverOf(tx, filing)));
    if (giving !== null) return fail(giving);
    const taker = await takerOf(tx, filing, row.toAccountId);
    const taking = refusalOfTaking(takingConditions(taker, filing.registry), "taker");
    if (taking !== null) return fail(taking);
    const written = await writeMigration(tx, row, input.version, { state: state.value, since: ctx.now });
    if (!written.ok) return written;
    const went = await moveFiling(tx, filing, row, ctx);
    const { entityId, fromAccountId: from, toAccountId: to } = row;
    const data = { migration: row.id, number: filing.row.number, from, to, ...went };
    // On record where either account, or the entity, is looked for.
    const entries = [
      ["migration.accepted", entityId],
      ["account.filing-given", from],
      ["account.filing-taken", to],
    ] as const;
    for (const [action, object] of entries)
      await audit(tx, { actorId: actor.userId, action, object, outcome: "done", data });
    await tellMembersOf(tx, row, from, "migration_given");
    await tellMembersOf(tx, row, to, "migration_taken");
    return ok({ entityId });
  });
}

/** No, thank you: the entity stays where it is. */
export async function declineMigration(actor: Actor, input: KnownMigration): Promise<Result<null>> {
  const now = clock().now();
  return withTransaction(async (tx) => {
    const found = await loadMigration(tx, actor, input.migrationId, "taker");
    if (!found.ok) return found;
    const row = found.value;
    const state = decideMigration(row, "decline", now);
    if (!state.ok) return state;
    const written = await writeMigration(tx, row, input.version, { state: state.value, since: now });
    if (!written.ok) return written;
    await tellOwner(tx, row, row.fromAccountId, "migration_declined");
    await audit(tx, {
      ...{ actorId: actor.userId, action: "migration.declined", object: row.entityId, outcome: "done" },
      data: { migration: row.id },
    });
    return ok(null);
  });
}
