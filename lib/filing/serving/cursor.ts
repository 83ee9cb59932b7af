import { z } from "zod";

/** How far a consumer has read: the last change, and the moment its last answer was true. */
export interface Cursor {
  readonly seq: number;
  readonly at: number;
}

const FORM = /^(\d{1,15})\.(\d{1,15})$/;

export const cursorText = ({ seq, at }: Cursor): string => btoa(`${seq}.${at}`).replaceAll("=", "");

function cursorOf(text: string): Cursor | null {
  try {
    const [, seq, at] = FORM.exec(atob(text)) ?? [];
    return seq === undefined || at === undefined ? null : { seq: Number(seq), at: Number(at) };
  } catch {
    return null;
  }
}

/** Opaque to those who send it back. */
export const Cursor = z
  .string()
  .max(64)
  .transform((text, context): Cursor => {
    const cursor = cursorOf(text);
    if (cursor !== null) return cursor;
    context.addIssue({ code: "custom", message: "input.form" });
    return z.NEVER;
  });
