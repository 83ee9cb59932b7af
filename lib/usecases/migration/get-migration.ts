import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import {
  type Condition,
  type GivingConditionId,
  givingConditions,
  leadPhone,
  refusalOfTaking,
  takingConditions,
} from "@/lib/filing/migration/conditions";
import { type MigrationState, shownMigration } from "@/lib/filing/migration/states";
import { maskPhone } from "@/lib/filing/shared/mask";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { loadOwnFiling } from "../registry/own-filing";
import { giverOf, type HeldFiling, roleIn, takerOf } from "./standing";

export interface GivenRequest {
  readonly id: string;
  readonly version: number;
  readonly state: MigrationState;
  /** The account that was named. */
  readonly accountId: string;
  readonly since: number;
  readonly expiresAt: number;
}

/** What goes with the entity. */
interface Going {
  readonly services: number;
  /** Services that stand on servers of the account, which do not go. */
  readonly onOwnServers: number;
}

export interface MigrationView {
  readonly filing: { readonly id: string; readonly number: string; readonly unitName: string | null };
  /** Whose it is now: what the other side may compare. */
  readonly accountId: string;
  readonly owner: boolean;
  readonly conditions: readonly Condition<GivingConditionId>[];
  /** Where the code goes, masked; null: no number it could reach. */
  readonly phone: string | null;
  readonly going: Going;
  readonly days: number;
  /** The request that waits for somebody. */
  readonly running: (GivenRequest & { readonly obstacle: Refusal | null }) | null;
  /** How the last one ended. */
  readonly last: GivenRequest | null;
}

/** The page from which an entity is given to another account; its members may look, its owner acts. */
export async function getMigration(
  actor: Actor,
  { entityId }: { readonly entityId: string },
): Promise<Result<MigrationView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, entityId);
  if (!own.ok) return own;
  const filing = own.value;
  const { id, number, unitName, accountId } = filing.row;
  const phone = leadPhone(filing.registry);
  const request = await lastRequest(db, filing);
  const running = request?.state === "PROVING" || request?.state === "OFFERED" ? request : null;
  const taker = running && (await takerOf(db, filing, running.accountId));
  const obstacle = running && refusalOfTaking(takingConditions(taker, filing.registry), "giver");
  return ok({
    filing: { id, number, unitName },
    accountId,
    owner: (await roleIn(db, accountId, actor.userId)) === "owner",
    conditions: givingConditions(await giverOf(db, filing)),
    phone: phone === null ? null : maskPhone(phone),
    going: await goingOf(db, filing),
    days: (await currentPolicy()).provider.migrationRequestDays,
    running: running && { ...running, obstacle },
    last: running === null ? (request ?? null) : null,
  });
}

/** Of this holder's alone: what a former one asked is none of his business. */
async function lastRequest(db: Db, { row }: HeldFiling): Promise<GivenRequest | undefined> {
  const { filingMigrations: m } = t;
  const [last] = await db
    .select()
    .from(m)
    .where(and(eq(m.entityId, row.id), eq(m.fromAccountId, row.accountId)))
    .orderBy(desc(m.id))
    .limit(1);
  if (last === undefined || last.state === "DONE") return undefined;
  const { id, version, toAccountId: accountId, since, expiresAt } = last;
  return { id, version, accountId, since, expiresAt, state: shownMigration(last, clock().now()) };
}

async function goingOf(db: Db, { row }: HeldFiling): Promise<Going> {
  const rows = await db
    .select({ resourceId: t.accesses.resourceId })
    .from(t.services)
    .leftJoin(t.accesses, and(eq(t.accesses.serviceId, t.services.id), isNull(t.accesses.endedAt)))
    .where(and(eq(t.services.entityId, row.id), isNull(t.services.endedAt)));
  return {
    services: rows.length,
    onOwnServers: rows.filter(({ resourceId }) => resourceId !== null).length,
  };
}
