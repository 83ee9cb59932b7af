import type { ActionRow } from "./row";

/** Rows of one file. */
export function file(name: string, rows: Readonly<Record<string, ActionRow>>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(rows).map(([action, row]) => [`${name}#${action}`, row]));
}
export const row =
  (object: ActionRow["object"], more: Partial<ActionRow> = {}) =>
  (capability: ActionRow["capability"], input: ActionRow["input"]): ActionRow => ({
    capability,
    object,
    input,
    ...more,
  });
export const plain = row(null);
