import "server-only";
import { CsvError, parse } from "csv-parse/sync";

export interface CsvLine {
  /** Of the file, from 1, the heading included. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvLines =
  | { readonly ok: true; readonly lines: readonly CsvLine[] }
  | { readonly ok: false; readonly problem: "encoding" | "syntax"; readonly line: number };

/** UTF-8, or GB18030, which spreadsheets in China write; null: neither. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\u0000") ? null : text;
    } catch {
      // Not this one: the next is tried, or nobody can read it.
    }
  return null;
}

/**
 * The bytes of a CSV file → its lines with their cells trimmed, as long as each may be. Empty lines are left out, and so
 * are lines of commas, which a spreadsheet leaves where rows were deleted. Below the heading `maxRows` are of use; one
 * more is read, so that the caller can say that there are too many, and nothing after it.
 */
export function readLines(bytes: Uint8Array, maxRows: number): CsvLines {
  const text = textOf(bytes);
  if (text === null) return { ok: false, problem: "encoding", line: 1 };
  try {
    const told = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: 20_000,
      to: maxRows + 2,
    }) as unknown as readonly {
      readonly info: { readonly lines: number };
      readonly record: readonly string[];
    }[];
    return {
      ok: true,
      lines: told.map(({ info, record }): CsvLine => ({ line: info.lines, cells: record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: "syntax", line: typeof error.lines === "number" ? error.lines : 1 };
  }
}
