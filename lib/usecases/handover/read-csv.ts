import "server-only";
import { readLines } from "@/lib/csv/lines";
import { COLUMNS, type FileRow } from "@/lib/filing/handover/rows";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

export const CSV_MAX_BYTES = 256 * 1024;
export const CSV_MAX_ROWS = 1000;

/** The lines of the file below its heading. Refusals: `invalid` with the reason, at the line where there is one. */
export function readCsv(bytes: Uint8Array): Result<readonly FileRow[]> {
  const read = readLines(bytes, CSV_MAX_ROWS);
  if (!read.ok && read.problem === "encoding")
    return fail(refuse("invalid", { reason: "handover.file-encoding" }));
  if (!read.ok)
    return fail(refuse("invalid", { fields: [{ path: String(read.line), reason: "handover.row-quotes" }] }));
  const [head, ...rest] = read.lines;
  if (head === undefined || head.cells.join("\0") !== COLUMNS.join("\0"))
    return fail(
      refuse("invalid", { reason: "handover.file-columns", params: { columns: COLUMNS.join(", ") } }),
    );
  if (rest.length > CSV_MAX_ROWS)
    return fail(refuse("invalid", { reason: "handover.file-rows", params: { max: CSV_MAX_ROWS } }));
  const wrong = rest.filter(({ cells }) => cells.length !== COLUMNS.length);
  if (wrong.length > 0)
    return fail(
      refuse("invalid", {
        fields: wrong.map(({ line }) => ({ path: String(line), reason: "handover.row-columns" })),
      }),
    );
  return ok(
    rest.map(({ cells, line }): FileRow => {
      const [sequence = "", order = "", said = "", subject = "", value = "", words = ""] = cells;
      return { line, sequence, order, record: said, subject, value, text: words };
    }),
  );
}
