import "server-only";
import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { decodeCursor, encodeCursor } from "./cursor";
import { QUEUE_VIEWS, type QueueFilters, type QueueView } from "./queue-filters";
import { byPromise, entriesOf, type QueueRow, queueRows } from "./queue-rows";
import { beyond, countOf, filtered, matches, type QueueScope, viewOf, visible } from "./queue-where";
import { staffContext } from "./staff-context";

export type { QueueRow } from "./queue-rows";

export interface QueueInput {
  readonly view: QueueView;
  readonly filters?: QueueFilters;
  /** Order number, unit name or domain; at least two characters. */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly newer: string | null;
  readonly older: string | null;
  readonly now: number;
}

const PAGE = 50;

/** The reviewers' list, promised call-backs on top, then oldest first, by keyset: page 500 costs what page 1 costs. Orders of own accounts are left out. */
export async function listQueue(actor: Actor, input: QueueInput): Promise<Result<QueuePage>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const { now, policy } = ctx.value;
  const scope = { actor, now, policy };
  const cursor = decodeCursor(input.cursor);
  const backwards = cursor?.direction === "newer";
  const promises = input.view === "callbacks";
  const key = promises ? t.orders.callbackBy : t.orders.since;
  const found = await orders()
    .where(and(chosen(scope, input), unpromised(input.view), beyond(cursor, key)))
    .orderBy(...(backwards ? [desc(key), desc(t.orders.id)] : [asc(key), asc(t.orders.id)]))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  if (backwards) page.reverse();
  const end = (one: (typeof page)[number] | undefined) =>
    one && { since: (promises ? one.order.callbackBy : one.order.since) ?? 0, id: one.order.id };
  const more = found.length > PAGE;
  const isFirst = backwards ? !more : cursor === null;
  const promised = isFirst ? await promisedOrders(scope, input) : [];
  const rows = await queueRows([...promised, ...page], ctx.value);
  return ok({
    rows: promises ? rows.flatMap(entriesOf).toSorted(byPromise) : rows,
    newer: (backwards ? more : cursor !== null) ? encodeCursor("newer", end(page[0])) : null,
    older: backwards || more ? encodeCursor("older", end(page.at(-1))) : null,
    now,
  });
}

const orders = () =>
  read()
    .select({ order: t.orders, claimName: t.users.displayName })
    .from(t.orders)
    .leftJoin(t.users, eq(t.users.id, t.orders.claimUserId));

/** What the reader asked to see. */
const chosen = (scope: QueueScope, { view, filters = {}, search }: QueueInput) =>
  and(visible(scope.actor), viewOf(view, scope), filtered(filters, scope), matches(search));

/** Promised call-backs stand on top of the first page of a list of the review, so they are not in it once more. */
const PROMISED_FIRST: readonly QueueView[] = ["unclaimed", "mine", "due", "resubmitted", "review", "all"];
const unpromised = (view: QueueView) =>
  PROMISED_FIRST.includes(view) ? isNull(t.orders.callbackBy) : undefined;

/** Whom somebody promised to call, the soonest first (DF §3.5): a promise outranks the order of arrival. */
async function promisedOrders(scope: QueueScope, input: QueueInput) {
  if (!PROMISED_FIRST.includes(input.view)) return [];
  return orders()
    .where(and(chosen(scope, input), isNotNull(t.orders.callbackBy)))
    .orderBy(asc(t.orders.callbackBy), asc(t.orders.id));
}

/** How many entries each view holds, and each of the views given beside them; for the menu. */
export async function countQueue<K extends string = never>(
  actor: Actor,
  more: Readonly<Record<K, { readonly view: QueueView; readonly filters: QueueFilters }>> = {} as never,
): Promise<Record<QueueView | K, number>> {
  const ctx = await staffContext(actor);
  const views = Object.fromEntries(QUEUE_VIEWS.map((view) => [view, { view, filters: {} }]));
  const wanted = { ...views, ...more } as Record<
    QueueView | K,
    { readonly view: QueueView; readonly filters: QueueFilters }
  >;
  const keys = Object.keys(wanted) as (QueueView | K)[];
  const none = Object.fromEntries(keys.map((key) => [key, 0])) as Record<QueueView | K, number>;
  if (!ctx.ok) return none;
  const scope = { actor, now: ctx.value.now, policy: ctx.value.policy };
  const columns = Object.fromEntries(
    keys.map((key) => [key, countOf(wanted[key].view, wanted[key].filters, scope)]),
  );
  const [row] = await read().select(columns).from(t.orders).where(visible(actor));
  return { ...none, ...(row as Record<QueueView | K, number> | undefined) };
}
