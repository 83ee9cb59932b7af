import "server-only";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { blank } from "@/lib/filing/application/access";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import { type OrderRow, openDraft, record } from "../orders/records";

/** A place on one of the account's own servers that a service of an order under way asks for. */
export interface AskedPlace {
  readonly resourceId: string;
  readonly name: string;
  readonly order: Pick<OrderRow, "id" | "number" | "createdAt" | "submittedAt">;
}

/**
 * What the account's orders under way ask for, drafts included. A cancellation asks for nothing, and neither does a change
 * of what stands on that very server: its place is counted with what is filed.
 */
export async function placesAsked(db: Db, accountId: string): Promise<readonly AskedPlace[]> {
  const { orders } = t;
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.accountId, accountId),
        notInArray(orders.state, [...FINAL_STATES]),
        notInArray(orders.type, [...CANCELLATIONS]),
      ),
    );
  const places: AskedPlace[] = [];
  for (const order of rows) {
    const draft = await openDraft(db, record(order));
    if (!draft.ok) continue;
    const { services } = draft.value.application;
    const there = await standing(
      db,
      services.flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []),
    );
    for (const { name = "", resource, serviceFilingNumber } of services) {
      if (resource?.kind !== "RESOURCE" || blank(resource.resourceId)) continue;
      const { resourceId } = resource;
      if (there.some((one) => one.number === serviceFilingNumber && one.resourceId === resourceId)) continue;
      places.push({ resourceId, name, order });
    }
  }
  return places;
}

/** On which servers what is filed under these numbers stands. */
async function standing(db: Db, numbers: readonly string[]) {
  const { accesses, services } = t;
  return db
    .select({ number: services.number, resourceId: accesses.resourceId })
    .from(accesses)
    .innerJoin(services, eq(services.id, accesses.serviceId))
    .where(and(inArray(services.number, [...numbers]), isNull(accesses.endedAt)));
}
