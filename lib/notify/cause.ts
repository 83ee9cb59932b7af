/** Why a delivery failed, as staff reads it; the code itself stays in the table. */
export const DELIVERY_CAUSES = [
  "no_carrier",
  "blocked",
  "sign_in",
  "timeout",
  "receiver",
  "unreachable",
  "busy",
  "earlier",
  "register",
  "other",
] as const;
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number];

const FORMS: readonly (readonly [RegExp, DeliveryCause])[] = [
  [/^no_carrier$/, "no_carrier"],
  [/^EBLOCKED$/, "blocked"],
  [/^(EAUTH|smtp_53\d|http_40[13])$/, "sign_in"],
  [/^sequence_gap$/, "earlier"],
  [/^registry\./, "register"],
  [/^authority_resting$/, "unreachable"],
  [/^(ETIMEDOUT|http_408)$/, "timeout"],
  [/^(smtp_5\d\d|http_(400|410|413|422)|EENVELOPE|EMESSAGE)$/, "receiver"],
  [/^(E[A-Z]+|http_(404|30\d))$/, "unreachable"],
  [/^(smtp_4\d\d|http_(429|5\d\d))$/, "busy"],
];

/** A code of `DeliveryError` or of the network → its kind. */
export const causeOf = (code: string | null): DeliveryCause =>
  FORMS.find(([form]) => form.test(code ?? ""))?.[1] ?? "other";
