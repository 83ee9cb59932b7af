import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

/** Codes of providers: this console, and whoever filed what was filed before it began. */
export const OWN_PROVIDER = "this-console";
export const OTHER_PROVIDER = "other-provider";

/** Who serves each of the services now; those nobody serves are absent. */
export async function accessesOf(
  db: StoreDb,
  serviceNumbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (serviceNumbers.length === 0) return new Map();
  const rows = await db
    .select()
    .from(t.registerAccesses)
    .where(
      and(inArray(t.registerAccesses.serviceNumber, [...serviceNumbers]), isNull(t.registerAccesses.endedAt)),
    )
    .orderBy(t.registerAccesses.since, t.registerAccesses.provider);
  const all = new Map<string, string[]>();
  for (const { serviceNumber, provider } of rows)
    all.set(serviceNumber, [...(all.get(serviceNumber) ?? []), provider]);
  return all;
}

/** From now on the provider serves it, too; whoever does already goes on. */
export async function openAccess(
  tx: StoreTx,
  serviceNumber: string,
  provider: string,
  since: number,
): Promise<void> {
  const now = await accessesOf(tx, [serviceNumber]);
  if (now.get(serviceNumber)?.includes(provider)) return;
  await tx.insert(t.registerAccesses).values({ serviceNumber, provider, since });
}

/** Nobody serves them any more, or this provider does not. */
export async function endAccesses(
  tx: StoreTx,
  serviceNumbers: readonly string[],
  endedAt: number,
  provider?: string,
): Promise<void> {
  await tx
    .update(t.registerAccesses)
    .set({ endedAt })
    .where(
      and(
        inArray(t.registerAccesses.serviceNumber, [...serviceNumbers]),
        isNull(t.registerAccesses.endedAt),
        provider === undefined ? undefined : eq(t.registerAccesses.provider, provider),
      ),
    );
}
