import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can, ownsAccount } from "@/lib/filing/access";
import type { FlagChange } from "@/lib/filing/account-flag";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { seal, unwrap } from "@/lib/secrets";
import { tellOfFiling } from "../system/tell-of-filing";

/** The label a reason is sealed under. */
export const flagAad = (accountId: string, id: string): string => `account:${accountId}:flag:${id}`;

/**
 * Sets or lifts the flag that keeps an account from filing and changing (DF §15 B10). The audit says that, the history
 * why; the account's people hear that it was done, not why. Refusals: forbidden (no supervisor, or his own account), not_found, stale (somebody else was faster).
 */
export async function flagAccount(
  actor: Actor,
  { accountId, flagged, reason }: FlagChange,
): Promise<Result<null>> {
  if (!can(actor, "account.flag")) return fail(refuse("forbidden"));
  if (ownsAccount(actor, accountId)) return fail(refuse("forbidden", { reason: "flag.own-account" }));
  return withTransaction(async (tx) => {
    const [account] = await tx
      .select()
      .from(t.accounts)
      .where(and(eq(t.accounts.id, accountId), isNull(t.accounts.erasedAt)));
    if (account === undefined) return fail(refuse("not_found"));
    if (account.riskFlag === flagged) return fail(refuse("stale", { reason: "flag.moved" }));
    await tx.update(t.accounts).set({ riskFlag: flagged }).where(eq(t.accounts.id, accountId));
    const id = newId();
    const reasonEnc = seal(unwrap(account.wrappedKey), reason, flagAad(accountId, id));
    await tx
      .insert(t.accountFlags)
      .values({ id, accountId, flagged, reasonEnc, at: clock().now(), userId: actor.userId });
    const event = flagged ? "account_flagged" : "account_unflagged";
    await tellOfFiling(tx, accountId, { event, params: {} }, true);
    await audit(tx, {
      actorId: actor.userId,
      action: flagged ? "account.flagged" : "account.unflagged",
      object: accountId,
      outcome: "done",
    });
    return ok(null);
  });
}
