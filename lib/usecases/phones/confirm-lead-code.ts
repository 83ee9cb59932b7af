import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { CODE_TRIES, leadCodeOf } from "./lead-code";
import { type LeadKey, type OwnLead, ownLead } from "./own-lead";
import { digitsFit } from "./six-digits";

type Proven = { readonly state: "proven" };

/** The code from the text message proves contact 1 of a lead. Refusals: those of `ownLead`, and why the code is not it. */
export async function confirmLeadCode(
  actor: Actor,
  input: LeadKey & { readonly code: string },
): Promise<Result<Proven>> {
  const lead = await ownLead(actor, input);
  if (!lead.ok) return lead;
  if (lead.value.proven) return ok({ state: "proven" });
  // A wrong try must be counted, so the transaction commits and the refusal is its answer.
  const tried = await withTransaction(async (tx) => ok(await attempt(tx, actor, input, lead.value)));
  if (!tried.ok) return tried;
  return tried.value === null ? ok({ state: "proven" }) : fail(tried.value);
}

async function attempt(
  tx: Tx,
  actor: Actor,
  { orderId, personId, code }: LeadKey & { readonly code: string },
  { phoneIdx }: OwnLead,
): Promise<Refusal | null> {
  const [proof] = await tx
    .select()
    .from(t.phoneProofs)
    .where(
      and(
        eq(t.phoneProofs.orderId, orderId),
        eq(t.phoneProofs.personId, personId),
        eq(t.phoneProofs.phoneIdx, phoneIdx),
        isNull(t.phoneProofs.provenAt),
      ),
    );
  if (proof === undefined) return no("none");
  if (proof.expiresAt <= systemClock().now()) return no("expired");
  if (!digitsFit(leadCodeOf(proof.id), code.replace(/\s/g, ""))) {
    const spent = proof.attempts + 1 >= CODE_TRIES;
    if (spent) await tx.delete(t.phoneProofs).where(eq(t.phoneProofs.id, proof.id));
    else
      await tx
        .update(t.phoneProofs)
        .set({ attempts: sql`${t.phoneProofs.attempts} + 1` })
        .where(eq(t.phoneProofs.id, proof.id));
    return no(spent ? "spent" : "wrong");
  }
  await tx.update(t.phoneProofs).set({ provenAt: clock().now() }).where(eq(t.phoneProofs.id, proof.id));
  await audit(tx, {
    actorId: actor.userId,
    action: "lead-phone.proven",
    object: orderId,
    outcome: "done",
    data: { personId },
  });
  return null;
}

const REASONS = {
  none: refuse("wrong_state", { reason: "lead-phone.none" }),
  expired: refuse("wrong_state", { reason: "lead-phone.expired" }),
  spent: refuse("wrong_state", { reason: "lead-phone.spent" }),
  wrong: refuse("invalid", { reason: "lead-phone.wrong" }),
} as const;
const no = (why: keyof typeof REASONS): Refusal => REASONS[why];
