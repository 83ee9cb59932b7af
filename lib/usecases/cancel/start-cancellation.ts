import "server-only";
import { read } from "@/db/client";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { ConfirmedBy } from "@/lib/filing/lifecycle/life";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import type { StartCancellation } from "@/lib/filing/registry/cancel-input";
import { passwordFor, passwordProblem } from "@/lib/filing/registry/filing-password";
import { isSameNumber } from "@/lib/filing/registry/same-number";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { elsewhereOfOwn } from "../registry/elsewhere";
import { addressIdx, addressOf, channelsFor, subjectOf } from "./channels";
import { dropCodes, tryCode } from "./codes";
import { mayGiveUpAccess } from "./only-access";
import { ownerObjection } from "./only-owner";
import { openCancellation } from "./open-cancellation";
import { loadTarget, type Target } from "./target";

/** A refusal that must not undo what was written: a wrong code has to be counted. */
type Started = { readonly orderId: string } | { readonly refused: Refusal };

/**
 * Opens a cancellation and sends it on its way, in one transaction: what can be cancelled, what was typed, the codes of
 * whoever answers for it, and that nothing else is open are all judged inside it, so of two tabs one wins.
 */
export async function startCancellation(
  actor: Actor,
  input: StartCancellation,
): Promise<Result<{ orderId: string }>> {
  // Asks the authority, so before the transaction; which has the last word on it anyway.
  const access = await mayGiveUpAccess(actor, input);
  if (!access.ok) return access;
  const elsewhere = await elsewhereOfOwn(read(), actor, input.entityId);
  const done = await withTransaction(async (tx): Promise<Result<Started>> => {
    const ctx = await decisionContext(actor, "applicant");
    const { typed, understood, lastService, codes, password = "", ...wanted } = input;
    const found = await loadTarget(tx, actor, wanted, ctx.policy, elsewhere);
    if (!found.ok) return found;
    const target = found.value;
    const refusal = objection(target, input, ctx);
    if (refusal !== null) return fail(refusal);
    const owner = await ownerObjection(tx, actor, target, input, ctx.policy);
    if (owner !== null) return fail(refuse("forbidden", { reason: `cancel.${owner}` }));
    const wrong = await codesOf(tx, target, input, ctx);
    if ("code" in wrong) return ok({ refused: wrong });
    const { type, entityId } = input;
    const { by } = wrong;
    const confirmed = { type, entityId, by, askedBy: actor.userId, ...(password !== "" && { password }) };
    const opened = await openCancellation(tx, target, confirmed, ctx);
    if (!opened.ok) return opened;
    await dropCodes(tx, { entityId: input.entityId, subject: subjectOf(input, target.numbers) });
    return opened;
  });
  if (!done.ok) return done;
  return "refused" in done.value ? fail(done.value.refused) : ok(done.value);
}

/** What is wrong with the wish itself, before anybody's code is tried. */
function objection(
  { whyNot, numbers, leavesShell }: Target,
  input: StartCancellation,
  { policy }: DecisionContext,
): Refusal | null {
  if (whyNot !== null) return refuse("wrong_state", { reason: `cancel.${whyNot}` });
  const wrong = numbers.flatMap((number, index) =>
    isSameNumber(input.typed[index] ?? "", number)
      ? []
      : [{ path: `typed.${index}`, reason: "cancel.number-differs" }],
  );
  if (wrong.length > 0) return refuse("invalid", { fields: wrong });
  if (!input.understood) return refuse("invalid", { path: "understood", reason: "cancel.not-understood" });
  if (leavesShell && !input.lastService)
    return refuse("invalid", { path: "lastService", reason: "cancel.last-service" });
  const problem = passwordProblem(passwordFor(input.type, policy), input.password ?? "");
  return problem === null ? null : refuse("invalid", { path: "password", reason: `cancel.${problem}` });
}

/** By whom it is confirmed, or why it is not: every lead has to have given his code. */
async function codesOf(
  tx: Tx,
  { leads, numbers }: Target,
  input: StartCancellation,
  { policy }: DecisionContext,
): Promise<{ readonly by: ConfirmedBy } | Refusal> {
  const open = channelsFor(input.type, policy);
  if (open.length === 0) return { by: "NOBODY" };
  if (leads.length === 0) return refuse("wrong_state", { reason: "cancel.no-lead" });
  let by: ConfirmedBy = "EMAIL";
  for (const lead of leads) {
    const given = input.codes.find(({ personId }) => personId === lead.id);
    if (given !== undefined && !open.includes(given.channel))
      return refuse("invalid", { reason: "cancel.channel-closed" });
    const address = given === undefined ? null : addressOf(lead, given.channel);
    const wrong = await tryCode(tx, {
      entityId: input.entityId,
      subject: subjectOf(input, numbers),
      personId: lead.id,
      given,
      addressIdx: given && address !== null ? addressIdx(given.channel, address) : null,
    });
    if (wrong !== null) return { ...wrong, path: `codes.${lead.id}` };
    if (given?.channel === "PHONE") by = "PHONE";
  }
  return { by };
}
