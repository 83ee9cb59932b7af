import type { Params } from "../shared/refusal";

/** Topics a province's page is divided into, in this order. */
export const FACT_GROUPS = [
  "time",
  "leads",
  "contacts",
  "identity",
  "addresses",
  "names",
  "domains",
  "contents",
  "counts",
  "materials",
  "access",
  "changes",
  "filed",
  "shell",
  "notes",
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** Codes or words a sentence lists; `table` says whose names the codes have. */
export interface FactList {
  readonly table: "cert" | "nature" | "content" | "words";
  readonly items: readonly (string | number)[];
}

/** A sentence about a province, as data: its key below `publicRules.fact`, for whom it holds, and its figures. */
export interface FactWords {
  readonly key: string;
  readonly side?: "unit" | "person";
  readonly params?: Params;
  readonly list?: FactList;
}
