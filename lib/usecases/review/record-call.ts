import "server-only";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { CalledNumber, PhoneOutcome } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { seal, unwrap } from "@/lib/secrets";
import { commandOrder, type OrderVersion } from "./command-order";
import { peopleToCall } from "./people-to-call";
import { readSubmitted } from "./submitted";

export interface CallInput extends OrderVersion {
  readonly personId: string;
  readonly number: CalledNumber;
  readonly outcome: PhoneOutcome;
  readonly note: string;
}

/** What came of phoning a lead (DF §3.5). The note is encrypted; outcome and kind of number are part of the order's history. */
export async function recordCall(
  actor: Actor,
  { personId, number, outcome, note, ...seen }: CallInput,
): Promise<Result<{ version: number }>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  const people = peopleToCall(submitted.value.application, false);
  const called = people.find((person) => person.personId === personId);
  if (called === undefined) return fail(refuse("invalid", { path: "personId" }));
  if (!called.numbers.some((one) => one.number === number))
    return fail(refuse("invalid", { path: "number" }));
  return commandOrder(actor, seen, () => ({
    command: { type: "phone", personId, role: called.role, number, outcome },
    also: async (tx, order, ctx) => {
      const id = newId();
      const key = order.row.wrappedKey && unwrap(order.row.wrappedKey);
      await tx.insert(t.calls).values({
        id,
        orderId: order.row.id,
        round: order.snapshot.round,
        personId,
        number,
        outcome,
        noteEnc:
          note.trim() !== "" && key ? seal(key, note.trim(), `order:${order.row.id}:call:${id}`) : null,
        at: ctx.now,
        userId: actor.userId,
      });
    },
  }));
}
