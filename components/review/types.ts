import type { CalledNumber, InterceptReason } from "@/lib/filing/lifecycle/types";
import type { FinanceKind } from "@/lib/filing/policy/finance";
import type { ActionResult } from "@/lib/http/define-action";
import type { DecisionPreview } from "@/lib/usecases/review/preview-decision";

/** What the workbench's parts receive: sentences already in the reader's language, ids for what is sent back. */
export interface BenchField {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  /** Only when it changed since the last round. */
  readonly before: string | null;
  /** What is filed, where the order changes it; null in every other order. */
  readonly filed: string | null;
  /** The order says something else than what is filed; parts that are masked alike may still differ. */
  readonly differs: boolean;
  /** Filed, and no longer in the order. */
  readonly gone: boolean;
  readonly mono: boolean;
  readonly masked: boolean;
  /** Contact 1 of leads: whether it is proven. */
  readonly proof: BenchProof | null;
  readonly findings: readonly BenchFinding[];
}

export interface BenchFinding {
  readonly id: string;
  readonly rule: string;
  readonly level: "error" | "warn" | "info";
  readonly path: string;
  /** What the rule is called. */
  readonly title: string;
  readonly text: string;
  readonly source: string;
  /** Reason code a rejection item would carry; null: the reviewer chooses. */
  readonly rejection: string | null;
  /** What a rejection item points at, and its name. */
  readonly target: string;
  readonly targetLabel: string;
  /** What the applicant said to a warning; null: he did not acknowledge it; empty: without a word. */
  readonly note: string | null;
  /** Set aside in this round: by whom, when and why. */
  readonly dismissed: { readonly who: string; readonly reason: string } | null;
}

export interface BenchGroup {
  readonly subject: string;
  readonly kind: string;
  readonly title: string;
  readonly hats: readonly string[];
  /** What belongs to the group or its documents and to no field shown. */
  readonly findings: readonly BenchFinding[];
  readonly fields: readonly BenchField[];
}

export interface BenchFile {
  readonly id: string;
  readonly label: string;
  /** Played, not looked at. */
  readonly film: boolean;
  readonly fileUrl: string;
}

export interface BenchDocument extends BenchFile {
  readonly subject: string;
  /** `materials[CODE:subject]`, what a rejection item points at. */
  readonly target: string;
  /** What it replaced, newest first. */
  readonly earlier: readonly BenchFile[];
  /** Who looks: written across films, as it is into pictures. */
  readonly viewer: string;
}

export interface BenchReason {
  readonly code: string;
  readonly name: string;
  readonly suggestion: string;
}

export interface BenchProof {
  readonly proven: boolean;
  readonly text: string;
}

export interface BenchPerson {
  readonly personId: string;
  readonly name: string;
  /** His numbers by kind, contact 1 first. */
  readonly numbers: readonly { readonly number: CalledNumber; readonly text: string }[];
  /** Whether the number was proven by a code, and when; null where nobody is asked to. */
  readonly proof: BenchProof | null;
  /** Outcome of the last call of this round. */
  readonly outcome: string | null;
  /** What this person answers for. */
  readonly role: string;
  /** His own missed call: until when he may ask for another, or until when it was promised. */
  readonly callback: { readonly asked: boolean; readonly text: string } | null;
  /** When he is to be called a second time; null: that is not waited for. */
  readonly second: { readonly due: boolean; readonly text: string } | null;
}

/** One mark of a filed service: what the organiser ticked, and what an item about it would say. */
export interface BenchMark {
  readonly mark: string;
  readonly label: string;
  readonly answer: string;
  readonly code: string;
  readonly target: string;
  readonly findings: readonly BenchFinding[];
}

/** A filed service to go through before the order may pass. */
export interface BenchSite {
  readonly partId: string;
  readonly subject: string;
  readonly number: string;
  readonly marks: readonly BenchMark[];
  readonly seen: { readonly marks: Readonly<Record<string, boolean>>; readonly text: string } | null;
}

/** A service whose finance qualification is verified before the order may pass. */
export interface BenchQualification {
  readonly partId: string;
  readonly subject: string;
  readonly name: string;
  readonly kinds: readonly { readonly kind: FinanceKind; readonly label: string }[];
  /** What a rejection item says where it could not be verified. */
  readonly code: string;
  readonly target: string;
  readonly seen: {
    readonly kinds: readonly FinanceKind[];
    readonly seen: string;
    readonly text: string;
  } | null;
}

/** The provider's own wording of a reason. */
export interface BenchTemplate {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly text: string;
  readonly shared: boolean;
  readonly editable: boolean;
}

export interface BenchItem {
  readonly key: string;
  readonly code: string;
  readonly target: string;
  readonly targetLabel: string;
  readonly suggestion: string;
  /** What stands there, masked where it is somebody's: for `{value}` in a template. */
  readonly value: string;
}

/** One line of a list of what was said or done earlier. */
export interface BenchLine {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly when: string;
  /** What the applicant said to it. */
  readonly answer?: string;
  /** Pictures that go with the answer; each is also among the documents. */
  readonly pictures?: readonly { readonly id: string; readonly label: string; readonly thumbUrl: string }[];
}

type Versioned = { orderId: string; version: number };
type Act<I, V = { version: number }> = (input: I) => Promise<ActionResult<V>>;
type Item = { code: string; target: string; suggestion: string };

export interface BenchActions {
  readonly claim: Act<Versioned>;
  readonly release: Act<Versioned>;
  readonly reassign: Act<Versioned & { userId: string }>;
  readonly next: Act<{ view: string; query: string; after: string | null }, { orderId: string } | null>;
  readonly recordCall: Act<
    Versioned & { personId: string; number: CalledNumber; outcome: string; note: string }
  >;
  readonly checkSite: Act<Versioned & { partId: string; marks: Record<string, boolean> }, null>;
  readonly verify: Act<Versioned & { partId: string; kinds: readonly FinanceKind[]; seen: string }, null>;
  readonly dismiss: Act<Versioned & { rule: string; path: string; reason: string }, null>;
  readonly preview: Act<{ orderId: string; items: readonly Item[] | null }, DecisionPreview>;
  readonly reject: Act<Versioned & { items: readonly Item[] }>;
  readonly approve: Act<Versioned & { overrideReason: string }>;
  readonly intercept: Act<Versioned & { reason: InterceptReason }>;
}

export interface TemplateActions {
  readonly save: Act<
    {
      known: { id: string; version: number } | null;
      code: string;
      text: string;
      shared: boolean;
    },
    { id: string }
  >;
  readonly remove: Act<{ id: string; version: number }, { id: string }>;
}
