import "server-only";
import type { Actor } from "@/lib/filing/access";
import { isCancellation, needsOverride } from "@/lib/filing/lifecycle";
import { blocking, checkApplication } from "@/lib/filing/rules";
import { qualificationsToVerify } from "@/lib/filing/rules/qualifications";
import { badMarks, sitesToCheck } from "@/lib/filing/rules/site-checks";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { unwrap } from "@/lib/secrets";
import { loadRuleContext } from "../facts/load-facts";
import { unaskedOf } from "../handover/look-ups";
import { writeNote } from "../orders/finding-notes";
import { commandOrder, type OrderVersion } from "./command-order";
import { peopleToCall } from "./people-to-call";
import { qualificationsOf } from "./qualification-checks";
import { siteChecksOf, siteCounts } from "./site-checks";
import { readSubmitted } from "./submitted";

export interface ApproveInput extends OrderVersion {
  /** Why it may pass although a check is open or a lead was not reached; empty = no override. */
  readonly overrideReason: string;
}

/**
 * Forwards the order to the authority. The book is asked again with today's facts: a domain may have changed hands
 * since the applicant submitted, and what nobody can say now is as good as wrong. Facts come from outside systems, so
 * they are loaded before the transaction.
 */
export async function approveOrder(
  actor: Actor,
  { overrideReason, ...seen }: ApproveInput,
): Promise<Result<{ version: number }>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  const { type } = submitted.value.order.row;
  if (isCancellation(type)) return fail(refuse("wrong_state", { reason: "order.cancellation-fixed" }));
  // No reason overrides this: what can be asked is asked before the authority refuses it.
  const unasked = await unaskedOf(submitted.value.application);
  if (unasked.length > 0)
    return fail(
      refuse("wrong_state", { reason: "handover.look-ups-open", params: { count: unasked.length } }),
    );
  const context = await loadRuleContext(submitted.value.order, submitted.value.application);
  const open = blocking(checkApplication(context, { unknown: "block" }));
  const { row, snapshot: now } = submitted.value.order;
  const qualifications = await qualificationsOf(qualificationsToVerify(context), submitted.value.order);
  const sites = await siteChecksOf(sitesToCheck(context), row.id, now.round);
  const { unchecked, bad } = siteCounts(sites);
  const reason = overrideReason.trim();
  const command = {
    type: "approve",
    // A mark the reviewer found wrong himself weighs as much as an open check.
    openErrors: open.length + bad,
    uncheckedSites: unchecked,
    openQualifications: qualifications.filter(({ seen }) => seen === null).length,
    overrideReason: reason === "" ? null : reason,
    leads: peopleToCall(submitted.value.application, false).map(({ personId }) => personId),
  } as const;
  return commandOrder(actor, seen, (before) => ({
    command,
    also: async (tx, { row, snapshot }, ctx) => {
      // A reason where none was needed overrides nothing.
      if (reason === "" || !needsOverride(before.snapshot, command, ctx.policy)) return;
      if (row.wrappedKey === null) return;
      const wrong = sites.flatMap((site) =>
        badMarks(site, site.seen?.marks).map((mark) => ({
          rule: "filed.site-check",
          path: `filedServices[${site.partId}].${mark}`,
        })),
      );
      const errors = [...open, ...wrong];
      const overridden = errors.length > 0 ? errors : [{ rule: "phone", path: "order" }];
      const key = unwrap(row.wrappedKey);
      for (const { rule, path } of overridden)
        await writeNote(tx, row.id, key, {
          ...{ kind: "overridden", rule, path, round: snapshot.round, text: reason },
          userId: actor.userId,
          at: ctx.now,
        });
    },
  }));
}
