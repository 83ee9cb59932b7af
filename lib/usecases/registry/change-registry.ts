import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { applyChanges } from "@/lib/filing/registry/apply";
import { changesOf } from "@/lib/filing/registry/changes";
import type { RegistryChange, RegistryEvent, RegistryProblem } from "@/lib/filing/registry/types";
import { touchedDomains } from "@/lib/filing/serving/touched";
import { afterChange } from "../inspection/settle";
import type { Held } from "./held";
import { type Cause, HistoryWriter } from "./history-writer";
import { type Writing, writeChange } from "./write-change";

/** What the authority says cannot be true of what we hold. Whoever caused it is set aside for staff, nothing is written. */
class RegistryError extends Error {
  override readonly name = "RegistryError";
  readonly code: string;
  constructor(problem: RegistryProblem | "other-account") {
    super(`the register contradicts: ${problem}`);
    this.code = `registry.${problem}`;
  }
}

/**
 * The one door through which the register changes: an approved order and an unasked notice both come here, in their own
 * transaction. Rows are projections of the changes, and each change is a row of the history.
 */
export async function changeRegistry(
  tx: Tx,
  held: Held,
  event: RegistryEvent,
  cause: Cause,
): Promise<readonly RegistryChange[]> {
  if (held.row !== null && cause.accountId !== null && held.row.accountId !== cause.accountId)
    throw new RegistryError("other-account");
  const changes = changesOf(held.registry, event);
  if (!changes.ok) throw new RegistryError(changes.error);
  const writing: Writing = {
    tx,
    cause,
    entity: held.row && held.key ? { id: held.row.id, key: held.key } : null,
    serviceIds: new Map(held.serviceIds),
    history: new HistoryWriter(tx, held.seq, cause),
  };
  for (const change of changes.value) {
    if (change.type === "domain_opened") await refuseTaken(writing, change.service, change.domain);
    await writeChange(writing, change);
  }
  const moved = touchedDomains(held.registry, changes.value).map((domain) => ({ domain, at: cause.at }));
  if (moved.length > 0) await tx.insert(t.servingChanges).values(moved);
  if (held.row !== null) await inspect(tx, { ...held, row: held.row }, event, changes.value, cause);
  return changes.value;
}

/** What is inspected may be gone by it, or mended. */
const inspect = (
  tx: Tx,
  { row: entity, registry, serviceIds }: Held & { readonly row: NonNullable<Held["row"]> },
  event: RegistryEvent,
  changes: readonly RegistryChange[],
  { orderId, at }: Cause,
): Promise<void> =>
  afterChange(tx, {
    ...{ entity, event, changes, orderId, at, registry: applyChanges(registry, changes) },
    numbers: new Map([...serviceIds].map(([number, id]) => [id, number])),
  });

/** Also of another organiser: his website would have to end first. */
async function refuseTaken({ tx, serviceIds }: Writing, service: string, domain: string): Promise<void> {
  const id = serviceIds.get(service) ?? "";
  const [own] = await tx.select({ kind: t.services.kind }).from(t.services).where(eq(t.services.id, id));
  if (own?.kind !== "WEBSITE") return;
  const [holder] = await tx
    .select({ id: t.serviceDomains.serviceId })
    .from(t.serviceDomains)
    .where(
      and(
        eq(t.serviceDomains.domain, domain),
        eq(t.serviceDomains.kind, "WEBSITE"),
        isNull(t.serviceDomains.endedAt),
        ne(t.serviceDomains.serviceId, id),
      ),
    )
    .limit(1);
  if (holder !== undefined) throw new RegistryError("domain-taken");
}
