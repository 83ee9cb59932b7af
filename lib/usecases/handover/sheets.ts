import "server-only";
import writeXlsxFile, { type Sheet } from "write-excel-file/node";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type OutlineGroup, type OutlineGroupKind, outlineOf } from "@/lib/filing/application/outline";
import { provinceName } from "@/lib/messages/codes";
import { translator } from "@/lib/messages/translator";
import { formatValues, type ValueWords } from "@/lib/messages/value-text";

const SHEETS: readonly { readonly key: string; readonly kinds: readonly OutlineGroupKind[] }[] = [
  { key: "entity", kinds: ["entity", "filed"] },
  { key: "people", kinds: ["person"] },
  { key: "services", kinds: ["website", "app"] },
];

/** The authority's forms are Chinese, whatever language the reader's console has. */
const LOCALE = "zh-CN";

function words(): { field: (key: string) => string; sheet: (key: string) => string; values: ValueWords } {
  const t = translator(LOCALE);
  return {
    field: (key) => t(`fields.${key}.label`),
    sheet: (key) => t(`handover.sheet.${key}`),
    values: {
      code: (table, value) => t(`codes.${table}.${value}`),
      province: (code) => provinceName(code, LOCALE),
      yes: t("common.yes"),
      no: t("common.no"),
    },
  };
}

/** Always text: a value that begins like a formula is never one. */
const cell = (value: string, bold = false) =>
  ({ type: String, value, ...(bold && { fontWeight: "bold" as const }) }) as const;

/** The application as a workbook to read and copy from: one sheet each for entity, people and services. */
export function applicationSheets(app: ApplicationDraft): Promise<Buffer> {
  const { field, sheet, values } = words();
  const rowsOf = (group: OutlineGroup) => [
    [cell(group.title, true), cell(group.subject), cell("")],
    ...group.fields.map(({ key, path, kind, values: given }) => [
      cell(field(key)),
      cell(formatValues(values, kind, given)),
      cell(path),
    ]),
    [null],
  ];
  const head = ["field", "value", "path"].map((key) => cell(sheet(key), true));
  const outline = outlineOf(app);
  const sheets = SHEETS.map(
    ({ key, kinds }): Sheet<never> => ({
      sheet: sheet(key),
      columns: [{ width: 28 }, { width: 60 }, { width: 40 }],
      data: [head, ...outline.filter(({ kind }) => kinds.includes(kind)).flatMap(rowsOf)],
    }),
  );
  return writeXlsxFile(sheets).toBuffer();
}
