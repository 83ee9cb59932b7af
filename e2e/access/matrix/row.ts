import type { Capability } from "../../../lib/filing/access";

/**
 * What an entry is about. Each kind has somebody's own thing for every role that may ask, one that is there but not
 * his, and one that never was (see objects.ts).
 */
export type ObjectKind =
  | "order"
  | "review"
  | "submission"
  | "filedService"
  | "material"
  | "reviewedMaterial"
  | "session"
  | "invitation"
  | "member"
  | "account"
  | "filing"
  | "filedService"
  | "notification"
  | "token"
  | "server"
  | "authCode"
  | "delivery"
  | "setting"
  | "policyChange"
  | "staff"
  | "staffInvitation"
  | "holder";

/** The id asked for, and the version a page of it would show. */
export interface Asked {
  readonly id: string;
  readonly version: number;
  /** The order it belongs to (of a filed service: its entity), where the call names both. */
  readonly order?: string;
}

/** How a row answers for things that are not the caller's or are not there; `not_found` unless it says otherwise. */
export interface Row {
  readonly capability: Capability | "public";
  readonly object: ObjectKind | null;
  /** Codes for another's and for an unknown object, when the answer is another one. */
  readonly foreign?: string;
  readonly unknown?: string;
  /** What anybody hears, signed in or not: something else than a session decides. */
  readonly everybody?: string;
}

/** A page's address with its parameters filled in. */
export interface PageRow extends Row {
  path(asked: Asked): string;
}

export interface CallRow extends Row {
  path(asked: Asked): string;
  readonly json?: (asked: Asked) => unknown;
}

export interface ActionRow extends Row {
  input(asked: Asked): unknown;
}

export const UNKNOWN_ID = "01900000-0000-7000-8000-000000000000";
export const NOBODYS_SECRET = "x".repeat(43);
