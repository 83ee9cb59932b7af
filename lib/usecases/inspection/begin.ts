import "server-only";
import { and, eq, isNull, notInArray } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { InspectionFailure } from "@/lib/filing/inspection/failures";
import { type InspectionOrigin, OVER_INSPECTIONS } from "@/lib/filing/inspection/states";
import type { Policy } from "@/lib/filing/policy/types";
import { newId } from "@/lib/ids";
import { planReminders } from "./reminders";
import { type EntityRow, type Happened, type Inspection, writeEvent } from "./store";
import { tellOwner } from "./tell";

const underWay = notInArray(t.inspections.state, [...OVER_INSPECTIONS]);

/** What is wrong, and where. */
export interface Finding {
  readonly entity: EntityRow;
  readonly failure: InspectionFailure;
  readonly serviceId: string | null;
  readonly domain: string | null;
}

/** The open one of the same place and failure. */
export async function openOne(
  tx: Tx,
  { entity, failure, serviceId, domain }: Finding,
): Promise<Inspection | undefined> {
  const { inspections: i } = t;
  const [row] = await tx
    .select()
    .from(i)
    .where(
      and(
        ...[eq(i.entityId, entity.id), eq(i.failure, failure)],
        serviceId === null ? isNull(i.serviceId) : eq(i.serviceId, serviceId),
        domain === null ? isNull(i.domain) : eq(i.domain, domain),
        underWay,
      ),
    );
  return row && { row, entity };
}

interface Beginning {
  readonly origin: InspectionOrigin;
  readonly notice: number | null;
  /** Number of the letter staff typed. */
  readonly letter?: string | null;
  readonly deadline: number;
  readonly by: Happened["by"];
  readonly text?: string;
  readonly now: number;
  readonly policy: Policy;
}

/** Opens an inspection, in the caller's transaction, and tells its owner; the caller has asked whether it may be. */
export async function beginInspection(tx: Tx, finding: Finding, beginning: Beginning): Promise<string> {
  const { entity, failure, serviceId, domain } = finding;
  const { origin, notice, letter = null, deadline, by, text, now } = beginning;
  const [row] = await tx
    .insert(t.inspections)
    .values({
      ...{ id: newId(), entityId: entity.id, serviceId, domain, failure, origin, notice, letter, deadline },
      ...{ openedBy: by.kind === "staff" ? by.userId : null },
      ...{ state: "OPEN", since: now, openedAt: now },
    })
    .returning();
  if (row === undefined) throw new Error("insert returned no row");
  const inspection = { row, entity };
  await writeEvent(tx, inspection, {
    ...({ type: "opened", at: now, by, deadline } as const),
    ...(text !== undefined && { text }),
  });
  await tellOwner(tx, inspection, "inspection_failed");
  await planReminders(tx, row.id, deadline, beginning);
  await audit(tx, {
    ...{ actorId: by.userId, action: "inspection.opened", object: row.id, outcome: "done" },
    data: { entity: entity.id, failure, origin, ...(letter !== null && { letter }) },
  });
  return row.id;
}

/** Open inspections of a record, with the order they wait for where one was ordered. */
export const openOf = (tx: Tx, entityId: string) =>
  tx
    .select()
    .from(t.inspections)
    .where(and(eq(t.inspections.entityId, entityId), underWay));
