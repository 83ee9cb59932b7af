import "server-only";
import { desc, eq, isNull, or } from "drizzle-orm";
import { type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";

/** A wording of the provider for a reason of the catalogue. */
export interface ReasonTemplate {
  readonly id: string;
  /** What a change was made of: two who change it at once do not overwrite each other unseen. */
  readonly version: number;
  readonly code: string;
  readonly text: string;
  readonly shared: boolean;
  /** The reader may change it or take it away. */
  readonly editable: boolean;
}

type Row = typeof t.reasonTemplates.$inferSelect;

/** More of one's own for one reason would not be found again. */
export const MOST_TEMPLATES_A_REASON = 20;

/** The wordings somebody can use: everybody's first, then his own; the newest version of each that is not gone. */
export async function listTemplates(actor: Actor): Promise<readonly ReasonTemplate[]> {
  const rows = await newest(read(), actor);
  return rows
    .filter(({ removed }) => !removed)
    .map((row) => ({
      ...{ id: row.templateId, version: row.version, code: row.code, text: row.text },
      shared: row.ownerId === null,
      editable: mayChange(actor, row),
    }))
    .sort((a, b) => Number(b.shared) - Number(a.shared));
}

/** Shared wordings belong to the supervisors, one's own to oneself. */
const mayChange = (actor: Actor, { ownerId }: Pick<Row, "ownerId">): boolean =>
  ownerId === null ? can(actor, "review.templates") : ownerId === actor.userId;

async function newest(db: Reader | Tx, { userId }: Actor): Promise<readonly Row[]> {
  const rows = await db
    .select()
    .from(t.reasonTemplates)
    .where(or(isNull(t.reasonTemplates.ownerId), eq(t.reasonTemplates.ownerId, userId)))
    .orderBy(desc(t.reasonTemplates.version));
  const byId = new Map<string, Row>();
  for (const row of rows) if (!byId.has(row.templateId)) byId.set(row.templateId, row);
  // Ids are in the order of their making.
  return [...byId.values()].sort((a, b) => (a.templateId < b.templateId ? -1 : 1));
}

export interface SaveTemplateInput {
  /** Which one is changed, as the page showed it; null: a new one. */
  readonly known: { readonly id: string; readonly version: number } | null;
  readonly code: string;
  readonly text: string;
  /** For everybody; of a known one it stays what it is. */
  readonly shared: boolean;
}

/**
 * Keeps a wording, as a version of its own. Refusals: invalid (no words, too many), forbidden (a shared one, by who is no
 * supervisor), not_found (gone, or a colleague's), stale (changed meanwhile).
 */
export function saveTemplate(actor: Actor, input: SaveTemplateInput): Promise<Result<{ id: string }>> {
  const text = input.text.trim();
  if (text === "") return Promise.resolve(fail(refuse("invalid", { path: "text" })));
  return withTransaction(async (tx) => {
    if (input.known !== null) {
      const row = await known(tx, actor, input.known);
      return row.ok ? write(tx, actor, { ...row.value, text, code: input.code, removed: false }) : row;
    }
    const ownerId = input.shared ? null : actor.userId;
    if (!mayChange(actor, { ownerId })) return fail(refuse("forbidden"));
    const alike = (await newest(tx, actor)).filter(
      (row) => !row.removed && row.code === input.code && row.ownerId === ownerId,
    );
    if (alike.length >= MOST_TEMPLATES_A_REASON) {
      const params = { most: MOST_TEMPLATES_A_REASON };
      return fail(refuse("invalid", { reason: "review.templates-full", params }));
    }
    const fresh = { templateId: newId(), version: 0, code: input.code, ownerId, text, removed: false };
    return write(tx, actor, fresh);
  });
}

/** Takes a wording away. What it said stays on record. Refusals as above. */
export function removeTemplate(
  actor: Actor,
  seen: { readonly id: string; readonly version: number },
): Promise<Result<{ id: string }>> {
  return withTransaction(async (tx) => {
    const row = await known(tx, actor, seen);
    return row.ok ? write(tx, actor, { ...row.value, removed: true }) : row;
  });
}

async function known(
  tx: Tx,
  actor: Actor,
  seen: { readonly id: string; readonly version: number },
): Promise<Result<Row>> {
  const [row] = await tx
    .select()
    .from(t.reasonTemplates)
    .where(eq(t.reasonTemplates.templateId, seen.id))
    .orderBy(desc(t.reasonTemplates.version))
    .limit(1);
  if (row === undefined || row.removed || (row.ownerId !== null && row.ownerId !== actor.userId))
    return fail(refuse("not_found"));
  if (!mayChange(actor, row)) return fail(refuse("forbidden"));
  return row.version === seen.version ? ok(row) : fail(refuse("stale"));
}

/** The next version. Changes of shared ones are in the audit: they end up in everybody's decisions. */
async function write(
  tx: Tx,
  actor: Actor,
  { templateId, version, code, ownerId, text, removed }: Omit<Row, "at" | "userId">,
): Promise<Result<{ id: string }>> {
  const next = { templateId, version: version + 1, code, ownerId, text, removed };
  await tx.insert(t.reasonTemplates).values({ ...next, at: clock().now(), userId: actor.userId });
  if (ownerId === null)
    await audit(tx, {
      actorId: actor.userId,
      action: removed ? "template.removed" : "template.saved",
      object: templateId,
      outcome: "done",
      data: { code, version: version + 1 },
    });
  return ok({ id: templateId });
}
