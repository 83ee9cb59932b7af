import "server-only";
import { readLines } from "@/lib/csv/lines";
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
  const read = readLines(bytes, IMPORT_MAX_ROWS);
  if (!read.ok) return broken(read.line, read.problem);
  const [heading, ...rest] = read.lines;
  if (heading === undefined) return broken(1, "no-header");
  const names = heading.cells.map((cell) => cell.toLowerCase());
  const problems = [...headingOf(kind, names)];
  if (problems.length > 0) return { rows: [], problems };
  if (rest.length > IMPORT_MAX_ROWS) return broken(1, "rows", { params: { limit: IMPORT_MAX_ROWS } });
  const rows: TableRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.length !== names.length)
      problems.push({
        line,
        column: null,
        reason: "cells",
        params: { count: cells.length, wanted: names.length },
      });
    else
      rows.push({
        line,
        cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])),
      });
  }
  return { rows, problems };
}
