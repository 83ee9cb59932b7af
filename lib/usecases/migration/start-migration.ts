import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import {
  givingConditions,
  leadPhone,
  refusalOfGiving,
  refusalOfTaking,
  takingConditions,
} from "@/lib/filing/migration/conditions";
import type { KnownMigration, StartMigration } from "@/lib/filing/migration/form";
import { decideMigration, shownMigration } from "@/lib/filing/migration/states";
import { addNaturalDays } from "@/lib/filing/policy/calendar";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { blindIndex } from "@/lib/secrets";
import { currentPolicy } from "../policy/current-policy";
import { lapseAt } from "./lapse";
import { freshCode, mayText, sendCode } from "./lead-code";
import { giverOf, type HeldFiling, heldFiling, roleIn, takerOf } from "./standing";
import { stillStands } from "./still-stands";
import { loadMigration, notOwner, openMigration, writeMigration } from "./store";
import { tellOwner } from "./tell";

interface Startable {
  readonly filing: HeldFiling;
  readonly phoneIdx: string;
}

/** Whose it is, what stands in the way here, then what stands in the way there. */
async function mayStart(
  db: Db | Tx,
  actor: Actor,
  { entityId, accountId }: StartMigration,
): Promise<Result<Startable>> {
  const [row] = await db.select().from(t.entities).where(eq(t.entities.id, entityId));
  if (row === undefined || !ownsAccount(actor, row.accountId)) return fail(refuse("not_found"));
  if ((await roleIn(db, row.accountId, actor.userId)) !== "owner") return fail(notOwner);
  const filing = await heldFiling(db, entityId);
  const giving = refusalOfGiving(givingConditions(await giverOf(db, filing)));
  if (giving !== null) return fail(giving);
  const running = await openMigration(db, entityId);
  if (running && shownMigration(running, clock().now()) === "OFFERED")
    return fail(refuse("wrong_state", { reason: "migration.running" }));
  const taker = await takerOf(db, filing, accountId);
  const taking = refusalOfTaking(takingConditions(taker, filing.registry), "giver");
  if (taking !== null) return fail(taking);
  const phone = leadPhone(filing.registry);
  if (phone === null) throw new Error("a lead's phone that was there a moment ago");
  return ok({ filing, phoneIdx: blindIndex("phone", phone) });
}

/**
 * The owner names the account that shall have the entity. Nobody there hears of it before the code that now goes to the
 * entity lead's phone was entered. A request that got no further than that is replaced.
 */
export async function startMigration(
  actor: Actor,
  input: StartMigration,
): Promise<Result<{ migrationId: string }>> {
  const asked = await mayStart(read(), actor, input);
  if (!asked.ok) return asked;
  const { entityId, accountId: toAccountId } = input;
  const limit = await mayText(asked.value.phoneIdx, asked.value.filing.row.accountId, entityId);
  if (!limit.ok) return limit;
  const now = clock().now();
  const { migrationRequestDays } = (await currentPolicy(now)).provider;
  return withTransaction(async (tx) => {
    const again = await mayStart(tx, actor, input);
    if (!again.ok) return again;
    const { filing, phoneIdx } = again.value;
    const running = await openMigration(tx, entityId);
    if (running) {
      const state = shownMigration(running, now) === "EXPIRED" ? "EXPIRED" : "TAKEN_BACK";
      const ended = await writeMigration(tx, running, running.version, { state, since: now });
      if (!ended.ok) return ended;
    }
    const id = newId();
    const code = freshCode();
    const expiresAt = addNaturalDays(now, migrationRequestDays);
    await tx.insert(t.filingMigrations).values({
      ...{ id, entityId, fromAccountId: filing.row.accountId, toAccountId, state: "PROVING", phoneIdx },
      ...{ ...code, expiresAt, createdAt: now, createdBy: actor.userId, since: now },
    });
    await sendCode(tx, id, code.codeId);
    await lapseAt(tx, id, expiresAt);
    await audit(tx, {
      ...{ actorId: actor.userId, action: "migration.started", object: entityId, outcome: "done" },
      data: { migration: id, from: filing.row.accountId, to: toAccountId },
    });
    return ok({ migrationId: id });
  });
}

/** Another code to the same number, for who got none or mistyped too often. */
export async function resendMigrationCode(actor: Actor, input: KnownMigration): Promise<Result<null>> {
  const found = await loadMigration(read(), actor, input.migrationId, "giver");
  if (!found.ok) return found;
  const { phoneIdx, fromAccountId, entityId } = found.value;
  const due = decideMigration(found.value, "prove", clock().now());
  if (!due.ok) return due;
  const limit = await mayText(phoneIdx, fromAccountId, entityId);
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    // Proven or ended while the limits were asked: no code belongs to it any more.
    const again = await loadMigration(tx, actor, input.migrationId, "giver");
    if (!again.ok) return again;
    const still = decideMigration(again.value, "prove", clock().now());
    if (!still.ok) return still;
    const stands = await stillStands(tx, again.value);
    if (!stands.ok) return stands;
    const code = freshCode();
    const written = await writeMigration(tx, again.value, input.version, code);
    if (!written.ok) return written;
    await sendCode(tx, input.migrationId, code.codeId);
    await audit(tx, {
      ...{ actorId: actor.userId, action: "migration.code-sent", object: entityId, outcome: "done" },
      data: { migration: input.migrationId },
    });
    return ok(null);
  });
}

/** Before it is accepted, whoever asked may think better of it. */
export async function takeBackMigration(actor: Actor, input: KnownMigration): Promise<Result<null>> {
  const now = clock().now();
  return withTransaction(async (tx) => {
    const found = await loadMigration(tx, actor, input.migrationId, "giver");
    if (!found.ok) return found;
    const row = found.value;
    const state = decideMigration(row, "take_back", now);
    if (!state.ok) return state;
    const written = await writeMigration(tx, row, input.version, { state: state.value, since: now });
    if (!written.ok) return written;
    // Who was never asked is told nothing.
    if (row.state === "OFFERED") await tellOwner(tx, row, row.toAccountId, "migration_taken_back");
    await audit(tx, {
      ...{ actorId: actor.userId, action: "migration.taken-back", object: row.entityId, outcome: "done" },
      data: { migration: row.id },
    });
    return ok(null);
  });
}
