import type { Level, Source } from "../policy/source";
import type { Params } from "../shared/refusal";
import type { Case } from "./case";

export type { RuleContext } from "./context";

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
  "filed",
  "access",
  "change",
  "province",
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
  /** The same by message, where the sentences of one rule stand for different reasons. */
  readonly rejectionBy?: Readonly<Record<string, string>>;
  /** Pure and cheap: it runs on every keystroke. What several rules derive stands in the case. */
  check(c: Case): readonly Verdict[];
}
