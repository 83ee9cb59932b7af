import type { FieldValues } from "react-hook-form";
import type { DraftSave, SectionId, SectionValue } from "@/lib/filing/application/draft-sections";

/** How a section's document value and its form meet. Forms hold what inputs hold: strings, flags, lists of strings. */
export interface Codec<F extends FieldValues, V extends SectionValue = SectionValue> {
  toForm(value: V): F;
  fromForm(form: F): V;
  /** Name of the input a document path belongs to; undefined when the page has none. */
  nameOf(form: F, path: string): string | undefined;
}

/** The body autosave sends, as the route expects it. */
export const saveOf = (section: SectionId, baseVersion: number, value: SectionValue): DraftSave =>
  ({ section, baseVersion, value }) as DraftSave;

/** Absent and empty are the same in a draft; only what is filled in is stored. */
export function filled<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== "" && v !== undefined && v !== false),
  ) as T;
}

/** A select's value as the code it stands for. */
export const codeOf = <T extends number>(text: string): T | undefined =>
  text === "" ? undefined : (Number(text) as T);
export const textOf = (value: string | number | undefined): string =>
  value === undefined ? "" : String(value);
