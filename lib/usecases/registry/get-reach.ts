import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { parseDomain } from "@/lib/filing/application/identifiers/domain-name";
import { isAccess, isChange } from "@/lib/filing/guide/order-type";
import { type Reach, type Silence, whyUnreachable } from "@/lib/filing/guide/unreachable";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import type { HeldService } from "@/lib/filing/registry/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { loadOwnFiling } from "./own-filing";

/** What its holder sees himself; null: he has not looked. */
export type Seen = Pick<Reach, "resolves" | "ipAnswers">;

export interface ReachView extends Silence {
  readonly domain: string;
  /** From an approval until the name is served, minutes. */
  readonly lag: readonly [number, number];
}

/**
 * Why the first name of a filed service does not open, as far as register, registrar and inventory know; null: no name, or
 * one of a service that has ended and that another one is filed with since: that is where it is asked.
 */
export async function getReach(
  actor: Actor,
  input: { entityId: string; serviceId: string; seen: Seen },
): Promise<Result<ReachView | null>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const [row] = await db
    .select({ id: t.services.id, number: t.services.number, endedAt: t.services.endedAt })
    .from(t.services)
    .where(and(eq(t.services.id, input.serviceId), eq(t.services.entityId, own.value.row.id)));
  const held = row && own.value.registry.services.find(({ number }) => number === row.number);
  if (row === undefined || held === undefined) return fail(refuse("not_found"));
  const domain = held.ended ? await lastNameOf(db, row) : held.domains[0];
  if (domain === undefined) return ok(null);
  const { accountId } = own.value.row;
  const policy = await currentPolicy();
  const reach: Reach = {
    ...input.seen,
    ...(await outside(accountId, held, domain)),
    filing: held.ended ? "ended" : "filed",
    fileable: parseDomain(domain, policy.suffixes).suffix !== null,
    accessHere: held.access !== null,
    inReview: await reviewOf(db, accountId, domain),
    approvedMinutesAgo: await minutesSince(db, row.id),
  };
  return ok({ domain, ...whyUnreachable(reach, policy), lag: policy.provider.accessLagMinutes });
}

/** The first name a service had when it ended, unless it is filed again. */
async function lastNameOf(
  db: Db,
  { id, endedAt }: Pick<typeof t.services.$inferSelect, "id" | "endedAt">,
): Promise<string | undefined> {
  const { serviceDomains: d } = t;
  const [last] = await db
    .select({ domain: d.domain })
    .from(d)
    .where(and(eq(d.serviceId, id), eq(d.endedAt, endedAt ?? 0)))
    .orderBy(asc(d.since), asc(d.domain));
  if (last === undefined) return undefined;
  const [again] = await db
    .select({ id: d.serviceId })
    .from(d)
    .where(and(eq(d.domain, last.domain), isNull(d.endedAt)))
    .limit(1);
  return again === undefined ? last.domain : undefined;
}

/** What registrar and inventory say; who does not know the name or the server, or is silent, says nothing. */
async function outside(
  accountId: string,
  { access }: HeldService,
  domain: string,
): Promise<Pick<Reach, "realNameVerified" | "mainland">> {
  const sources = new Sources();
  const known = (await sources.domainsOf(accountId)).find((one) => one.domain === domain);
  const server = (await sources.serversOf(accountId)).find(({ id }) => id === access?.resourceId);
  return {
    realNameVerified: known === undefined ? null : known.realNameVerifiedAt !== null && !known.serverHold,
    mainland: server?.mainland ?? null,
  };
}

/** What the authority has before it for this very name. */
async function reviewOf(db: Db, accountId: string, domain: string): Promise<Reach["inReview"]> {
  const [order] = await db
    .select({ type: t.orders.type })
    .from(t.orders)
    .innerJoin(t.orderDomains, eq(t.orderDomains.orderId, t.orders.id))
    .where(
      and(
        eq(t.orders.accountId, accountId),
        eq(t.orderDomains.domain, domain),
        inArray(t.orders.state, ["SMS_PENDING", "AUTHORITY_REVIEW"]),
      ),
    )
    .limit(1);
  return order === undefined ? null : kindOf(order.type);
}

function kindOf(type: OrderType): Reach["inReview"] {
  if (isAccess(type)) return "access";
  return isChange(type) || isCancellation(type) ? "change" : "new";
}

async function minutesSince(db: Db, serviceId: string): Promise<number | null> {
  const [access] = await db
    .select({ since: t.accesses.since })
    .from(t.accesses)
    .where(and(eq(t.accesses.serviceId, serviceId), isNull(t.accesses.endedAt)));
  return access === undefined ? null : Math.floor((clock().now() - access.since) / 60_000);
}
