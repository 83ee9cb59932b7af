import type { Look } from "./look";

/** Whose orders go round and round between draft, review, authority and correction. */
export const FILERS = [
  "rejected-two",
  "sms-waiting",
  "at-authority",
  "extra-quanpan",
  "extra-jiangpan",
  "extra-shanqian",
  "extra-luting",
  "extra-yanhang",
  "extra-lizhi",
  "extra-mengxia",
] as const;
/** Who starts an order, writes a little, gives it up, and starts again. */
export const NEWCOMERS = ["fresh-unit", "fresh-person"] as const;
export const REVIEWERS = ["reviewer-lin", "reviewer-zhao", "supervisor"] as const;
export const OFFICER = "officer";

/** An order as clients see it: what there is to do with it now. */
export interface Seen {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly round: number;
  readonly claimedBy: string | null;
}

const SEEN =
  "o.id, o.state, o.version, json_extract(o.snapshot, '$.round') AS round, o.claim_user_id AS claimedBy";

export const userOf = (look: Look, persona: string): string =>
  look.row<{ id: string }>("SELECT id FROM users WHERE persona = ?", persona)?.id ?? "";

export const accountOf = (look: Look, userId: string): string =>
  look.row<{ account_id: string }>("SELECT account_id FROM account_members WHERE user_id = ?", userId)
    ?.account_id ?? "";

/** The newest order of an account. */
export const orderOf = (look: Look, accountId: string): Seen | undefined =>
  look.row<Seen>(
    `SELECT ${SEEN} FROM orders o WHERE o.account_id = ? ORDER BY o.created_at DESC, o.id DESC`,
    accountId,
  );

/** Orders that wait for a reviewer. */
export const inReview = (look: Look): readonly Seen[] =>
  look.rows<Seen>(`SELECT ${SEEN} FROM orders o WHERE o.state = 'PROVIDER_REVIEW' ORDER BY o.id`);

/** One person's documents of an order, as they fill slots now. */
export interface Filled {
  readonly code: string;
  readonly subject: string;
  readonly side: string;
  readonly document_date: string | null;
}

export const pictures = (look: Look, orderId: string): readonly Filled[] =>
  look.rows<Filled>(
    `SELECT m.code, m.subject, m.side, m.document_date FROM materials m JOIN files f ON f.id = m.file_id
      WHERE m.order_id = ? AND m.replaced_at IS NULL AND f.mime = 'image/jpeg' AND m.code <> 'ANSWER' ORDER BY m.id`,
    orderId,
  );

export const openItems = (look: Look, orderId: string): readonly { id: string; answered: 0 | 1 }[] =>
  look.rows(
    "SELECT id, answer_kind IS NOT NULL AS answered FROM corrections WHERE order_id = ? AND resolved_at IS NULL ORDER BY id",
    orderId,
  );
