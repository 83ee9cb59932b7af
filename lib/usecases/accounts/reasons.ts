import { type Refusal, refuse } from "@/lib/filing/shared/refusal";

/** Why something about an account is refused; each has a sentence in `account.refused.<reason>`. */
export const ACCOUNT_REASONS = [
  "link-dead",
  "address-taken",
  "password-wrong",
  "password-common",
  "password-same",
  "not-owner",
  "email-same",
  "phone-same",
  "phone-code-wrong",
  "phone-code-spent",
  "change-none",
  "invite-other",
  "invite-member",
  "members-full",
  "invitations-full",
  "owner-stays",
  "member-gone",
  "open-order",
  "realname-mismatch",
  "realname-unavailable",
  "realname-unit-to-person",
  "realname-other-person",
  "realname-other-unit",
  "idno-form",
  "close-filings",
  "close-orders",
  "close-members",
  "second-code-wrong",
  "second-step-over",
  "factor-off",
  "factor-on",
  "factor-none",
  "factor-sign-in-again",
  "identity-unavailable",
  "identity-failed",
  "identity-denied",
  "identity-blocked",
  "identity-staff",
  "identity-unmapped",
  "identity-taken",
  "identity-factor",
  "identity-over",
  "identity-last",
] as const;
export type AccountReason = (typeof ACCOUNT_REASONS)[number];

type Params = NonNullable<Refusal["params"]>;

/** A refusal about the whole form. */
export const refuseAccount = (code: Refusal["code"], reason: AccountReason, params?: Params): Refusal =>
  refuse(code, { reason: `account.${reason}`, ...(params ? { params } : {}) });

/** A refusal that belongs to one field of the form. */
export const refuseField = (path: string, reason: AccountReason): Refusal =>
  refuse("invalid", { reason: "input.invalid", fields: [{ path, reason: `account.${reason}` }] });
