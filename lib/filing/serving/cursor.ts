import { z } from "zod";

/** Changes read up to a number whose lags are still being looked through: which line came last, and up to which moment. */
interface Looking {
  readonly line: number;
  readonly until: number;
}

/** How far a consumer has read: the last change, and the moment its last answer was true. */
export interface Cursor {
  readonly seq: number;
  readonly at: number;
  readonly looking?: Looking;
}

const FORM = /^(\d{1,15})\.(\d{1,15})(?:\.(\d{1,15})\.(\d{1,15}))?$/;

export const cursorText = ({ seq, at, looking }: Cursor): string =>
  btoa([seq, at, ...(looking ? [looking.line, looking.until] : [])].join(".")).replaceAll("=", "");

function cursorOf(text: string): Cursor | null {
  try {
    const [, seq, at, line, until] = FORM.exec(atob(text)) ?? [];
    if (seq === undefined || at === undefined) return null;
    const cursor = { seq: Number(seq), at: Number(at) };
    if (line === undefined || until === undefined) return cursor;
    return { ...cursor, looking: { line: Number(line), until: Number(until) } };
  } catch {
    return null;
  }
}

/**
 * Nobody signs a cursor, because it opens nothing: whoever makes one up hears the same answers. But one that was never
 * given here (of another database, or of a time before a backup was put back) would hide changes for good.
 */
export function mayBeOurs({ seq, at, looking }: Cursor, last: { seq: number; now: number }): boolean {
  if (seq > last.seq || at > last.now) return false;
  return looking === undefined || (looking.line <= seq && at <= looking.until && looking.until <= last.now);
}

/** Opaque to those who send it back. */
export const Cursor = z
  .string()
  .max(96)
  .transform((text, context): Cursor => {
    const cursor = cursorOf(text);
    if (cursor !== null) return cursor;
    context.addIssue({ code: "custom", message: "input.form" });
    return z.NEVER;
  });
