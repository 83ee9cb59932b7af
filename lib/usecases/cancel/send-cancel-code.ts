import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import type { CancelCodeInput } from "@/lib/filing/registry/cancel-input";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { within } from "../accounts/limits";
import { sendAccountMessage } from "../accounts/messages";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfOwn } from "../registry/elsewhere";
import { addressIdx, addressOf, channelsFor, subjectOf } from "./channels";
import { putCode } from "./codes";
import { mayGiveUpAccess } from "./only-access";
import { loadTarget } from "./target";

const HOUR = 3600;

/** Codes at most: a lead is somebody with a phone of his own, whoever asks to have it ring. */
const LIMITS = {
  address: [3, HOUR],
  addressADay: [8, 24 * HOUR],
  account: [20, HOUR],
} as const;

/**
 * Sends a code to a lead as he is filed; an earlier one stops working. Nobody is bothered for what cannot be cancelled
 * anyway. Refusals: not_found, wrong_state with the reason, invalid (not by this way), too_many.
 */
export async function sendCancelCode(actor: Actor, input: CancelCodeInput): Promise<Result<null>> {
  const { personId, channel, ...target } = input;
  const policy = await currentPolicy();
  const elsewhere = await elsewhereOfOwn(read(), actor, target.entityId);
  const found = await loadTarget(read(), actor, target, policy, elsewhere);
  if (!found.ok) return found;
  const { filing, leads, numbers, whyNot } = found.value;
  if (whyNot !== null) return fail(refuse("wrong_state", { reason: `cancel.${whyNot}` }));
  const access = await mayGiveUpAccess(actor, target);
  if (!access.ok) return access;
  const lead = leads.find(({ id }) => id === personId);
  if (lead === undefined) return fail(refuse("not_found"));
  if (!channelsFor(target.type, policy).includes(channel))
    return fail(refuse("invalid", { reason: "cancel.channel-closed" }));
  const address = addressOf(lead, channel);
  if (address === null) return fail(refuse("invalid", { reason: "cancel.no-address" }));
  const idx = addressIdx(channel, address);
  const limits = [
    [`cancel.code:account:${filing.row.accountId}`, LIMITS.account],
    [`cancel.code:address:${idx}`, LIMITS.address],
    [`cancel.code:address-day:${idx}`, LIMITS.addressADay],
  ] as const;
  for (const [key, [max, seconds]] of limits) {
    const limit = await within(key, max, seconds);
    if (!limit.ok) return limit;
  }
  const id = newId();
  const { entityId } = target;
  return withTransaction(async (tx) => {
    const subject = subjectOf(target, numbers);
    await putCode(tx, { id, entityId, subject, personId, channel, addressIdx: idx, userId: actor.userId });
    await sendAccountMessage(tx, { kind: "cancel-code", codeId: id, channel });
    await audit(tx, {
      actorId: actor.userId,
      action: "cancel.code-sent",
      object: entityId,
      outcome: "done",
      data: { type: target.type, personId, channel },
    });
    return ok(null);
  });
}
