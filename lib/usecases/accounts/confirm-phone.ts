import "server-only";
import { eq, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { ConfirmPhone } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type ContactChange, confirmEnd, dropChange, newValueOf, pendingChange } from "./contact-changes";
import { codeFits } from "./contact-codes";
import { sendAccountMessage } from "./messages";
import { ownedAccount, saveProfile } from "./own-account";
import { refuseAccount, refuseField } from "./reasons";

/** Six digits are soon guessed: after so many wrong ones the change begins anew. */
const TRIES = 5;

type Tried = { readonly refusal: Refusal } | { readonly state: "done" | "waits" };

/** One end of the change of a phone agrees, by its code. */
export async function confirmPhone(
  actor: Actor,
  { end, code }: ConfirmPhone,
): Promise<Result<{ state: "done" | "waits" }>> {
  // A wrong try must be counted, so the transaction commits and the refusal is its answer.
  const tried = await withTransaction((tx) => attempt(tx, actor, end, code.trim()));
  if (!tried.ok) return tried;
  return "refusal" in tried.value ? fail(tried.value.refusal) : ok({ state: tried.value.state });
}

async function attempt(tx: Tx, actor: Actor, end: "old" | "new", code: string): Promise<Result<Tried>> {
  const change = await pendingChange(tx, actor.userId, "phone");
  if (change === undefined || change.accountId !== actor.accountId)
    return fail(refuseAccount("wrong_state", "change-none"));
  if (!codeFits(change.id, end, code)) return ok({ refusal: await countWrong(tx, change) });
  const after = await confirmEnd(tx, change.id, end);
  if (after === undefined) return fail(refuseAccount("wrong_state", "change-none"));
  if (after.oldConfirmedAt === null || after.newConfirmedAt === null) return ok({ state: "waits" });
  const moved = await move(tx, actor, after);
  return moved.ok ? ok({ state: "done" }) : moved;
}

async function countWrong(tx: Tx, change: ContactChange): Promise<Refusal> {
  if (change.attempts + 1 >= TRIES) {
    await dropChange(tx, change.userId, "phone");
    return refuseAccount("wrong_state", "phone-code-spent");
  }
  await tx
    .update(t.contactChanges)
    .set({ attempts: sql`${t.contactChanges.attempts} + 1` })
    .where(eq(t.contactChanges.id, change.id));
  return refuseField("code", "phone-code-wrong");
}

async function move(tx: Tx, actor: Actor, change: ContactChange): Promise<Result<null>> {
  const owned = await ownedAccount(tx, actor);
  if (!owned.ok) return owned;
  const { row, profile } = owned.value;
  const saved = await saveProfile(tx, owned.value, { ...profile, securityPhone: newValueOf(change) });
  if (!saved.ok) return saved;
  await dropChange(tx, actor.userId, "phone");
  await audit(tx, { actorId: actor.userId, action: "phone.changed", object: row.id, outcome: "done" });
  await sendAccountMessage(tx, { kind: "notice", notice: "phone-changed", userId: actor.userId });
  return ok(null);
}
