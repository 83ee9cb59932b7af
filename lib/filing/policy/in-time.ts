import { policyAt } from "./index";
import type { PolicyOverride } from "./settings";
import type { Policy } from "./types";

/** Ids of the provider's own values that make up a policy, as its version names them. */
const idsIn = (version: string): ReadonlySet<string> => new Set(version.split("+").slice(1));

/**
 * The policy something was judged by: the tables of its moment with exactly the own values its version names. What was
 * decided afterwards never reaches back, not even within the same millisecond.
 */
export function policyThen(at: number, version: string, overrides: readonly PolicyOverride[]): Policy {
  const known = idsIn(version);
  return policyAt(
    at,
    overrides.filter(({ id }) => known.has(id)),
  );
}

/** What a browser needs to judge by the same policy as the server: nothing that is still to come. */
export const inForce = (overrides: readonly PolicyOverride[], at: number): readonly PolicyOverride[] =>
  overrides.filter(({ effectiveFrom }) => effectiveFrom <= at);
