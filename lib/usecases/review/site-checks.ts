import "server-only";
import { and, eq } from "drizzle-orm";
import { type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import type { SiteMarks } from "@/lib/filing/application/filed-checks";
import { badMarks, isChecked, type SiteToCheck, sitesToCheck } from "@/lib/filing/rules/site-checks";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { loadOrder } from "../orders/store";
import type { OrderVersion } from "./command-order";
import { mayWorkOn } from "./may-work-on";
import { readSubmitted } from "./submitted";

export interface SiteCheckView extends SiteToCheck {
  /** What was seen in this round, by whom and when; null: nobody has looked yet. */
  readonly seen: { readonly marks: SiteMarks; readonly by: string; readonly at: number } | null;
}

/** The sites to go through, with what was seen of each in a round. */
export async function siteChecksOf(
  sites: readonly SiteToCheck[],
  orderId: string,
  round: number,
  db: Reader | Tx = read(),
): Promise<readonly SiteCheckView[]> {
  if (sites.length === 0) return [];
  const rows = await db
    .select({ check: t.siteChecks, by: t.users.displayName })
    .from(t.siteChecks)
    .innerJoin(t.users, eq(t.users.id, t.siteChecks.userId))
    .where(and(eq(t.siteChecks.orderId, orderId), eq(t.siteChecks.round, round)));
  return sites.map((site) => {
    const row = rows.find(({ check }) => check.partId === site.partId);
    return { ...site, seen: row ? { marks: row.check.marks, by: row.by ?? "?", at: row.check.at } : null };
  });
}

/** How many sites nobody looked at, and how many marks are not in order. */
export const siteCounts = (checks: readonly SiteCheckView[]) => ({
  unchecked: checks.filter((one) => !isChecked(one, one.seen?.marks)).length,
  bad: checks.reduce((sum, one) => sum + badMarks(one, one.seen?.marks).length, 0),
});

export interface CheckSiteInput extends OrderVersion {
  readonly partId: string;
  readonly marks: SiteMarks;
}

/**
 * Writes down what a reviewer saw of a filed service: every mark, in order or not. The order itself does not move.
 * Refusals: those of recording a call, and invalid (no such site, or a mark left open).
 */
export async function checkSite(
  actor: Actor,
  { partId, marks, ...seen }: CheckSiteInput,
): Promise<Result<null>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  const context = await loadRuleContext(submitted.value.order, submitted.value.application);
  const site = sitesToCheck(context).find((one) => one.partId === partId);
  if (site === undefined) return fail(refuse("invalid", { path: "partId" }));
  if (!isChecked(site, marks)) return fail(refuse("invalid", { path: "marks" }));
  const asked = Object.fromEntries(site.marks.map((mark) => [mark, marks[mark]])) as SiteMarks;
  return withTransaction(async (tx) => {
    const order = await loadOrder(tx, seen.orderId);
    const ctx = await mayWorkOn(actor, order, seen.version);
    if (!ctx.ok) return ctx;
    const { round } = submitted.value.order.snapshot;
    const row = { marks: asked, at: ctx.value.now, userId: actor.userId };
    await tx
      .insert(t.siteChecks)
      .values({ orderId: seen.orderId, round, partId, ...row })
      .onConflictDoUpdate({
        target: [t.siteChecks.orderId, t.siteChecks.round, t.siteChecks.partId],
        set: row,
      });
    await audit(tx, {
      actorId: actor.userId,
      action: "site.checked",
      object: seen.orderId,
      outcome: "done",
      data: { partId, round, bad: badMarks(site, asked).join(" ") },
    });
    return ok(null);
  });
}
