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
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import type { Cursor } from "./cursor";

export const QUEUE_VIEWS = [
  "unclaimed",
  "mine",
  "callbacks",
  "resubmitted",
  "review",
  "forwarded",
  "all",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

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

/** The orders of one view. */
export function viewOf(view: QueueView, actor: Actor): SQL | undefined {
  const inReview = eq(t.orders.state, "PROVIDER_REVIEW");
  switch (view) {
    case "unclaimed":
      return and(inReview, isNull(t.orders.claimUserId));
    case "mine":
      return and(inReview, eq(t.orders.claimUserId, actor.userId));
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
export const promisesOf = (actor: Actor): SQL =>
  sql`case when ${viewOf("callbacks", actor)} then (
    select count(*) from json_each(${t.orders.snapshot}, '$.callbacks') as c where c.value ->> '$.callBy' is not null
  ) else 0 end`;

/** Keyset: what comes after the cursor, in its direction, in a list ordered by `key`. */
export function beyond(cursor: Cursor | null, key: Column): SQL | undefined {
  if (cursor === null) return undefined;
  const past = cursor.direction === "newer" ? lt : gt;
  return or(past(key, cursor.since), and(eq(key, cursor.since), past(t.orders.id, cursor.id)));
}
