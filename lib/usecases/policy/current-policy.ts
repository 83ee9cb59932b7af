import "server-only";
import { policyOverrides } from "@/db/queries/policy-changes";
import { clock } from "@/lib/clock";
import { policyAt } from "@/lib/filing/policy";
import { policyThen } from "@/lib/filing/policy/in-time";
import type { Policy } from "@/lib/filing/policy/types";

export { policyOverrides } from "@/db/queries/policy-changes";

/** The policy in force at a moment of business time, the provider's own values included. */
export const currentPolicy = async (at: number = clock().now()): Promise<Policy> =>
  policyAt(at, await policyOverrides());

/** The policy a round was submitted under, by the version stored with it. */
export const policyOfSubmission = async (submittedAt: number, version: string): Promise<Policy> =>
  policyThen(submittedAt, version, await policyOverrides());
