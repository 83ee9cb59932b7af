/**
 * The closed list of refusals (design.md §2), the same for actions and route handlers.
 * `code` selects the HTTP status; `reason` selects the sentence in the `errors` catalogue.
 */
export const REFUSAL_STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  wrong_state: 409,
  stale: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  too_many: 429,
  internal: 500,
  busy: 503,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** Values a message may interpolate. Never personal data: refusals are audited and logged. */
export type Params = Readonly<Record<string, string | number | boolean>>;

export interface Refusal {
  readonly code: RefusalCode;
  /** Catalogue key below `errors.reason`, e.g. `order.not-in-draft`; absent: the sentence of `code`. */
  readonly reason?: string;
  /** Dotted path of the input field it concerns, when there is one. */
  readonly path?: string;
  readonly params?: Params;
  /** Several fields wrong at once (code `invalid`): each with its own reason. */
  readonly fields?: readonly FieldRefusal[];
}

export interface FieldRefusal {
  readonly path: string;
  readonly reason: string;
  readonly params?: Params;
}

/** A refusal to hand back as a value: `fail(refuse("stale"))`. */
export const refuse = (code: RefusalCode, more: Omit<Refusal, "code"> = {}): Refusal => ({ code, ...more });
