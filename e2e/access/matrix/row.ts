import type { Capability } from "../../../lib/filing/access";

/**
 * What an entry is about. Of each kind every role has something of its own, something that is there but not its own, and
 * something that never was, or objects.ts says why there is none such thing.
 */
export const OBJECT_KINDS = [
  "order",
  "followUp",
  "knownPart",
  "review",
  "submission",
  "material",
  "reviewedMaterial",
  "session",
  "identity",
  "invitation",
  "member",
  "account",
  // Some account, as a supervisor sees it.
  "holder",
  "filing",
  "filedService",
  "migration",
  "notification",
  "token",
  "server",
  "authCode",
  "delivery",
  "setting",
  "policyChange",
  "staff",
  "staffInvitation",
  "template",
  "savedView",
  "endpoint",
  "consumer",
  "handover",
  "manualRequest",
  "ticket",
  // As its holder sees it, and as staff work on it.
  "inspection",
  "inspectionDesk",
  // Something filed, as whoever inspects it finds it.
  "inspectable",
  "cancellation",
  "offlineNote",
  // Secrets that open something to whoever shows them.
  "memberLink",
  "staffLink",
  "registerLink",
  "resetLink",
  "emailLink",
  "callbackLink",
  "calendarFeed",
  "servingToken",
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** The id (or secret) asked for, and the version a page of it would show. */
export interface Asked {
  readonly id: string;
  readonly version: number;
  /** The order it belongs to (of a filed service: its entity), where the call names both. */
  readonly order?: string;
  /** Another one like it, for a call that comes after the first is gone. */
  readonly again?: string;
  /** What else the call names, which is the caller's own: nothing but the thing itself can be what is refused. */
  readonly beside?: string;
  /** What of an order the call names, by ids of the caller's own. */
  readonly parts?: Parts;
  /** The persona who asks, where the role's usual one has none such thing. */
  readonly by?: string;
  /** What is answered to whoever may ask, where this one is refused otherwise than its kind; null: it is not. */
  readonly answer?: string | null;
}

/** Ids inside an order's document. */
export interface Parts {
  readonly person: string;
  readonly service: string;
  readonly correction: string;
}

/** How a row answers for things that are not the caller's or are not there; `not_found` unless it says otherwise. */
export interface Row {
  readonly capability: Capability | "public";
  readonly object: ObjectKind | null;
  /** Codes for another's, for an unknown object and for one that is over, when the answer is another one; null: he may. */
  readonly foreign?: string | null;
  readonly unknown?: string | null;
  readonly ended?: string | null;
  /** It names a part that one's own thing has none of: `not_found` is said of that. */
  readonly partGone?: true;
  /** Answers only where the authority has no interface (`ICP_GATEWAY=manual`); elsewhere it is not there for anybody. */
  readonly manual?: true;
}

/** A page's address with its parameters filled in. */
export interface PageRow extends Row {
  path(asked: Asked): string;
}

export interface CallRow extends Row {
  path(asked: Asked): string;
  readonly json?: (asked: Asked) => unknown;
  readonly headers?: (asked: Asked) => Readonly<Record<string, string>>;
}

export interface ActionRow extends Row {
  input(asked: Asked): unknown;
}

export const UNKNOWN_ID = "01900000-0000-7000-8000-000000000000";
export const NOBODYS_SECRET = "x".repeat(43);
