import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { decideInspection, type InspectionCommand } from "@/lib/filing/inspection/machine";
import { type About, isGone, isHealedBy } from "@/lib/filing/inspection/settle";
import type { Registry, RegistryChange, RegistryEvent } from "@/lib/filing/registry/types";
import { openOf } from "./begin";
import {
  type EntityRow,
  findInspection,
  type Happened,
  type Inspection,
  moveInspection,
  writeEvent,
} from "./store";

const SYSTEM = { kind: "system", userId: null } as const;

/** What came of itself: written down where the machine takes it, passed over where not. */
async function settle(tx: Tx, found: Inspection, command: InspectionCommand, happened: Omit<Happened, "by">) {
  const { row } = found;
  const next = decideInspection(row, command, happened.at);
  if (!next.ok) return;
  const moved = await moveInspection(tx, found, row.version, next.value, happened.at);
  if (!moved.ok) throw new Error(`inspection ${row.id} moved inside a transaction`);
  await writeEvent(tx, found, { ...happened, by: SYSTEM });
  await audit(tx, {
    ...{ actorId: null, action: `inspection.${happened.type}`, object: row.id, outcome: "done" },
  });
}

export interface Changed {
  readonly entity: EntityRow;
  /** Numbers by row id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** As it is now. */
  readonly registry: Registry;
  readonly event: RegistryEvent;
  readonly changes: readonly RegistryChange[];
  readonly orderId: string | null;
  readonly at: number;
}

/** After every change of the register: what an inspection was about is gone, or an approved order changed it. */
export async function afterChange(tx: Tx, changed: Changed): Promise<void> {
  const { entity, numbers, registry, event, changes, orderId, at } = changed;
  for (const row of await openOf(tx, entity.id)) {
    const service = row.serviceId === null ? null : (numbers.get(row.serviceId) ?? "");
    const about: About = { failure: row.failure, service, domain: row.domain };
    const by = orderId === null ? { at } : { at, orderId };
    if (isGone(registry, about))
      await settle(tx, { row, entity }, { type: "gone" }, { type: "ended", ...by });
    else if (isHealedBy(about, event, changes))
      await settle(tx, { row, entity }, { type: "heal" }, { type: "healed", ...by });
  }
}

/** After an ordered cancellation came to an end: what it was about is gone by now, or the inspection is open again. */
export async function afterOrder(tx: Tx, orderId: string, at: number): Promise<void> {
  const { inspections: i } = t;
  const rows = await tx
    .select({ id: i.id })
    .from(i)
    .where(and(isNotNull(i.orderId), eq(i.orderId, orderId), eq(i.state, "ORDERED")));
  for (const { id } of rows) {
    const found = await findInspection(tx, id);
    if (found !== undefined)
      await settle(tx, found, { type: "order_over", gone: false }, { type: "returned", at, orderId });
  }
}
