import "server-only";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { RegistryChange } from "@/lib/filing/registry/types";
import { seal } from "@/lib/secrets";

/** By what, for whom and when the register changes. */
export interface Cause {
  /** Null: the authority's own doing. */
  readonly orderId: string | null;
  readonly notice: number | null;
  /** Whose the record is or becomes, or who gives it away; null: whoever has it. */
  readonly accountId: string | null;
  readonly at: number;
}

export const historyAad = (entityId: string, seq: number): string => `history:${entityId}:${seq}`;

interface Line {
  readonly entityId: string;
  readonly serviceId?: string;
  readonly path?: string;
  readonly about?: string;
  /** A document sealed already, or a value to be sealed under the record's key. */
  readonly sealed?: Buffer;
  readonly value?: { readonly key: Buffer; readonly json: unknown };
}

/** Adds lines to a record's history, numbered on from the last one. */
export class HistoryWriter {
  constructor(
    private readonly tx: Tx,
    private seq: number,
    private readonly cause: Cause,
  ) {}

  async add(change: RegistryChange["type"], line: Line): Promise<void> {
    this.seq += 1;
    const { entityId, serviceId = null, path = null, about = null, value } = line;
    const { at, orderId, notice } = this.cause;
    const valueEnc =
      value === undefined
        ? (line.sealed ?? null)
        : seal(value.key, value.json, historyAad(entityId, this.seq));
    await this.tx
      .insert(t.registryHistory)
      .values({ entityId, seq: this.seq, at, change, serviceId, path, about, valueEnc, orderId, notice });
  }
}
