import type { Policy } from "../policy/types";
import { type CancelType, lifeOf } from "./life";
import type { OrderSnapshot } from "./types";

/** Whether a reviewer looks at a cancellation of this kind before the authority does (DF §11.2 A); shipped, none does. */
export function isReviewedHere(type: CancelType, { provider }: Pick<Policy, "provider">): boolean {
  const { review } = provider.cancel;
  return review === "all" || (review === "entity" && type === "CANCEL_ENTITY");
}

/** Cancelling access asks nobody and goes as fast as the older page says; no newer one names it (T21: 取消接入网站). */
const ACCESS_DAYS = [3, 5] as const;

/** Working days the authority may take for a cancellation; no province tells (DF §11.1, §11.8). */
export const cancelDays = (
  type: CancelType,
  { provider }: Pick<Policy, "provider">,
): readonly [number, number] => (type === "CANCEL_ACCESS" ? ACCESS_DAYS : provider.cancel.workingDays);

/** Working days the provider's review usually takes: of a filing, or of a cancellation that is put before it. */
export function reviewDays(
  { type }: Pick<OrderSnapshot, "type">,
  { provider }: Pick<Policy, "provider">,
): readonly [number, number] {
  return lifeOf(type) === "filing"
    ? provider.providerReviewWorkingDays
    : [0, provider.cancel.reviewWorkingDays];
}
