import "server-only";
import type { Actor } from "@/lib/filing/access";
import { isCancellation, needsOverride } from "@/lib/filing/lifecycle";
import type { ReviewReason } from "@/lib/filing/registry/cancel-reasons";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { unwrap } from "@/lib/secrets";
import { writeNote } from "../orders/finding-notes";
import { commandOrder, type OrderVersion } from "./command-order";
import { leadsToCall } from "./get-cancellation-desk";
import { readSubmitted } from "./submitted";

export interface PassCancellation extends OrderVersion {
  /** Why it may pass although a lead was not reached; empty: everybody was. */
  readonly overrideReason: string;
}

/**
 * Passes a cancellation on to the authority. Nothing of it is written, so the book has nothing to say: what counts is that
 * whoever answers for it was called and wants it, or why that does not matter.
 */
export async function passCancellation(
  actor: Actor,
  { overrideReason, ...seen }: PassCancellation,
): Promise<Result<{ version: number }>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  const { order, application } = submitted.value;
  if (!isCancellation(order.row.type)) return fail(refuse("not_found"));
  const reason = overrideReason.trim();
  const command = {
    ...({ type: "approve", openErrors: 0, uncheckedSites: 0, openQualifications: 0 } as const),
    overrideReason: reason === "" ? null : reason,
    leads: leadsToCall(order.row.type, application, false).map(({ personId }) => personId),
  };
  return commandOrder(actor, seen, (before) => ({
    command,
    also: async (tx, { row, snapshot }, ctx) => {
      if (reason === "" || row.wrappedKey === null) return;
      if (!needsOverride(before.snapshot, command, ctx.policy)) return;
      await writeNote(tx, row.id, unwrap(row.wrappedKey), {
        ...{ kind: "overridden", rule: "phone", path: "order", round: snapshot.round, text: reason },
        userId: actor.userId,
        at: ctx.now,
      });
    },
  }));
}

export interface ReturnCancellation extends OrderVersion {
  readonly code: ReviewReason;
  /** In the reviewer's own words, for the applicant. */
  readonly words: string;
}

/** Gives a cancellation back: void, with the reason, and the filing as it was. */
export async function returnCancellation(
  actor: Actor,
  { code, words, ...seen }: ReturnCancellation,
): Promise<Result<{ version: number }>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  if (!isCancellation(submitted.value.order.row.type)) return fail(refuse("not_found"));
  return commandOrder(actor, seen, () => {
    const id = newId();
    return {
      command: { type: "reject", items: [{ id, code, target: "order" }] },
      extra: { suggestions: { [id]: words.trim() } },
    };
  });
}
