import type { OutlineField, ValueKind } from "@/lib/filing/application/outline";

/** Code tables that have their labels below `codes.<table>`. */
const TABLE: Partial<Record<ValueKind, string>> = {
  nature: "nature",
  cert: "cert",
  content: "content",
  language: "language",
  platform: "platform",
  game: "game",
  accessMethod: "accessMethod",
  preApproval: "preApproval",
};

export interface ValueWords {
  readonly code: (table: string, value: string) => string;
  readonly province: (code: string) => string;
  readonly yes: string;
  readonly no: string;
}

/** The values of one outline field as one line of text; empty when nothing was given. */
export function formatValues(words: ValueWords, kind: ValueKind, values: OutlineField["values"]): string {
  return values.map((value) => formatValue(words, kind, value)).join("、");
}

function formatValue(words: ValueWords, kind: ValueKind, value: string | number | boolean): string {
  const table = TABLE[kind];
  if (table !== undefined) return words.code(table, String(value));
  if (kind === "province") return words.province(String(value));
  if (kind === "flag") return value === true ? words.yes : words.no;
  return String(value);
}
