/** What can be taken over from a file. The order is the one to import in: servers name customers. */
export const IMPORT_KINDS = ["customers", "servers", "domains", "businesses"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportColumn {
  readonly name: string;
  /** May be left empty. */
  readonly optional?: boolean;
  /** What the template shows. */
  readonly example: string;
}

export const SERVER_KINDS = ["CVM", "LIGHTHOUSE", "SERVERLESS", "HOSTING", "CLB"] as const;
export const BUSINESS_STATES = ["active", "abnormal", "closed"] as const;

/** The columns of each kind of file: template, reader and documentation go by this table. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  customers: [
    { name: "customer", example: "C-1001" },
    { name: "email", example: "someone@sample.cn" },
  ],
  servers: [
    { name: "id", example: "ins-0001" },
    { name: "customer", example: "C-1001" },
    { name: "name", example: "web-1" },
    { name: "kind", example: "CVM" },
    { name: "prepaid", example: "yes" },
    { name: "prepaid_months", example: "12" },
    { name: "expires_on", example: "2027-12-31" },
    { name: "mainland", example: "yes" },
    { name: "public_ip", optional: true, example: "203.0.113.7" },
    { name: "province", example: "110000" },
  ],
  domains: [
    { name: "domain", example: "sample.cn" },
    { name: "customer", optional: true, example: "C-1001" },
    { name: "registered_here", example: "yes" },
    { name: "registrar_approved", example: "yes" },
    { name: "server_hold", example: "no" },
    { name: "owner_name", optional: true, example: "样例有限公司" },
    { name: "owner_id_type", optional: true, example: "1" },
    { name: "owner_id_no", optional: true, example: "91110000MA00000000" },
    { name: "real_name_verified_on", optional: true, example: "2026-01-31" },
    { name: "expires_on", optional: true, example: "2027-12-31" },
  ],
  businesses: [
    { name: "cert_no", example: "91110000MA00000000" },
    { name: "name", example: "样例有限公司" },
    { name: "legal_rep_name", optional: true, example: "样例" },
    { name: "status", example: "active" },
    { name: "registered_or_updated_on", optional: true, example: "2020-01-31" },
    { name: "licence_issued_on", optional: true, example: "2020-01-31" },
  ],
};

export const IMPORT_MAX_BYTES = 5 * 1024 * 1024;
export const IMPORT_MAX_ROWS = 20_000;
/** So many bad rows are named at once; the count says how many there are. */
export const PROBLEMS_SHOWN = 500;

export const PROBLEM_REASONS = [
  "encoding",
  "syntax",
  "no-header",
  "header-unknown",
  "header-twice",
  "header-missing",
  "cells",
  "rows",
  "empty",
  "long",
  "flag",
  "number",
  "date",
  "choice",
  "ip",
  "province",
  "domain",
  "id",
  "email",
  "cert",
  "cert-type",
  "twice",
  "customer-unknown",
  "account-unknown",
  "account-twice",
  "server-taken",
  "data-centre",
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** What is wrong with a row, and where. Never what stands there: it may be personal. */
export interface ImportProblem {
  /** Of the file, from 1, the heading included. */
  readonly line: number;
  /** A column of ours; null: the row as a whole. */
  readonly column: string | null;
  readonly reason: ProblemReason;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A file to fill in: its heading and one example. The mark at its head tells spreadsheets that it is UTF-8. */
export const templateOf = (kind: ImportKind): string =>
  `\uFEFF${[IMPORT_COLUMNS[kind].map(({ name }) => name), IMPORT_COLUMNS[kind].map(({ example }) => example)]
    .map((cells) => cells.join(","))
    .join("\r\n")}\r\n`;
