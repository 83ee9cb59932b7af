import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { COLUMNS, type FileRow } from "@/lib/filing/handover/rows";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

export const CSV_MAX_BYTES = 256 * 1024;
export const CSV_MAX_ROWS = 1000;

/** UTF-8, or what Excel in China saves; null when it is neither. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one, then none.
    }
  }
  return null;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The lines of the file below its heading. Refusals: `invalid` with the reason, at the line where there is one. */
export function readCsv(bytes: Uint8Array): Result<readonly FileRow[]> {
  const text = decode(bytes);
  if (text === null) return fail(refuse("invalid", { reason: "handover.file-encoding" }));
  let lines: readonly Line[];
  try {
    lines = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return fail(refuse("invalid", { fields: [{ path: String(line), reason: "handover.row-quotes" }] }));
  }
  const [head, ...rest] = lines;
  if (head === undefined || head.record.join("\0") !== COLUMNS.join("\0"))
    return fail(
      refuse("invalid", { reason: "handover.file-columns", params: { columns: COLUMNS.join(", ") } }),
    );
  if (rest.length > CSV_MAX_ROWS)
    return fail(refuse("invalid", { reason: "handover.file-rows", params: { max: CSV_MAX_ROWS } }));
  const wrong = rest.filter(({ record }) => record.length !== COLUMNS.length);
  if (wrong.length > 0)
    return fail(
      refuse("invalid", {
        fields: wrong.map(({ info }) => ({ path: String(info.lines), reason: "handover.row-columns" })),
      }),
    );
  return ok(
    rest.map(({ record, info }): FileRow => {
      const [sequence = "", order = "", said = "", subject = "", value = "", words = ""] = record;
      return { line: info.lines, sequence, order, record: said, subject, value, text: words };
    }),
  );
}
