import type { OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import type { Policy } from "../policy/types";
import type { Facts } from "./facts";

/** What a check is asked about. */
export interface RuleContext {
  readonly application: ApplicationDraft;
  /** Absent members are *unknown*, never good (design.md §5). */
  readonly facts: Facts;
  readonly policy: Policy;
  /** Business time of the check, epoch milliseconds. */
  readonly at: number;
  readonly orderType: OrderType;
}
