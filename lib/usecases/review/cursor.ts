/** Where a page of the queue begins: opaque to the outside, checked on the way in. */
export interface Cursor {
  readonly direction: "newer" | "older";
  readonly since: number;
  readonly id: string;
}

/** What `decodeCursor` reads; null when there is no row to begin from. */
export const encodeCursor = (
  direction: Cursor["direction"],
  row: { since: number; id: string } | undefined,
): string | null => (row === undefined ? null : `${direction}_${row.since}_${row.id}`);

/** @returns null for anything that is not a cursor: the list then starts at the beginning. */
export function decodeCursor(text: string | undefined): Cursor | null {
  const match = /^(newer|older)_(\d{1,16})_([0-9a-f-]{36})$/.exec(text ?? "");
  if (match === null) return null;
  const [, direction, since, id] = match;
  return { direction: direction === "newer" ? "newer" : "older", since: Number(since), id: id ?? "" };
}
