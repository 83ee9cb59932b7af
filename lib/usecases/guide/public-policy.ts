import "server-only";
import { clock } from "@/lib/clock";
import type { Policy } from "@/lib/filing/policy/types";
import { currentPolicy } from "../policy/current-policy";

export interface PublicPolicy {
  readonly policy: Policy;
  /** Business time the policy is in force at, epoch milliseconds. */
  readonly now: number;
}

/** The policy in force, for readers who need not be signed in: it holds no personal value. */
export async function publicPolicy(): Promise<PublicPolicy> {
  const now = clock().now();
  return { policy: await currentPolicy(now), now };
}
