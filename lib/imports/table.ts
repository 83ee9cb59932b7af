import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { IMPORT_COLUMNS, IMPORT_MAX_ROWS, type ImportKind, type ImportProblem } from "./kinds";

export interface TableRow {
  readonly line: number;
  /** By column name. */
  readonly cells: Readonly<Record<string, string>>;
}
export interface Table {
  readonly rows: readonly TableRow[];
  readonly problems: readonly ImportProblem[];
}

const broken = (line: number, reason: ImportProblem["reason"], more: Partial<ImportProblem> = {}): Table => ({
  rows: [],
  problems: [{ line, column: null, reason, ...more }],
});

/** UTF-8, with or without its mark, or GB18030, which spreadsheets in China write; null: neither. */
function textOf(bytes: Buffer): string | null {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\u0000") ? null : text;
    } catch {
      // Not this one: the next is tried, or nobody can read it.
    }
  return null;
}

interface Told {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

function headingOf(kind: ImportKind, cells: readonly string[]): readonly ImportProblem[] {
  const known = IMPORT_COLUMNS[kind].map(({ name }) => name);
  return [
    // What stands there is not repeated: without a heading it is somebody's data.
    ...cells.flatMap((cell, index): ImportProblem[] => {
      const params = { position: index + 1 };
      if (!known.includes(cell)) return [{ line: 1, column: null, reason: "header-unknown", params }];
      return cells.indexOf(cell) === index ? [] : [{ line: 1, column: cell, reason: "header-twice" }];
    }),
    ...known
      .filter((name) => !cells.includes(name))
      .map((column): ImportProblem => ({ line: 1, column, reason: "header-missing" })),
  ];
}

/** The bytes of a file → its rows under known columns, or what is wrong with it as a table. */
export function readTable(kind: ImportKind, bytes: Buffer): Table {
  const text = textOf(bytes);
  if (text === null) return broken(1, "encoding");
  let told: readonly Told[];
  try {
    told = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 20_000,
    }) as unknown as Told[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return broken(typeof error.lines === "number" ? error.lines : 1, "syntax");
  }
  const [heading, ...rest] = told;
  if (heading === undefined) return broken(1, "no-header");
  const names = heading.record.map((cell) => cell.trim().toLowerCase());
  const problems = [...headingOf(kind, names)];
  if (problems.length > 0) return { rows: [], problems };
  if (rest.length > IMPORT_MAX_ROWS) return broken(1, "rows", { params: { limit: IMPORT_MAX_ROWS } });
  const rows: TableRow[] = [];
  for (const { info, record } of rest) {
    // A spreadsheet leaves rows of commas where rows were deleted.
    if (record.every((cell) => cell === "")) continue;
    if (record.length !== names.length)
      problems.push({
        line: info.lines,
        column: null,
        reason: "cells",
        params: { count: record.length, wanted: names.length },
      });
    else
      rows.push({
        line: info.lines,
        cells: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ""])),
      });
  }
  return { rows, problems };
}
