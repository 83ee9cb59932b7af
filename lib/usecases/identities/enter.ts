import "server-only";
import { withTransaction } from "@/db/transaction";
import { fail, type Result } from "@/lib/filing/shared/result";
import { refuseAccount } from "../accounts/reasons";
import { afterFirstFactor, type FirstStep } from "../accounts/second-step";
import { openSession } from "../accounts/session-store";

/**
 * Lets somebody in whom an issuer vouches for. Where it has asked for several factors itself ours is not asked on top;
 * otherwise the issuer's word is the first factor, like a password.
 */
export async function enter(
  userId: string,
  userAgent: string | null,
  { severalFactors }: { readonly severalFactors: boolean },
): Promise<Result<FirstStep>> {
  const step = severalFactors
    ? await withTransaction((tx) => openSession(tx, userId, "oidc+mfa", userAgent))
    : await afterFirstFactor(userId, "oidc", userAgent);
  // Blocked since the identity was looked up.
  return step.ok ? step : fail(refuseAccount("forbidden", "identity-blocked"));
}
