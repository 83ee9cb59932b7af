import type { OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import type { DivisionLookup } from "../policy/divisions/parse";
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
  /** Cities and districts; the browser has those of the province it shows. Without them only names of cities tell. */
  readonly divisions?: DivisionLookup;
}
