import "server-only";
import type { Tx } from "@/db/transaction";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { namedCodes } from "./hold-codes";
import { findCode } from "./store";

/** Our own figures: more than anybody mistypes, far less than guessing needs. */
const TRIES = { max: 20, perSeconds: 3600 } as const;

/**
 * Whoever writes codes that are not his is stopped after a while. Unknown ones and other accounts' count alike, so the
 * count tells nothing of either; what stood in the document before is no new try.
 */
export async function countTries(
  tx: Tx,
  accountId: string,
  before: ApplicationDraft,
  after: ApplicationDraft,
): Promise<Result<null>> {
  const known = new Set(namedCodes(before).map(({ code }) => code));
  for (const { code } of namedCodes(after)) {
    if (known.has(code)) continue;
    const row = await findCode(tx, code);
    if (row?.targetAccountId === accountId) continue;
    const { ok: within, retryAfter } = await hit(`code.try:${accountId}`, TRIES.max, TRIES.perSeconds);
    if (!within)
      return fail(
        refuse("too_many", { reason: "code.tries", params: { minutes: Math.ceil(retryAfter / 60) } }),
      );
  }
  return ok(null);
}
