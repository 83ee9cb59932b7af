import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { personById } from "@/lib/filing/application/access";
import { isMobile } from "@/lib/filing/application/identifiers/mobile-cn";
import { decide } from "@/lib/filing/lifecycle";
import type { Policy } from "@/lib/filing/policy/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { blindIndex } from "@/lib/secrets";
import { loadAsker } from "../facts/account";
import { decisionContext } from "../orders/context";
import { readOwnDraft } from "../orders/own-draft";
import { leadProofs } from "./proofs";

export interface LeadKey {
  readonly orderId: string;
  readonly personId: string;
}

export interface OwnLead {
  readonly accountId: string;
  /** Keyed hash of contact 1 as the document has it now. */
  readonly phoneIdx: string;
  readonly proven: boolean;
}

/**
 * Contact 1 of somebody in an own document that can be edited, as saved. Refusals: not_found, wrong_state, invalid (no
 * number a text message could reach).
 */
export async function ownLead(actor: Actor, { orderId, personId }: LeadKey): Promise<Result<OwnLead>> {
  const own = await readOwnDraft(actor, orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const ctx = await decisionContext(actor, "applicant");
  const editable = decide(order.snapshot, { type: "save", sections: ["people"] }, ctx);
  if (!editable.ok) return editable;
  if (ctx.policy.provider.phoneProof === "off")
    return fail(refuse("wrong_state", { reason: "lead-phone.off" }));
  const person = personById(draft.application, personId);
  if (person === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
  const phone = person.phone1 ?? "";
  if (!isMobile(phone)) return fail(refuse("invalid", { reason: "lead-phone.form" }));
  const { accountId } = order.row;
  return ok({
    accountId,
    phoneIdx: blindIndex("phone", phone),
    proven: await isProven(accountId, orderId, draft.application, personId, ctx.policy),
  });
}

async function isProven(
  accountId: string,
  orderId: string,
  application: Parameters<typeof leadProofs>[2],
  personId: string,
  policy: Policy,
): Promise<boolean> {
  const { profile } = await loadAsker(read(), accountId);
  const proofs = await leadProofs(read(), { accountId, orderId }, application, profile.securityPhone, policy);
  return proofs.has(personId);
}
