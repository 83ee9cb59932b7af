import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { deadlinesOf, decide } from "@/lib/filing/lifecycle";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import type { CallbackTime, CalledRole, DecisionContext, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { decodeCursor, encodeCursor } from "./cursor";
import { beyond, matches, promisesOf, type QueueView, viewOf, visible } from "./queue-where";
import { staffContext } from "./staff-context";

export interface QueueInput {
  readonly view: QueueView;
  /** Order number, unit name or domain; at least two characters. */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A lead's missed call: waits for his request until `at`, or was promised a call until then. */
export interface QueueCallback {
  readonly personId: string;
  readonly role: CalledRole | "lead";
  readonly state: "open" | "requested";
  readonly at: number;
  readonly when: CallbackTime;
}

export interface QueueRow {
  /** Unlike `id` once in a list: the list of call-backs has an entry for every lead. */
  readonly entry: string;
  readonly id: string;
  readonly number: string;
  readonly type: OrderType;
  readonly state: OrderState;
  readonly province: string | null;
  /** Null: a person, whose name stays in the ciphertext until the workbench. */
  readonly unitName: string | null;
  readonly headline: string | null;
  readonly round: number;
  readonly since: number;
  /** When the review is expected to be over; null outside the review. */
  readonly dueAt: number | null;
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  /** The reader may take it. */
  readonly claimable: boolean;
  /** Missed calls, each lead's own; in the list of call-backs an entry has exactly one. */
  readonly callbacks: readonly QueueCallback[];
  readonly version: number;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly counts: Readonly<Record<QueueView, number>>;
  readonly newer: string | null;
  readonly older: string | null;
  readonly now: number;
}

const PAGE = 50;
/** The reviewers' list, promised call-backs on top, then oldest first, by keyset: page 500 costs what page 1 costs. Orders of own accounts are left out. */
export async function listQueue(actor: Actor, input: QueueInput): Promise<Result<QueuePage>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const { now } = ctx.value;
  const cursor = decodeCursor(input.cursor);
  const backwards = cursor?.direction === "newer";
  const promises = input.view === "callbacks";
  const key = promises ? t.orders.callbackBy : t.orders.since;
  const order = backwards ? [desc(key), desc(t.orders.id)] : [asc(key), asc(t.orders.id)];
  const found = await read()
    .select({ order: t.orders, claimName: t.users.displayName })
    .from(t.orders)
    .leftJoin(t.users, eq(t.users.id, t.orders.claimUserId))
    .where(and(...chosen(actor, input), unpromised(input.view), beyond(cursor, key)))
    .orderBy(...order)
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  if (backwards) page.reverse();
  const rows = page.map((row) => queueRow(row, ctx.value));
  const end = (found: (typeof page)[number] | undefined) =>
    found && { since: (promises ? found.order.callbackBy : found.order.since) ?? 0, id: found.order.id };
  const more = found.length > PAGE;
  const isFirst = backwards ? !more : cursor === null;
  const promised = isFirst ? await promisedRows(actor, input) : [];
  return ok({
    rows: promises
      ? rows.flatMap(entriesOf).toSorted(byPromise)
      : [...promised.map((row) => queueRow(row, ctx.value)), ...rows],
    counts: await countQueue(actor),
    newer: (backwards ? more : cursor !== null) ? encodeCursor("newer", end(page[0])) : null,
    older: backwards || more ? encodeCursor("older", end(page.at(-1))) : null,
    now,
  });
}

/** What the reader asked to see. */
const chosen = (actor: Actor, { view, search }: QueueInput) => [
  visible(actor),
  viewOf(view, actor),
  matches(search),
];

/** Promised call-backs stand on top of the first page of a list of the review, so they are not in it once more. */
const PROMISED_FIRST: readonly QueueView[] = ["unclaimed", "mine", "resubmitted", "review", "all"];
const unpromised = (view: QueueView) =>
  PROMISED_FIRST.includes(view) ? isNull(t.orders.callbackBy) : undefined;

/** Whom somebody promised to call, the soonest first (DF §3.5): a promise outranks the order of arrival. */
async function promisedRows(actor: Actor, input: QueueInput) {
  if (!PROMISED_FIRST.includes(input.view)) return [];
  return read()
    .select({ order: t.orders, claimName: t.users.displayName })
    .from(t.orders)
    .leftJoin(t.users, eq(t.users.id, t.orders.claimUserId))
    .where(and(...chosen(actor, input), isNotNull(t.orders.callbackBy)))
    .orderBy(asc(t.orders.callbackBy), asc(t.orders.id));
}

function queueRow(
  found: { order: typeof t.orders.$inferSelect; claimName: string | null },
  ctx: DecisionContext,
): QueueRow {
  const { id, number, type, state, province, unitName, headline, since, version, snapshot, claimUserId } =
    found.order;
  const due = deadlinesOf(snapshot, ctx.policy).find(({ kind }) => kind === "provider_review_expected");
  const claim =
    claimUserId === null ? null : { name: found.claimName ?? "?", mine: claimUserId === ctx.actor.userId };
  const base = { entry: id, id, number, type, state, province, unitName, headline, since, version };
  const claimable = claim === null && decide(snapshot, { type: "claim" }, ctx).ok;
  return {
    ...base,
    round: snapshot.round,
    dueAt: due?.at ?? null,
    claim,
    claimable,
    callbacks: callbacksOf(snapshot),
  };
}

/** The soonest first, whoever it runs against. */
const callbacksOf = ({ callbacks }: OrderSnapshot): readonly QueueCallback[] =>
  Object.entries(callbacks)
    .map(
      ([personId, { role, requestBy, callBy, when = "any" }]): QueueCallback => ({
        ...{ personId, role: role ?? "lead", when },
        state: callBy === null ? "open" : "requested",
        at: callBy ?? requestBy,
      }),
    )
    .sort((a, b) => a.at - b.at);

/** In the list of call-backs every lead who was promised a call has an entry of his own. */
const entriesOf = (row: QueueRow): readonly QueueRow[] =>
  row.callbacks
    .filter(({ state }) => state === "requested")
    .map((callback) => ({ ...row, entry: `${row.id}.${callback.personId}`, callbacks: [callback] }));

const byPromise = (a: QueueRow, b: QueueRow): number => (a.callbacks[0]?.at ?? 0) - (b.callbacks[0]?.at ?? 0);

/** How many entries each view holds; for the menu. */
export async function countQueue(actor: Actor): Promise<Record<QueueView, number>> {
  const one = (view: QueueView) =>
    sql<number>`coalesce(sum(case when ${viewOf(view, actor) ?? sql`1 = 1`} then 1 else 0 end), 0)`.mapWith(
      Number,
    );
  const [row] = await read()
    .select({
      unclaimed: one("unclaimed"),
      mine: one("mine"),
      callbacks: sql<number>`coalesce(sum(${promisesOf(actor)}), 0)`.mapWith(Number),
      resubmitted: one("resubmitted"),
      review: one("review"),
      forwarded: one("forwarded"),
      all: one("all"),
    })
    .from(t.orders)
    .where(visible(actor));
  return row ?? { unclaimed: 0, mine: 0, callbacks: 0, resubmitted: 0, review: 0, forwarded: 0, all: 0 };
}
