import "server-only";
import { and, count, desc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import {
  type CloseOfflineNote,
  MAX_OFFLINE_NOTES,
  type OFFLINE_CASES,
  type OFFLINE_OUTCOMES,
  type OfflineNoteInput,
} from "@/lib/filing/guide/offline-note";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { open, seal, unwrap } from "@/lib/secrets";
import { ownAccount } from "../accounts/own-account";
import { currentPolicy } from "../policy/current-policy";

export interface OfflineNote {
  readonly id: string;
  readonly version: number;
  readonly about: (typeof OFFLINE_CASES)[number];
  readonly province: string;
  readonly subject: string;
  readonly sent: string;
  readonly sentOn: string;
  readonly outcome: (typeof OFFLINE_OUTCOMES)[number];
}

type Sealed = Pick<OfflineNote, "subject" | "sent">;
const aad = (id: string): string => `offline:${id}`;

/** What the account wrote to authorities, newest first. */
export async function listOfflineNotes(actor: Actor): Promise<Result<readonly OfflineNote[]>> {
  const db = read();
  const own = await ownAccount(db, actor);
  if (!own.ok) return own;
  const key = unwrap(own.value.row.wrappedKey);
  const rows = await db
    .select()
    .from(t.offlineNotes)
    .where(eq(t.offlineNotes.accountId, own.value.row.id))
    .orderBy(desc(t.offlineNotes.sentOn), desc(t.offlineNotes.createdAt));
  return ok(
    rows.map(({ id, version, about, province, sentOn, outcome, noteEnc }) => ({
      ...{ id, version, about, province, sentOn, outcome },
      ...open<Sealed>(key, noteEnc, aad(id)),
    })),
  );
}

/** Writes down what was sent to an authority, and when. */
export async function addOfflineNote(
  actor: Actor,
  { subject, sent, ...input }: OfflineNoteInput,
): Promise<Result<{ noteId: string }>> {
  const { provinces } = await currentPolicy();
  return withTransaction(async (tx) => {
    const own = await ownAccount(tx, actor);
    if (!own.ok) return own;
    const now = clock().now();
    const wrong = (path: string, reason: string) =>
      fail(refuse("invalid", { fields: [{ path, reason: `offline-note.${reason}` }] }));
    if (provinces[input.province] === undefined) return wrong("province", "province");
    if (input.sentOn > dayOf(now)) return wrong("sentOn", "future");
    const { row } = own.value;
    const [kept] = await tx
      .select({ n: count() })
      .from(t.offlineNotes)
      .where(eq(t.offlineNotes.accountId, row.id));
    if ((kept?.n ?? 0) >= MAX_OFFLINE_NOTES)
      return fail(refuse("wrong_state", { reason: "offline-note.many" }));
    const id = newId();
    await tx.insert(t.offlineNotes).values({
      ...{ ...input, id, accountId: row.id, outcome: "waiting" },
      noteEnc: seal(unwrap(row.wrappedKey), { subject, sent }, aad(id)),
      ...{ since: now, createdAt: now, createdBy: actor.userId },
    });
    await audit(tx, { actorId: actor.userId, action: "offline.noted", object: id, outcome: "done" });
    return ok({ noteId: id });
  });
}

/** What came of it. */
export async function closeOfflineNote(
  actor: Actor,
  { noteId, version, outcome }: CloseOfflineNote,
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const table = t.offlineNotes;
    const [row] = await tx.select().from(table).where(eq(table.id, noteId));
    if (row === undefined || !ownsAccount(actor, row.accountId)) return fail(refuse("not_found"));
    const changed = await tx
      .update(table)
      .set({ outcome, since: clock().now(), version: version + 1 })
      .where(and(eq(table.id, noteId), eq(table.version, version)))
      .returning({ id: table.id });
    if (changed.length === 0) return fail(refuse("stale"));
    await audit(tx, {
      ...{ actorId: actor.userId, action: "offline.outcome", object: noteId, outcome: "done" },
      data: { outcome },
    });
    return ok(null);
  });
}
