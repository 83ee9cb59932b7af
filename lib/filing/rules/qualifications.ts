import type { FinanceKind } from "../policy/finance";
import { isFinance } from "./book/pre-approval-scope";
import { caseOf } from "./case";
import type { RuleContext } from "./types";

/** A service whose organiser's qualification the provider verifies before the order may pass. */
export interface QualificationToVerify {
  /** Id of the service in the document. */
  readonly partId: string;
  readonly name: string;
}

/**
 * Services that look like finance, by word, content or permit, where the province wants the provider to verify the
 * qualification before it forwards the order (DF §15 D13). A permit named in the document is what is to be verified.
 */
export function qualificationsToVerify(ctx: RuleContext): readonly QualificationToVerify[] {
  const c = caseOf(ctx);
  if (!c.advice?.financeVerifiedFirst || !c.isUnit || c.orderType.startsWith("CANCEL")) return [];
  return c.application.services
    .filter((service) => isFinance(c, service))
    .map(({ id, name = "" }) => ({ partId: id, name }));
}

/** What a reviewer may say he verified: one kind or several, or that there is no finance, which goes with no other. */
export const areKinds = (kinds: readonly FinanceKind[]): boolean =>
  kinds.length > 0 && new Set(kinds).size === kinds.length && (kinds.length === 1 || !kinds.includes("NONE"));
