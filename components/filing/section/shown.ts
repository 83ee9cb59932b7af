import { type FieldValues, get } from "react-hook-form";

/** What an input shows before the browser's part of the page has started: the server renders it filled in. */
export function shown(
  initial: FieldValues,
  name: string,
): { defaultValue?: string; defaultChecked?: boolean } {
  const value: unknown = get(initial, name);
  if (typeof value === "boolean") return { defaultChecked: value };
  return value === undefined ? {} : { defaultValue: value as string };
}
