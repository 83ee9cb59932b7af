import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { FilingTold } from "@/lib/notify/events";
import { tellOfFiling } from "../system/tell-of-filing";
import type { ManualRow } from "./store";

/** Tells the account what became of its request, with nothing of what is in it. */
export async function tellOfRequest(
  tx: Tx,
  { entityId, accountId }: ManualRow,
  event: Extract<FilingTold, `manual_${string}`>,
): Promise<void> {
  const [entity] = await tx
    .select({ number: t.entities.number })
    .from(t.entities)
    .where(eq(t.entities.id, entityId));
  await tellOfFiling(tx, accountId, { event, params: { filingNumber: entity?.number ?? "" } }, false);
}
