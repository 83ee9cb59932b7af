import "server-only";
import { and, desc, eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { decide } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { seal } from "@/lib/secrets";
import { holdCodes } from "../../codes/hold-codes";
import { applyCommand, type OpenDraft, type OrderRecord, orderKey } from "../store";
import { labelsOf, rewriteIndexes } from "./indexes";

/** Typing is not history: one `saved` entry per person and this long. The idle clock may lag by as much. */
const QUIET_MS = 10 * 60_000;

const aad = (orderId: string) => `order:${orderId}:draft`;

/** Writes the first draft of a fresh order, with its indexes. */
export async function insertDraft(
  tx: Tx,
  order: OrderRecord,
  key: Buffer,
  app: ApplicationDraft,
  ctx: DecisionContext & { readonly actor: { readonly userId: string | null } },
): Promise<void> {
  const { id, createdBy } = order.row;
  await tx.insert(t.orderDrafts).values({
    orderId: id,
    version: 1,
    documentEnc: seal(key, app, aad(id)),
    sections: {},
    updatedAt: ctx.now,
    updatedBy: createdBy,
  });
  await rewriteIndexes(tx, id, app);
}

export interface DraftChange {
  readonly order: OrderRecord;
  readonly draft: OpenDraft;
  readonly app: ApplicationDraft;
  /** Sections this change writes; their versions become the draft's new one. */
  readonly touched: readonly string[];
  readonly userId: string;
}

/**
 * Writes a changed document with everything that follows from it, in the caller's transaction: indexes, labels,
 * section versions, and the `saved` event when it is worth a line of the timeline.
 */
export async function writeDraft(
  tx: Tx,
  change: DraftChange,
  ctx: DecisionContext,
): Promise<Result<{ version: number }>> {
  const { order, draft, app, touched, userId } = change;
  const key = orderKey(order);
  if (!key.ok) return key;
  const orderId = order.row.id;
  const version = draft.version + 1;
  const stamp = { version, at: ctx.now, userId };
  const rows = await tx
    .update(t.orderDrafts)
    .set({
      version,
      documentEnc: seal(key.value, app, aad(orderId)),
      sections: { ...draft.sections, ...Object.fromEntries(touched.map((section) => [section, stamp])) },
      updatedAt: ctx.now,
      updatedBy: userId,
    })
    .where(and(eq(t.orderDrafts.orderId, orderId), eq(t.orderDrafts.version, draft.version)))
    .returning({ version: t.orderDrafts.version });
  if (rows.length === 0) return fail(refuse("stale", { reason: "draft.moved" }));
  await rewriteIndexes(tx, orderId, app);
  await holdCodes(tx, order.row, app, { now: ctx.now, userId });
  const recorded = await recordSave(tx, order, touched, labelsOf(app), ctx);
  return recorded.ok ? ok({ version }) : recorded;
}

async function recordSave(
  tx: Tx,
  order: OrderRecord,
  sections: readonly string[],
  labels: ReturnType<typeof labelsOf>,
  ctx: DecisionContext,
): Promise<Result<unknown>> {
  const command = { type: "save", sections } as const;
  if (!(await isContinuing(tx, order.row.id, ctx)))
    return applyCommand(tx, order, command, ctx, { change: labels });
  const allowed = decide(order.snapshot, command, ctx);
  if (!allowed.ok) return allowed;
  if (labels.unitName !== order.row.unitName || labels.headline !== order.row.headline)
    await tx.update(t.orders).set(labels).where(eq(t.orders.id, order.row.id));
  return ok(undefined);
}

/** Is the newest line of the timeline a save of the same person, a moment ago? */
async function isContinuing(tx: Tx, orderId: string, ctx: DecisionContext): Promise<boolean> {
  const [last] = await tx
    .select({ type: t.orderEvents.type, at: t.orderEvents.at, userId: t.orderEvents.userId })
    .from(t.orderEvents)
    .where(eq(t.orderEvents.orderId, orderId))
    .orderBy(desc(t.orderEvents.seq))
    .limit(1);
  return last?.type === "saved" && last.userId === ctx.actor.userId && ctx.now - last.at < QUIET_MS;
}
