import "server-only";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Finding } from "@/lib/filing/rules/types";
import { open, seal } from "@/lib/secrets";
import { type OrderRecord, orderKey } from "./records";

type NoteKind = (typeof t.findingNotes.$inferSelect)["kind"];
/** Which finding a note belongs to: a rule and the place it speaks of. */
export type FindingKey = Pick<Finding, "rule" | "path">;

export interface FindingNote extends FindingKey {
  readonly kind: NoteKind;
  readonly round: number;
  /** In the writer's words; empty when he gave none. */
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** The round an order is prepared for, or was submitted for: what is written down now belongs to it. */
export const roundInPreparation = ({ snapshot }: OrderRecord): number => snapshot.round + 1;

/** The label all notes of an order are sealed under. */
const aad = (orderId: string) => `order:${orderId}:note`;

/** The notes on findings of a round and all earlier ones, oldest first; none once the order was erased. */
export async function notesOf(
  db: Reader | Tx,
  order: OrderRecord,
  upToRound: number,
): Promise<readonly FindingNote[]> {
  const key = orderKey(order);
  if (!key.ok) return [];
  const rows = await db
    .select({ note: t.findingNotes, by: t.users.displayName })
    .from(t.findingNotes)
    .innerJoin(t.users, eq(t.users.id, t.findingNotes.userId))
    .where(and(eq(t.findingNotes.orderId, order.row.id), lte(t.findingNotes.round, upToRound)))
    .orderBy(asc(t.findingNotes.round), asc(t.findingNotes.at));
  return rows.map(({ note: { rule, path, kind, round, noteEnc, at }, by }) => ({
    ...{ rule, path, kind, round, at },
    text: open<string>(key.value, noteEnc, aad(order.row.id)),
    by: by ?? "?",
  }));
}

/** The newest note of a kind on a finding. What an applicant said stands in later rounds too. */
export const noteOn = (
  notes: readonly FindingNote[],
  kind: NoteKind,
  { rule, path }: FindingKey,
): FindingNote | undefined =>
  notes.findLast((note) => note.kind === kind && note.rule === rule && note.path === path);

export interface NewNote extends FindingKey {
  readonly kind: NoteKind;
  readonly round: number;
  readonly text: string;
  readonly userId: string;
  readonly at: number;
}

/** Writes a note, in place of an earlier one of this kind, round and finding. The key is the order's own. */
export async function writeNote(tx: Tx, orderId: string, key: Buffer, note: NewNote): Promise<void> {
  const { rule, path, kind, round, userId, at } = note;
  const noteEnc = seal(key, note.text, aad(orderId));
  await tx
    .insert(t.findingNotes)
    .values({ orderId, rule, path, kind, round, noteEnc, userId, at })
    .onConflictDoUpdate({
      target: [
        t.findingNotes.orderId,
        t.findingNotes.round,
        t.findingNotes.rule,
        t.findingNotes.path,
        t.findingNotes.kind,
      ],
      set: { noteEnc, userId, at },
    });
}
