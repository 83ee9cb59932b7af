import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { filtersOfQuery, isQueueView, type QueueFilters, type QueueView, queryOf } from "./queue-filters";

/** A view with filters under a name of one's own. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: QueueView;
  readonly filters: QueueFilters;
}

/** More would not be found again in the menu. */
export const MOST_SAVED_VIEWS = 8;

/** One's own saved views, oldest first. One of a view that is gone is left out. */
export async function listSavedViews({ userId }: Pick<Actor, "userId">): Promise<readonly SavedView[]> {
  const rows = await read()
    .select()
    .from(t.savedViews)
    .where(eq(t.savedViews.userId, userId))
    .orderBy(asc(t.savedViews.createdAt), asc(t.savedViews.id));
  return rows.flatMap(({ id, name, view, query }) =>
    isQueueView(view) ? [{ id, name, view, filters: filtersOfQuery(query) }] : [],
  );
}

export interface SaveViewInput {
  readonly name: string;
  readonly view: QueueView;
  readonly filters: QueueFilters;
}

/** Keeps a view. Refusals: invalid (no name, one that is taken, as many as there may be). */
export function saveView(actor: Actor, input: SaveViewInput): Promise<Result<{ id: string }>> {
  const name = input.name.trim();
  if (name === "") return Promise.resolve(fail(refuse("invalid", { path: "name" })));
  return withTransaction(async (tx) => {
    const kept = await ownViews(tx, actor);
    if (kept.length >= MOST_SAVED_VIEWS)
      return fail(refuse("invalid", { reason: "review.views-full", params: { most: MOST_SAVED_VIEWS } }));
    if (kept.some((one) => one.name === name)) return fail(taken());
    const id = newId();
    const { view } = input;
    await tx.insert(t.savedViews).values({
      ...{ id, userId: actor.userId, name, view, query: queryOf(input.filters) },
      createdAt: clock().now(),
    });
    return ok({ id });
  });
}

/** Another name for it. Refusals: not_found (gone, or a colleague's), invalid. */
export function renameView(actor: Actor, input: { id: string; name: string }): Promise<Result<null>> {
  const name = input.name.trim();
  if (name === "") return Promise.resolve(fail(refuse("invalid", { path: "name" })));
  return withTransaction(async (tx) => {
    const kept = await ownViews(tx, actor);
    if (!kept.some(({ id }) => id === input.id)) return fail(refuse("not_found"));
    if (kept.some((one) => one.name === name && one.id !== input.id)) return fail(taken());
    await tx.update(t.savedViews).set({ name }).where(eq(t.savedViews.id, input.id));
    return ok(null);
  });
}

/** Takes it out of the menu. Gone already is as good. */
export function removeView(actor: Actor, { id }: { id: string }): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    await tx.delete(t.savedViews).where(and(eq(t.savedViews.id, id), eq(t.savedViews.userId, actor.userId)));
    return ok(null);
  });
}

const taken = () => refuse("invalid", { reason: "review.name-taken" });

const ownViews = (tx: Tx, { userId }: Actor) =>
  tx.select().from(t.savedViews).where(eq(t.savedViews.userId, userId));
