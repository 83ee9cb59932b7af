import type { FieldRefusal } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";
import { reasonsFor } from "./machine";
import { HandoverRecord } from "./records";
import type { Handed } from "./targets";

/** Columns of the file, in this order. */
export const COLUMNS = ["sequence", "order", "record", "subject", "value", "text"] as const;
type Column = (typeof COLUMNS)[number];

/** One line of the file that says something. */
export type FileRow = Readonly<Record<Column, string>> & { readonly line: number };
export type BadRow = Pick<FieldRefusal, "reason" | "params"> & { readonly line: number };

/** Lines that together are one record: an approval with all its numbers, a rejection with all its items. */
export interface RecordRows {
  readonly sequence: number;
  readonly order: string;
  readonly type: HandoverRecord["type"];
  readonly rows: readonly [FileRow, ...FileRow[]];
}

const NAMES: Readonly<Record<string, HandoverRecord["type"]>> = {
  sent: "sent",
  已报送: "sent",
  refused: "refused",
  未受理: "refused",
  accepted: "accepted",
  已受理: "accepted",
  struck: "struck",
  已注销: "struck",
  smsstarted: "smsStarted",
  短信已发: "smsStarted",
  smsdone: "smsDone",
  短信已核验: "smsDone",
  smsfailed: "smsFailed",
  短信未通过: "smsFailed",
  approved: "approved",
  通过: "approved",
  rejected: "rejected",
  驳回: "rejected",
  conflict: "conflict",
  冲突: "conflict",
};
const JOINED: ReadonlySet<HandoverRecord["type"]> = new Set(["approved", "rejected"]);

/** A line of the template nobody filled in says nothing. */
export const isUntouched = (row: FileRow): boolean =>
  [row.record, row.subject, row.value, row.text].every((cell) => cell === "");

const sameLine = (a: FileRow, b: FileRow) => COLUMNS.every((column) => a[column] === b[column]);

/** What is wrong with a line by itself, or beside those above it. */
function rowProblem(row: FileRow, above: readonly FileRow[]): string | null {
  if (!/^[1-9]\d{0,8}$/.test(row.sequence)) return "handover.row-sequence";
  if (NAMES[row.record.toLowerCase()] === undefined) return "handover.row-record";
  return above.some((other) => sameLine(other, row)) ? "handover.row-twice" : null;
}

/** Puts the lines of one record together; bad lines by their number. */
export function recordsOf(rows: readonly FileRow[]): {
  readonly records: readonly RecordRows[];
  readonly bad: readonly BadRow[];
} {
  const records: RecordRows[] = [];
  const bad: BadRow[] = [];
  for (const [index, row] of rows.entries()) {
    const reason = rowProblem(row, rows.slice(0, index));
    const type = NAMES[row.record.toLowerCase()];
    if (reason !== null || type === undefined) {
      bad.push({ line: row.line, reason: reason ?? "handover.row-record" });
      continue;
    }
    const sequence = Number(row.sequence);
    const before = records.at(-1);
    if (JOINED.has(type) && before?.sequence === sequence && before.type === type)
      records.splice(-1, 1, { ...before, rows: [...before.rows, row] });
    else records.push({ sequence, order: row.order, type, rows: [row] });
  }
  return { records, bad };
}

/** What the lines may name: the parts by number of the page (1, 2, …), id or domain. */
export interface Named {
  readonly handed: Handed;
  readonly required: readonly string[];
}

function serviceOf({ application }: Handed, subject: string): string | undefined {
  const { services } = application;
  const byNumber = /^\d{1,3}$/.test(subject) ? services[Number(subject) - 1] : undefined;
  const byName = services.find(
    (service) =>
      service.id === subject || (service.kind === "WEBSITE" && service.domain === subject.toLowerCase()),
  );
  return (byNumber ?? byName)?.id;
}

const leadOf = ({ required }: Named, subject: string): string | undefined =>
  required.find((id) => id === subject) ??
  (/^\d{1,3}$/.test(subject) ? required[Number(subject) - 1] : undefined);

/** Where a reason points: what the line says, or its usual place. */
function targetOf(handed: Handed, code: string, subject: string): string | undefined {
  const targets = reasonsFor(handed).find((reason) => reason.code === code)?.targets;
  if (targets === undefined || subject === "") return targets?.[0];
  const service = serviceOf(handed, subject);
  return targets.find(
    (target) => target === subject || (service !== undefined && target.startsWith(`services[${service}].`)),
  );
}

const one = (row: FileRow, reason: string): Result<never, readonly BadRow[]> =>
  fail([{ line: row.line, reason }]);

function approvedOf(rows: RecordRows["rows"], { handed }: Named): Result<unknown, readonly BadRow[]> {
  const services: Record<string, string> = {};
  let entityNumber = "";
  const bad: BadRow[] = [];
  for (const row of rows) {
    const whole = row.subject === "" || row.subject === "entity";
    const id = whole ? undefined : serviceOf(handed, row.subject);
    if (whole && entityNumber === "") entityNumber = row.value;
    else if (id !== undefined && services[id] === undefined) services[id] = row.value;
    else
      bad.push({
        line: row.line,
        reason: !whole && id === undefined ? "handover.row-subject" : "handover.row-twice",
      });
  }
  return bad.length > 0 ? fail(bad) : ok({ type: "approved", entityNumber, services });
}

function rejectedOf(rows: RecordRows["rows"], { handed }: Named): Result<unknown, readonly BadRow[]> {
  const bad: BadRow[] = [];
  const items = rows.flatMap(({ line, subject, value, text }) => {
    const target = targetOf(handed, value, subject);
    if (target !== undefined) return [{ code: value, target, text: text === "" ? null : text }];
    const known = reasonsFor(handed).some(({ code }) => code === value);
    bad.push({ line, reason: known ? "handover.row-subject" : "handover.reason" });
    return [];
  });
  return bad.length > 0 ? fail(bad) : ok({ type: "rejected", items });
}

function plainOf(type: RecordRows["type"], row: FileRow, named: Named): Result<unknown, readonly BadRow[]> {
  switch (type) {
    case "smsDone": {
      const personId = leadOf(named, row.subject);
      return personId === undefined ? one(row, "handover.no-lead") : ok({ type, personId });
    }
    case "smsFailed":
      return ok({ type, cause: row.value });
    case "refused":
      return ok({ type, code: row.value });
    case "conflict": {
      const target = targetOf(named.handed, row.value, row.subject);
      return target === undefined ? one(row, "handover.row-subject") : ok({ type, code: row.value, target });
    }
    default:
      return ok({ type });
  }
}

/** The record that lines say, or which of them says nothing that can be recorded. */
export function recordOf(
  { type, rows }: RecordRows,
  named: Named,
): Result<HandoverRecord, readonly BadRow[]> {
  const [first] = rows;
  const said =
    type === "approved"
      ? approvedOf(rows, named)
      : type === "rejected"
        ? rejectedOf(rows, named)
        : plainOf(type, first, named);
  if (!said.ok) return said;
  const parsed = HandoverRecord.safeParse(said.value);
  return parsed.success ? ok(parsed.data) : one(first, "handover.row-value");
}
