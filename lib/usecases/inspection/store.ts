import "server-only";
import { and, eq, max } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import type { InspectionEventType, InspectionState } from "@/lib/filing/inspection/states";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, seal, unwrap } from "@/lib/secrets";

export type InspectionRow = typeof t.inspections.$inferSelect;
export type EntityRow = typeof t.entities.$inferSelect;
type EventRow = typeof t.inspectionEvents.$inferSelect;

/** An inspection with the record it is about, whose account it is, whose key its words are under. */
export interface Inspection {
  readonly row: InspectionRow;
  readonly entity: EntityRow;
}

async function load(db: Db | Tx, id: string): Promise<Inspection | undefined> {
  const [found] = await db
    .select({ row: t.inspections, entity: t.entities })
    .from(t.inspections)
    .innerJoin(t.entities, eq(t.entities.id, t.inspections.entityId))
    .where(eq(t.inspections.id, id))
    .limit(1);
  return found;
}

/** The owner's door: somebody else's inspection and none are the same answer. */
export async function loadOwnInspection(db: Db | Tx, actor: Actor, id: string): Promise<Result<Inspection>> {
  const found = await load(db, id);
  return found && ownsAccount(actor, found.entity.accountId) ? ok(found) : fail(refuse("not_found"));
}

/** Staff's door: nobody judges what his own account has filed. */
export async function loadInspection(db: Db | Tx, actor: Actor, id: string): Promise<Result<Inspection>> {
  const found = await load(db, id);
  if (found === undefined) return fail(refuse("not_found"));
  return ownsAccount(actor, found.entity.accountId)
    ? fail(refuse("forbidden", { reason: "order.own-account" }))
    : ok(found);
}

/** The clock's and the authority's door: nobody asks. */
export const findInspection = load;

export interface Happened {
  readonly type: InspectionEventType;
  readonly at: number;
  readonly by: { readonly kind: EventRow["actorKind"]; readonly userId: string | null };
  readonly deadline?: number;
  readonly orderId?: string;
  readonly text?: string;
}

const textAad = (id: string, seq: number): string => `inspection:${id}:${seq}`;

/** Appends what happened. */
export async function writeEvent(tx: Tx, { row, entity }: Inspection, happened: Happened): Promise<void> {
  const { type, at, by, deadline, orderId, text } = happened;
  const { inspectionEvents: e } = t;
  const [last] = await tx
    .select({ seq: max(e.seq) })
    .from(e)
    .where(eq(e.inspectionId, row.id));
  const seq = (last?.seq ?? 0) + 1;
  await tx.insert(e).values({
    ...{ inspectionId: row.id, seq, at, type, actorKind: by.kind, userId: by.userId },
    ...{ deadline: deadline ?? null, orderId: orderId ?? null },
    textEnc: text === undefined ? null : seal(unwrap(entity.wrappedKey), text, textAad(row.id, seq)),
  });
}

/** In the words of whoever it was; null: it took none. */
export const textOf = (entity: EntityRow, { inspectionId, seq, textEnc }: EventRow): string | null =>
  textEnc === null ? null : open<string>(unwrap(entity.wrappedKey), textEnc, textAad(inspectionId, seq));

type Change = Partial<
  Pick<InspectionRow, "deadline" | "remindedAt" | "orderId" | "origin" | "notice" | "sentBack">
>;

/** Into the next state, from the version that was seen. */
export async function moveInspection(
  tx: Tx,
  { row }: Inspection,
  version: number,
  state: InspectionState,
  now: number,
  change: Change = {},
): Promise<Result<null>> {
  const { inspections: i } = t;
  const moved = await tx
    .update(i)
    .set({ ...change, state, version: version + 1, ...(state !== row.state && { since: now }) })
    .where(and(eq(i.id, row.id), eq(i.version, version)))
    .returning({ id: i.id });
  return moved.length === 0 ? fail(refuse("stale")) : ok(null);
}
