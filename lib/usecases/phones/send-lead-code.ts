import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { within } from "../accounts/limits";
import { sendAccountMessage } from "../accounts/messages";
import { CODE_MINUTES } from "./lead-code";
import { type LeadKey, ownLead } from "./own-lead";

const HOUR = 3600;

/**
 * Codes at most: a number may be a stranger's, so it has the fewest, over all accounts; an order has a few leads who may
 * each mistype; an account may file for several.
 */
export const CODE_LIMITS = {
  number: [3, HOUR],
  numberADay: [8, 24 * HOUR],
  order: [10, HOUR],
  account: [20, HOUR],
} as const;

/**
 * Sends a code to contact 1 of a lead as saved; an earlier one stops working. Nothing is sent to a number that is proven
 * already. Refusals: those of `ownLead`, too_many.
 */
export async function sendLeadCode(
  actor: Actor,
  input: LeadKey,
): Promise<Result<{ state: "sent" | "proven" }>> {
  const { orderId, personId } = input;
  const lead = await ownLead(actor, input);
  if (!lead.ok) return lead;
  const { accountId, phoneIdx, proven } = lead.value;
  if (proven) return ok({ state: "proven" });
  const limits = [
    [`lead.code:order:${orderId}`, CODE_LIMITS.order],
    [`lead.code:account:${accountId}`, CODE_LIMITS.account],
    [`lead.code:number:${phoneIdx}`, CODE_LIMITS.number],
    [`lead.code:number:${phoneIdx}`, CODE_LIMITS.numberADay],
  ] as const;
  for (const [key, [max, seconds]] of limits) {
    const limit = await within(key, max, seconds);
    if (!limit.ok) return limit;
  }
  const now = systemClock().now();
  const id = newId();
  return withTransaction(async (tx) => {
    await tx
      .delete(t.phoneProofs)
      .where(
        and(
          eq(t.phoneProofs.orderId, orderId),
          eq(t.phoneProofs.personId, personId),
          isNull(t.phoneProofs.provenAt),
        ),
      );
    await tx.insert(t.phoneProofs).values({
      id,
      orderId,
      accountId,
      personId,
      phoneIdx,
      userId: actor.userId,
      createdAt: now,
      expiresAt: now + CODE_MINUTES * 60_000,
    });
    await sendAccountMessage(tx, { kind: "lead-code", proofId: id });
    await audit(tx, {
      actorId: actor.userId,
      action: "lead-phone.code-sent",
      object: orderId,
      outcome: "done",
      data: { personId },
    });
    return ok({ state: "sent" });
  });
}
