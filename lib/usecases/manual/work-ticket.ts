import "server-only";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ManualCallInput, RefuseManual } from "@/lib/filing/manual/form";
import { decideManual, type ManualCommand } from "@/lib/filing/manual/machine";
import type { ManualState } from "@/lib/filing/manual/states";
import type { Params } from "@/lib/filing/shared/refusal";
import type { Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/secrets";
import { staffContext } from "../review/staff-context";
import { loadTicket, type ManualRow, manualAad, manualKey, moveManual } from "./store";
import { tellOfRequest } from "./tell";

type Sealed = Parameters<typeof moveManual>[4];

/** A command of staff: may it be, what does it write beside the state, what does the audit say. */
async function give(
  actor: Actor,
  { requestId, version }: { requestId: string; version: number },
  command: ManualCommand,
  write: (tx: Tx, row: ManualRow, key: Buffer, next: ManualState) => Promise<Sealed>,
  audited: { readonly action: string; readonly data?: Params },
): Promise<Result<null>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  return withTransaction(async (tx) => {
    const ticket = await loadTicket(tx, actor, requestId);
    if (!ticket.ok) return ticket;
    const next = decideManual({ state: ticket.value.state, missing: 0 }, command);
    if (!next.ok) return next;
    const key = manualKey(ticket.value);
    if (!key.ok) return key;
    const change = await write(tx, ticket.value, key.value, next.value);
    const moved = await moveManual(tx, ticket.value, version, next.value, change);
    if (!moved.ok) return moved;
    // The words of staff stay with the request: a message only says that there are some.
    if (next.value === "REFUSED") await tellOfRequest(tx, ticket.value, "manual_refused");
    await audit(tx, { actorId: actor.userId, object: requestId, outcome: "done", ...audited });
    return moved;
  });
}

/** What a call came to; the person's yes proves the request, his no ends it. */
export const callTicket = (actor: Actor, input: ManualCallInput) =>
  give(
    actor,
    input,
    { type: "call", outcome: input.outcome },
    async (tx, row, key, next) => {
      const id = newId();
      await tx.insert(t.manualCalls).values({
        ...{ id, requestId: row.id, outcome: input.outcome, at: clock().now(), userId: actor.userId },
        noteEnc: seal(key, input.note, manualAad(row.id, `call:${id}`)),
      });
      return next === "REFUSED" ? { decidedBy: actor.userId } : {};
    },
    { action: "manual.called", data: { outcome: input.outcome } },
  );

/** Ends a request, proven or not, with the reason the applicant reads. */
export const refuseTicket = (actor: Actor, input: RefuseManual) =>
  give(
    actor,
    input,
    { type: "refuse" },
    async (_tx, row, key) => ({
      refusedEnc: seal(key, input.reason, manualAad(row.id, "refused")),
      decidedBy: actor.userId,
    }),
    { action: "manual.refused" },
  );
