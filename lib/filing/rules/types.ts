import type { OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import type { Level, Policy, Source } from "../policy/types";
import type { Params } from "../shared/refusal";
import type { Facts } from "./facts";

export const TOPICS = [
  "order",
  "account",
  "entity",
  "certificate",
  "leads",
  "domain",
  "service-name",
  "service",
  "pre-approval",
  "app",
  "resource",
  "materials",
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * One verdict of one rule. `path` is an id path into the application (`services[svc_7f].domain`) or
 * `materials[CODE:subject]`; `message` is the key below `rules.<rule id>` in the catalogue when a rule has several
 * sentences (default: `message`).
 */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly path: string;
  readonly message: string;
  readonly params: Params;
}

export interface RuleContext {
  readonly application: ApplicationDraft;
  /** Absent members are *unknown*, never good (design.md §5). */
  readonly facts: Facts;
  readonly policy: Policy;
  /** Business time of the check, epoch milliseconds. */
  readonly at: number;
  readonly orderType: OrderType;
}

/** What a rule's check returns: the finding without what the rule already knows. */
export interface Verdict {
  readonly path: string;
  readonly message?: string;
  readonly params?: Params;
  /** Overrides the rule's level (e.g. a province that only advises). */
  readonly level?: Level;
}

export interface Rule {
  /** Stable, dotted, lower case; none the beginning of another (`domain.realname-wait`). */
  readonly id: string;
  readonly topic: Topic;
  readonly level: Level;
  readonly source: Source;
  /** Document paths and facts it looks at, `*` for any id: `services[*].domain`, `facts.domains`. */
  readonly reads: readonly string[];
  /** DF §9 codes this rule pre-empts; the workbench pre-fills a rejection item with the first. */
  readonly rejection?: readonly string[];
  check(ctx: RuleContext): readonly Verdict[];
}
