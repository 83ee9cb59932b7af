import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { type AtDesk, loadAtDesk } from "@/lib/authority/manual/desk";
import { env } from "@/lib/env";
import { type Actor, can, ownsAccount } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";

/** Whether staff take orders to the authority by hand in this installation. */
export const isManual = (): boolean => env.GATEWAY === "manual";

/** A submission staff may work on: nobody his own account's, and none where a machine does it. */
export async function atDesk(db: Reader | Tx, actor: Actor, sequence: number): Promise<Result<AtDesk>> {
  if (!isManual()) return fail(refuse("not_found"));
  const desk = await loadAtDesk(db, sequence);
  if (!desk.ok) return desk;
  return ownsAccount(actor, desk.value.accountId)
    ? fail(refuse("forbidden", { reason: "order.own-account" }))
    : desk;
}

/** Who took a submission over to key it in; null while it waits in the tray. */
export interface Holder {
  readonly userId: string;
  readonly name: string;
}

export async function holderOf(db: Reader | Tx, sequence: number): Promise<Holder | null> {
  const [taken] = await db
    .select({ userId: t.manualRecords.userId, name: t.users.displayName })
    .from(t.manualRecords)
    .innerJoin(t.users, eq(t.users.id, t.manualRecords.userId))
    .where(and(eq(t.manualRecords.sequence, sequence), eq(t.manualRecords.type, "downloaded")))
    .orderBy(asc(t.manualRecords.id))
    .limit(1);
  return taken === undefined ? null : { userId: taken.userId, name: taken.name ?? "?" };
}

export const ofOther = fail(refuse("forbidden", { reason: "handover.of-other" }));

/** Whole values and the archive are for who keys them in, and for a supervisor who steps in for him. */
export const mayKeyIn = (actor: Actor, holder: Holder | null): boolean =>
  holder?.userId === actor.userId || can(actor, "handover.oversee");
