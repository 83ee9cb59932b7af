import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import type { Expiries } from "@/lib/filing/registry/next-dates";
import type { Around } from "@/lib/filing/registry/possible";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { serversOf } from "../facts/codes";
import { type Source, Sources } from "../facts/sources";
import { openOrders } from "../orders/open-orders";
import { currentPolicy } from "../policy/current-policy";
import { type Held, heldOf } from "./held";

type EntityRow = typeof t.entities.$inferSelect;
export type OwnFiling = Held & { readonly row: EntityRow; readonly key: Buffer };

/** The owner's door: somebody else's record and none are the same answer, so ids cannot be probed. */
export async function loadOwnFiling(db: Db, actor: Actor, entityId: string): Promise<Result<OwnFiling>> {
  return loadFilingOf(db, actor.accountIds, entityId);
}

/** A record of one of these accounts; for callers who have asked already whether the actor may see what is theirs. */
export async function loadFilingOf(
  db: Db,
  accountIds: readonly string[],
  entityId: string,
): Promise<Result<OwnFiling>> {
  const [row] = await db.select().from(t.entities).where(eq(t.entities.id, entityId)).limit(1);
  if (row === undefined || !accountIds.includes(row.accountId)) return fail(refuse("not_found"));
  const held = await heldOf(db, row);
  if (held.key === null) throw new Error("a record without its key");
  return ok({ ...held, row, key: held.key });
}

/** What besides the filing decides what can be done with it, and the order that is in the way, unless it stands so. */
export async function aroundOf(
  db: Db,
  accountId: string,
  besides: readonly OrderState[] = [],
): Promise<Around & { openOrderId: string | null }> {
  const open = await openOrders(db, accountId, besides);
  const [account] = await db
    .select({ riskFlag: t.accounts.riskFlag })
    .from(t.accounts)
    .where(eq(t.accounts.id, accountId));
  return {
    openOrder: open.length > 0,
    openOrderId: open[0] ?? null,
    ordersFull: open.length >= (await currentPolicy()).provider.openOrdersPerAccount,
    riskFlag: account?.riskFlag ?? false,
    today: dayOf(clock().now()),
  };
}

/** What inventory and registrar say; one that does not answer is named, and leaves its dates out. */
export async function expiriesOf(
  db: Db,
  accountId: string,
): Promise<{
  readonly expiries: Expiries;
  readonly silent: readonly Source[];
  /** Public addresses of the account's own servers, by their ids. */
  readonly ips: Readonly<Record<string, string | null>>;
}> {
  const sources = new Sources();
  const servers = await sources.serversOf(accountId);
  const domains = await sources.domainsOf(accountId);
  const expiries = {
    lent: await lentDays(db, accountId, sources),
    servers: Object.fromEntries(
      servers.map(({ id, name, expiresAt }) => [id, { name, day: dayOf(expiresAt) }]),
    ),
    domains: Object.fromEntries(
      domains.flatMap(({ domain, expiresAt }) => (expiresAt === null ? [] : [[domain, dayOf(expiresAt)]])),
    ),
  };
  const ips = Object.fromEntries(servers.map(({ id, publicIp }) => [id, publicIp]));
  return { expiries, ips, silent: sources.silent() };
}

/** How long the servers live that services of the account run on through codes, by filing number. */
async function lentDays(db: Db, accountId: string, sources: Sources): Promise<Expiries["lent"]> {
  const codes = await db
    .select()
    .from(t.authCodes)
    .where(and(eq(t.authCodes.targetAccountId, accountId), eq(t.authCodes.state, "USED")));
  const servers = await serversOf(db, codes, sources);
  const days = codes.flatMap(({ id, usedFor }): [string, string][] => {
    const server = servers?.get(id);
    return usedFor === null || server === undefined ? [] : [[usedFor, dayOf(server.expiresAt)]];
  });
  return Object.fromEntries(days);
}
