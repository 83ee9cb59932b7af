import "server-only";
import {
  and,
  type Column,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { dayOf, latestStart } from "@/lib/filing/policy/calendar";
import type { Policy } from "@/lib/filing/policy/types";
import type { Cursor } from "./cursor";
import type { QueueFilters, QueueView } from "./queue-filters";

/** Who looks, when, and by which waits: what "mine" and "due" mean. */
export interface QueueScope {
  readonly actor: Actor;
  readonly now: number;
  readonly policy: Policy;
}

const FORWARDED: readonly OrderState[] = [
  "READY_FOR_AUTHORITY",
  "SMS_PENDING",
  "SMS_FAILED",
  "AUTHORITY_REVIEW",
];

/** Submitted at least once, and not of an account the reader belongs to. */
export const visible = (actor: Actor): SQL | undefined =>
  and(
    isNotNull(t.orders.submittedAt),
    actor.accountIds.length > 0 ? notInArray(t.orders.accountId, [...actor.accountIds]) : undefined,
  );

/** Cancellations have a list of their own: nothing of the book is to be asked of them. */
const inReview = and(eq(t.orders.state, "PROVIDER_REVIEW"), notInArray(t.orders.type, [...CANCELLATIONS]));

/** In review, and expected to be over on that day or before. */
function dueBy(day: string, { policy }: QueueScope): SQL | undefined {
  const [, days] = policy.provider.providerReviewWorkingDays;
  return and(inReview, lte(t.orders.since, latestStart(day, days, policy.calendar)));
}

/** The orders of one view. */
export function viewOf(view: QueueView, scope: QueueScope): SQL | undefined {
  switch (view) {
    case "unclaimed":
      return and(inReview, isNull(t.orders.claimUserId));
    case "mine":
      return and(inReview, eq(t.orders.claimUserId, scope.actor.userId));
    case "due":
      return dueBy(dayOf(scope.now), scope);
    case "callbacks":
      return and(inReview, isNotNull(t.orders.callbackBy));
    case "resubmitted":
      return and(inReview, gt(roundOf, 1));
    case "review":
      return inReview;
    case "forwarded":
      return inArray(t.orders.state, [...FORWARDED]);
    case "all":
      return undefined;
  }
}

/** What the filters leave of a view. */
export function filtered(filters: QueueFilters, scope: QueueScope): SQL | undefined {
  const { province, type, kind, round, by, due } = filters;
  return and(
    province === undefined ? undefined : eq(t.orders.province, province),
    type === undefined ? undefined : eq(t.orders.type, type),
    // A person's name stays in the ciphertext: an order without a name in the row is a person's.
    kind === undefined
      ? undefined
      : kind === "person"
        ? isNull(t.orders.unitName)
        : isNotNull(t.orders.unitName),
    round === undefined ? undefined : round === "again" ? gt(roundOf, 1) : eq(roundOf, 1),
    by === undefined
      ? undefined
      : by === "none"
        ? isNull(t.orders.claimUserId)
        : eq(t.orders.claimUserId, by),
    due === undefined ? undefined : dueBy(due, scope),
  );
}

/** Rounds live in the snapshot; JSON access is spelled alike in SQLite and (as ->>) PostgreSQL. */
const roundOf = sql<number>`${t.orders.snapshot} ->> '$.round'`;

/** Order number, start of a domain, or part of a unit name. */
export function matches(search: string | undefined): SQL | undefined {
  const term = search?.trim() ?? "";
  if (term.length < 2) return undefined;
  const domains = read()
    .select({ id: t.orderDomains.orderId })
    .from(t.orderDomains)
    .where(
      and(
        gte(t.orderDomains.domain, term.toLowerCase()),
        lt(t.orderDomains.domain, `${term.toLowerCase()}\u{10ffff}`),
      ),
    );
  const name = sql`instr(${t.orders.unitName}, ${term}) > 0`;
  return or(eq(t.orders.number, term.toUpperCase()), name, inArray(t.orders.id, domains));
}

/** How many leads of an order wait for a call they were promised. */
const promisesOf = (scope: QueueScope): SQL =>
  sql`case when ${viewOf("callbacks", scope)} then (
    select count(*) from json_each(${t.orders.snapshot}, '$.callbacks') as c where c.value ->> '$.callBy' is not null
  ) else 0 end`;

/** How many entries a view has; in the list of call-backs an order has one for every lead. */
export function countOf(view: QueueView, filters: QueueFilters, scope: QueueScope): SQL<number> {
  const fits = and(viewOf(view, scope), filtered(filters, scope)) ?? sql`1 = 1`;
  const one = view === "callbacks" ? promisesOf(scope) : sql`1`;
  return sql<number>`coalesce(sum(case when ${fits} then ${one} else 0 end), 0)`.mapWith(Number);
}

/** Keyset: what comes after the cursor, in its direction, in a list ordered by `key`. */
export function beyond(cursor: Cursor | null, key: Column): SQL | undefined {
  if (cursor === null) return undefined;
  const past = cursor.direction === "newer" ? lt : gt;
  return or(past(key, cursor.since), and(eq(key, cursor.since), past(t.orders.id, cursor.id)));
}
