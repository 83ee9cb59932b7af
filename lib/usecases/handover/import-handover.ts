import "server-only";
import { eq, inArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { recordFact } from "@/lib/authority/manual/desk";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import {
  type BadRow,
  COLUMNS,
  isUntouched,
  type RecordRows,
  recordOf,
  recordsOf,
} from "@/lib/filing/handover/rows";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { atDesk, isManual } from "./desk";
import { HANDOVER_VIEWS, listHandover } from "./list-handover";
import { readCsv } from "./read-csv";
import { auditRecord } from "./record-handover";

export interface Imported {
  /** Records written, and records that stood there already. */
  readonly written: number;
  readonly known: number;
}

const refused = (bad: readonly BadRow[]): Refusal =>
  refuse("invalid", {
    reason: "handover.file-rows-bad",
    params: { count: bad.length },
    fields: bad
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, reason, params }) => ({ path: String(line), reason, ...(params && { params }) })),
  });

/** A refusal of one record as what is wrong with its lines: each field at its own line where that can be told. */
function badRows({ rows }: RecordRows, error: Refusal): readonly BadRow[] {
  const [first] = rows;
  const fields = error.fields ?? [];
  if (fields.length === 0) {
    const { params } = error;
    return [{ line: first.line, reason: error.reason ?? error.code, ...(params && { params }) }];
  }
  return fields.map(({ path, reason, params }) => {
    const item = /^items\.(\d+)\./.exec(path)?.[1];
    const row = item === undefined ? first : (rows[Number(item)] ?? first);
    return { line: row.line, reason, ...(params && { params }) };
  });
}

/** Takes one record of the file; null = written, else whether it was known. */
async function take(
  tx: Tx,
  actor: Actor,
  record: RecordRows,
): Promise<Result<"written" | "known", readonly BadRow[]>> {
  const [first] = record.rows;
  const desk = await atDesk(tx, actor, record.sequence);
  if (!desk.ok)
    return fail([
      {
        line: first.line,
        reason:
          desk.error.code === "not_found" ? "handover.row-unknown" : (desk.error.reason ?? desk.error.code),
      },
    ]);
  const { row, handover } = desk.value;
  const [order] = await tx
    .select({ number: t.orders.number })
    .from(t.orders)
    .where(eq(t.orders.id, row.orderId));
  if (order?.number !== record.order) return fail([{ line: first.line, reason: "handover.row-order" }]);
  const said = recordOf(record, handover);
  if (!said.ok) return said;
  const by = { userId: actor.userId, via: "file", at: clock().now() } as const;
  const done = await recordFact(tx, desk.value, said.value, by);
  if (!done.ok) return fail(badRows(record, done.error));
  if (done.value === null) return ok("known");
  await auditRecord(tx, actor, row.orderId, row.sequence, said.value.type);
  return ok("written");
}

/**
 * Records what a file says, line after line as if recorded by hand, in one transaction: all of it or nothing. Every bad
 * line is named; after the first of a submission the later ones that depend on it are not judged any more.
 */
export async function importHandover(actor: Actor, bytes: Uint8Array): Promise<Result<Imported>> {
  if (!isManual()) return fail(refuse("not_found"));
  const lines = readCsv(bytes);
  if (!lines.ok) return lines;
  const { records, bad } = recordsOf(lines.value.filter((row) => !isUntouched(row)));
  if (records.length === 0 && bad.length === 0)
    return fail(refuse("invalid", { reason: "handover.file-empty" }));
  return withTransaction(async (tx): Promise<Result<Imported>> => {
    const wrong = [...bad];
    const broken = new Set<number>();
    let [written, known] = [0, 0];
    for (const record of records) {
      if (broken.has(record.sequence)) continue;
      const taken = await take(tx, actor, record);
      if (!taken.ok) {
        wrong.push(...taken.error);
        broken.add(record.sequence);
      } else if (taken.value === "written") written += 1;
      else known += 1;
    }
    return wrong.length > 0 ? fail(refused(wrong)) : ok({ written, known });
  });
}

/** The file to fill in: one line for each submission the authority owes an answer. */
export async function handoverTemplate(actor: Actor): Promise<Result<string>> {
  const open = [];
  for (const view of ["todo", "out"] as const) {
    const list = await listHandover(actor, { view });
    if (!list.ok) return list;
    open.push(...list.value.rows);
  }
  const lines = open
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ sequence, number }) => [sequence, number, "", "", "", ""].join(","));
  // The mark tells Excel that it is UTF-8.
  return ok(`\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`);
}

/** How much waits in the tray and how much outside, for the doctor. */
export async function handoverState(): Promise<{ waiting: number; out: number }> {
  const of = async (view: "todo" | "out") =>
    (
      await read()
        .select({ sequence: t.manualSubmissions.sequence })
        .from(t.manualSubmissions)
        .where(inArray(t.manualSubmissions.state, [...HANDOVER_VIEWS[view]]))
    ).length;
  return { waiting: await of("todo"), out: await of("out") };
}
