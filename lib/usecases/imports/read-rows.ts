import "server-only";
import { Cells } from "@/lib/imports/cells";
import type { ImportKind, ImportProblem } from "@/lib/imports/kinds";
import { readTable } from "@/lib/imports/table";
import { KEY_OF, ROW_READERS, type RowOf } from "./rows";

export interface Placed<R> {
  readonly line: number;
  readonly row: R;
}
export interface ReadRows<K extends ImportKind> {
  readonly rows: readonly Placed<RowOf[K]>[];
  readonly problems: readonly ImportProblem[];
}

/** A file → its rows, and everything that is wrong with any of them. Reads nothing but the file. */
export function readRows<K extends ImportKind>(
  kind: K,
  bytes: Buffer,
  suffixes: ReadonlySet<string>,
): ReadRows<K> {
  const table = readTable(kind, bytes);
  const problems = [...table.problems];
  const [column, keyOf] = KEY_OF[kind];
  const seen = new Map<string, number>();
  const rows: Placed<RowOf[K]>[] = [];
  for (const one of table.rows) {
    const cells = new Cells(one);
    const row = ROW_READERS[kind](cells, suffixes);
    const key = keyOf(row);
    const first = key === "" ? undefined : seen.get(key);
    if (first !== undefined) cells.refuse(column, "twice", { first });
    else seen.set(key, cells.line);
    problems.push(...cells.problems);
    // What a broken row refers to is not looked up: it may be broken, too.
    if (cells.problems.length === 0) rows.push({ line: cells.line, row });
  }
  return { rows, problems: problems.toSorted((a, b) => a.line - b.line) };
}
