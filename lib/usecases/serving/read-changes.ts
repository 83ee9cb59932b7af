import "server-only";
import { and, asc, desc, gt, lte } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { LONGEST_LAG_MS } from "@/lib/filing/serving/answer";
import { type Cursor, cursorText, mayBeOurs } from "@/lib/filing/serving/cursor";
import { CHANGES_PER_PAGE, type ServingAnswer } from "@/lib/filing/serving/feed";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { answersTo } from "./ask-serving";

interface ServingChanges {
  readonly changes: readonly ServingAnswer[];
  readonly cursor: string;
  readonly more: boolean;
}

const asFiled = (domain: string) => ({ key: domain, candidates: [domain] });
const { servingChanges: lines } = t;

/**
 * Domains whose answer may differ from what it was at the cursor, each with the answer of now: those the register moved,
 * and those whose lag ran out meanwhile, which no change announces. Without a cursor: everything ever filed here. However
 * old a cursor is, one answer looks at a page of changes and a page of lags. Refusal: `invalid` for one not given here.
 */
export async function readChanges(after: Cursor | null): Promise<Result<ServingChanges>> {
  const now = clock().now();
  const cursor = after ?? { seq: 0, at: now };
  const [last] = await read().select({ seq: lines.seq }).from(lines).orderBy(desc(lines.seq)).limit(1);
  const lastSeq = last?.seq ?? 0;
  if (!mayBeOurs(cursor, { seq: lastSeq, now }))
    return fail(
      refuse("invalid", {
        reason: "input.invalid",
        fields: [{ path: "after.0", reason: "input.form" }],
      }),
    );
  if (cursor.looking !== undefined) {
    const looked = await goOnLooking(cursor, cursor.looking, now);
    return ok({ ...looked, more: looked.more || lastSeq > cursor.seq });
  }
  const found = await read()
    .select({ seq: lines.seq, domain: lines.domain })
    .from(lines)
    .where(gt(lines.seq, cursor.seq))
    .orderBy(asc(lines.seq))
    .limit(CHANGES_PER_PAGE + 1);
  const page = found.slice(0, CHANGES_PER_PAGE);
  const moved = [...new Set(page.map(({ domain }) => domain))];
  const changed = await answersTo(moved.map(asFiled), false, now);
  const seq = page.at(-1)?.seq ?? cursor.seq;
  // Until somebody has caught up, his answers are as old as his cursor says.
  if (found.length > page.length)
    return ok({ changes: changed, cursor: cursorText({ seq, at: cursor.at }), more: true });
  const looked = await lagsOver({ ...cursor, line: 0, until: now }, new Set(moved), now);
  const changes = [...changed, ...looked.opened];
  if (looked.line !== null) {
    const looking = { line: looked.line, until: now };
    return ok({ changes, cursor: cursorText({ seq, at: cursor.at, looking }), more: true });
  }
  return ok({
    changes,
    cursor: cursorText({ seq, at: changes.length === 0 ? cursor.at : now }),
    more: false,
  });
}

/** The next page of lags of a look begun before. What changed since that began is asked for afterwards. */
async function goOnLooking(
  { seq, at }: Cursor,
  { line, until }: NonNullable<Cursor["looking"]>,
  now: number,
): Promise<ServingChanges> {
  const looked = await lagsOver({ seq, at, line, until }, new Set(), now);
  const [changes, more] = [looked.opened, looked.line !== null];
  const next = looked.line === null ? { seq, at: until } : { seq, at, looking: { line: looked.line, until } };
  return { changes, cursor: cursorText(next), more };
}

interface Look {
  /** Lines up to here: later ones are told of as changes. */
  readonly seq: number;
  /** The moment after which a lag must have run out, and the one up to which. */
  readonly at: number;
  readonly until: number;
  /** Lines up to here are looked through. */
  readonly line: number;
}

/** Domains that are served since some moment after the one and not after the other; the last line seen if there are more. */
async function lagsOver(
  { seq, at, until, line }: Look,
  told: ReadonlySet<string>,
  now: number,
): Promise<{ readonly opened: readonly ServingAnswer[]; readonly line: number | null }> {
  const found = await read()
    .select({ seq: lines.seq, domain: lines.domain })
    .from(lines)
    .where(and(gt(lines.seq, line), lte(lines.seq, seq), gt(lines.at, at - LONGEST_LAG_MS)))
    .orderBy(asc(lines.seq))
    .limit(CHANGES_PER_PAGE + 1);
  const page = found.slice(0, CHANGES_PER_PAGE);
  const untold = [...new Set(page.map(({ domain }) => domain))].filter((domain) => !told.has(domain));
  const answers = await answersTo(untold.map(asFiled), false, now);
  const opened = answers.filter(
    ({ served, since }) => served && since !== null && Date.parse(since) > at && Date.parse(since) <= until,
  );
  return { opened, line: found.length > page.length ? (page.at(-1)?.seq ?? line) : null };
}
