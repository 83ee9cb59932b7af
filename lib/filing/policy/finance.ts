/** Who grants and supervises what a service offers. */
export const FINANCE_REGULATORS = ["CENTRAL_BANK", "BANKING", "SECURITIES", "INSURANCE"] as const;
export type FinanceRegulator = (typeof FINANCE_REGULATORS)[number];

/** Kinds of finance a reviewer tells apart; `NONE`: the words are there, the business is not. */
export const FINANCE_KINDS = [
  "PAYMENT",
  "LENDING",
  "TRUST",
  "CONSUMER_FINANCE",
  "CROWDFUNDING",
  "FUNDS",
  "INSURANCE",
  "NONE",
] as const;
export type FinanceKind = (typeof FINANCE_KINDS)[number];

/** With whom each kind is looked up (S4: 部分管局特殊要求; DF §15 D13); with nobody where only the promise is to be seen. */
export const REGULATOR_OF: Readonly<Record<FinanceKind, FinanceRegulator | null>> = {
  PAYMENT: "CENTRAL_BANK",
  LENDING: "BANKING",
  TRUST: "BANKING",
  CONSUMER_FINANCE: "BANKING",
  CROWDFUNDING: "SECURITIES",
  FUNDS: "SECURITIES",
  INSURANCE: "INSURANCE",
  NONE: null,
};
