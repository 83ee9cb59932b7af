import "server-only";
import { timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { ok, type Result } from "@/lib/filing/shared/result";
import { leadContext } from "../orders/context";
import { applyCommand } from "../orders/store";
import type { CallbackRequest } from "./form";
import { calledLead, resolveLink, WRONG_DIGITS } from "./link";

/** `wrong` says how many tries are left; a link nobody can use any more is `closed`, whatever the reason. */
export type CallbackOutcome =
  | { readonly outcome: "asked" }
  | { readonly outcome: "wrong"; readonly left: number }
  | { readonly outcome: "closed" };

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** An outcome rather than a refusal: a refusal would roll the count back. */
async function countWrong(tx: Tx, linkId: string): Promise<CallbackOutcome> {
  const [row] = await tx
    .update(t.callbackLinks)
    .set({ wrong: sql`${t.callbackLinks.wrong} + 1` })
    .where(eq(t.callbackLinks.id, linkId))
    .returning({ wrong: t.callbackLinks.wrong });
  const left = WRONG_DIGITS - (row?.wrong ?? WRONG_DIGITS);
  await audit(tx, {
    actorId: null,
    action: "callback.digits",
    object: linkId,
    outcome: "refused",
    data: { left },
  });
  return left > 0 ? { outcome: "wrong", left } : { outcome: "closed" };
}

/**
 * A lead asks for the call he himself missed, by his link and the last digits of the number that was called: who has found the
 * message alone cannot. From then on the provider's own clock runs, and time never returns the order for his silence.
 */
export async function askCallback(
  input: CallbackRequest & { token: string },
): Promise<Result<CallbackOutcome>> {
  return withTransaction(async (tx) => {
    const open = await resolveLink(tx, input.token);
    if (open === null) return ok({ outcome: "closed" });
    const phone = (await calledLead(tx, open))?.phone;
    if (!phone) return ok({ outcome: "closed" });
    if (!same(phone.slice(-4), input.digits)) return ok(await countWrong(tx, open.link.id));
    const { personId } = open.link;
    const command = { type: "request_callback", personId, when: input.when } as const;
    const applied = await applyCommand(tx, open.order, command, await leadContext());
    if (applied.ok) return ok({ outcome: "asked" });
    const { reason } = applied.error;
    if (reason === "order.callback-already-requested") return ok({ outcome: "asked" });
    return applied.error.code === "wrong_state" ? ok({ outcome: "closed" }) : applied;
  });
}
