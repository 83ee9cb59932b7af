import "server-only";
import { createHash } from "node:crypto";
import type { Params } from "@/lib/filing/shared/refusal";

export interface ChainedEntry {
  readonly seq: number;
  readonly at: number;
  readonly actorId: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly outcome: "done" | "refused";
  readonly data: Params;
  readonly prevHash: string;
}

/** What the first row follows. */
export const GENESIS = "0".repeat(64);

/** Every column of a row, in one order of keys, with the hash of the row before: editing one breaks the rest. */
export function hashEntry(entry: ChainedEntry): string {
  const data = Object.entries(entry.data).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { seq, at, actorId, action, object, outcome, prevHash } = entry;
  const content = JSON.stringify([seq, at, actorId, action, object, outcome, data, prevHash]);
  return createHash("sha256").update(content).digest("hex");
}
