import "server-only";
import { eq, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { MigrationCode } from "@/lib/filing/migration/form";
import { decideMigration } from "@/lib/filing/migration/states";
import { addNaturalDays } from "@/lib/filing/policy/calendar";
import type { Policy } from "@/lib/filing/policy/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { CODE_TRIES } from "../phones/lead-code";
import { digitsFit } from "../phones/six-digits";
import { currentPolicy } from "../policy/current-policy";
import { lapseAt } from "./lapse";
import { migrationCodeOf } from "./lead-code";
import { stillStands } from "./still-stands";
import { loadMigration, type MigrationRow, writeMigration } from "./store";
import { tellOwner } from "./tell";

/** The code from the entity lead's phone: from now on the other account sees the request. */
export async function confirmMigrationCode(actor: Actor, input: MigrationCode): Promise<Result<null>> {
  const policy = await currentPolicy(clock().now());
  // A wrong try must be counted, so the transaction commits and the refusal is its answer.
  const tried = await withTransaction(async (tx) => ok(await attempt(tx, actor, input, policy)));
  return tried.ok ? tried.value : tried;
}

async function attempt(tx: Tx, actor: Actor, input: MigrationCode, policy: Policy): Promise<Result<null>> {
  const found = await loadMigration(tx, actor, input.migrationId, "giver");
  if (!found.ok) return found;
  const row = found.value;
  const now = clock().now();
  const state = decideMigration(row, "prove", now);
  if (!state.ok) return state;
  if (row.version !== input.version) return fail(refuse("stale", { reason: "migration.moved" }));
  const stands = await stillStands(tx, row);
  if (!stands.ok) return stands;
  const fits = await codeFits(tx, row, input.code);
  if (!fits.ok) return fits;
  const expiresAt = addNaturalDays(now, policy.provider.migrationRequestDays);
  const written = await writeMigration(tx, row, input.version, { state: state.value, since: now, expiresAt });
  if (!written.ok) throw new Error("a request that moved inside a transaction");
  await lapseAt(tx, row.id, expiresAt);
  await tellOwner(tx, { ...row, expiresAt }, row.toAccountId, "migration_offered");
  await audit(tx, {
    ...{ actorId: actor.userId, action: "migration.offered", object: row.entityId, outcome: "done" },
    data: { migration: row.id, to: row.toAccountId },
  });
  return ok(null);
}

/** Six digits are soon guessed: after so many wrong ones another code is needed. */
async function codeFits(tx: Tx, row: MigrationRow, typed: string): Promise<Result<null>> {
  const { filingMigrations: m } = t;
  if (row.attempts >= CODE_TRIES) return fail(refuse("wrong_state", { reason: "migration.code-spent" }));
  if (row.codeExpiresAt <= systemClock().now())
    return fail(refuse("wrong_state", { reason: "migration.code-expired" }));
  if (digitsFit(migrationCodeOf(row.codeId), typed.replace(/\s/g, ""))) return ok(null);
  await tx
    .update(m)
    .set({ attempts: sql`${m.attempts} + 1` })
    .where(eq(m.id, row.id));
  const spent = row.attempts + 1 >= CODE_TRIES;
  return fail(
    spent
      ? refuse("wrong_state", { reason: "migration.code-spent" })
      : refuse("invalid", { reason: "migration.code-wrong" }),
  );
}
