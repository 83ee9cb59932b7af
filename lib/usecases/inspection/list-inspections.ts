import "server-only";
import { and, asc, count, desc, eq, inArray, lte, notInArray, or } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { OVER_INSPECTIONS } from "@/lib/filing/inspection/states";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type InspectionLine, joined, lineOf } from "./views";

export const INSPECTION_VIEWS = ["open", "over"] as const;
export type InspectionView = (typeof INSPECTION_VIEWS)[number];

const SHOWN = 200;
const living = notInArray(t.inspections.state, [...OVER_INSPECTIONS]);
const notOwn = (actor: Actor) =>
  actor.accountIds.length > 0 ? notInArray(t.entities.accountId, [...actor.accountIds]) : undefined;

/** How many wait for staff: an answer to look at, or a time that is over. */
export async function countInspections(actor: Actor): Promise<number> {
  const { inspections: i, entities } = t;
  const late = and(eq(i.state, "OPEN"), lte(i.deadline, clock().now()));
  const [row] = await read()
    .select({ n: count() })
    .from(i)
    .innerJoin(entities, eq(entities.id, i.entityId))
    .where(and(or(eq(i.state, "REPORTED_FIXED"), late), notOwn(actor)));
  return row?.n ?? 0;
}

/** Those under way, what is over time first, then by deadline; or those that are over, the last one first. */
export async function listInspections(
  actor: Actor,
  { view, province }: { readonly view: InspectionView; readonly province: string | null },
): Promise<Result<readonly InspectionLine[]>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const { inspections: i, entities } = t;
  const over = inArray(i.state, [...OVER_INSPECTIONS]);
  const rows = await joined(read())
    .where(
      and(
        view === "over" ? over : living,
        notOwn(actor),
        province === null ? undefined : eq(entities.province, province),
      ),
    )
    // The nearest deadline first puts what is past it before everything else.
    .orderBy(...(view === "over" ? [desc(i.since), desc(i.id)] : [asc(i.deadline), asc(i.id)]))
    .limit(SHOWN);
  const now = clock().now();
  return ok(rows.map((row) => lineOf(row, now)));
}

/** Of everything the account the actor works for has filed, or of one record of his: what he has to mend, soonest first. */
export async function ownInspections(
  actor: Actor,
  { entityId }: { readonly entityId?: string } = {},
): Promise<readonly InspectionLine[]> {
  if (!can(actor, "filing.read.own")) return [];
  const { inspections: i, entities } = t;
  const mine =
    entityId === undefined
      ? eq(entities.accountId, actor.accountId ?? "")
      : and(eq(entities.id, entityId), inArray(entities.accountId, [...actor.accountIds]));
  const rows = await joined(read()).where(and(mine, living)).orderBy(asc(i.deadline), asc(i.id));
  const now = clock().now();
  return rows.map((row) => lineOf(row, now));
}
