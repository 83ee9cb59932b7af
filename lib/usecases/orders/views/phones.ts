import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";
import type { Policy } from "@/lib/filing/policy/types";

/** Numbers that matter while one waits: those a reviewer calls from and when, or whom to ask about the authority. */
export type PhonesView =
  | { readonly kind: "calls"; readonly numbers: readonly string[]; readonly hours: readonly string[] }
  | { readonly kind: "hotline"; readonly numbers: readonly string[] };

/** [DF §15 B12, D36] Null where nobody calls and nobody need be called. */
export function phonesOf({ state }: Pick<OrderSnapshot, "state">, { provider }: Policy): PhonesView | null {
  if (state === "PROVIDER_REVIEW")
    return { kind: "calls", numbers: provider.callingNumbers, hours: provider.callingHours };
  const waits = state === "SMS_PENDING" || state === "AUTHORITY_REVIEW";
  return waits && provider.hotline.length > 0 ? { kind: "hotline", numbers: provider.hotline } : null;
}
