import type { Policy } from "../policy/types";
import type { ServerRecord } from "../rules/facts";

export interface IssuedCode {
  /** The service it was used for is no longer filed, or has no access here any more. */
  readonly serviceEnded: boolean;
}

/** Codes a server grants: by its kind, to units alone (DF §4.3, `resourceQuota`). */
export const codeQuota = (kind: ServerRecord["kind"], account: "person" | "unit", policy: Policy): number =>
  account === "unit" ? policy.provider.resourceQuota[kind].codes : 0;

/** Places that codes take: every code there is, unless its service ended and the provider gives the place back. */
export const codesCounted = (codes: readonly IssuedCode[], policy: Policy): number =>
  codes.filter(({ serviceEnded }) => !(serviceEnded && policy.provider.returnQuotaOnCancel)).length;
