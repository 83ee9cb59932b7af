import "server-only";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { blank } from "@/lib/filing/application/access";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import { type OrderRow, openDraft, record } from "../orders/records";
import type { FactsFor } from "./facts-for";

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
  const places: AskedPlace[] = [];
  for (const order of await askingOrders(db, accountId)) places.push(...(await placesOf(db, order)));
  return places;
}

/**
 * Places that other orders of the account have asked for before this one, by server: of several under way at once
 * (`openOrdersPerAccount`) whoever handed in first has them, and a draft has none.
 */
export async function placesBefore(
  db: Db,
  { accountId, orderId }: Pick<FactsFor, "accountId" | "orderId">,
): Promise<ReadonlyMap<string, number>> {
  const orders = await askingOrders(db, accountId);
  const own = orders.find(({ id }) => id === orderId)?.submittedAt ?? null;
  const isBefore = ({ id, submittedAt }: OrderRow): boolean =>
    submittedAt !== null &&
    (own === null || submittedAt < own || (submittedAt === own && id < (orderId ?? "")));
  const counts = new Map<string, number>();
  for (const order of orders.filter((one) => one.id !== orderId && isBefore(one)))
    for (const { resourceId } of await placesOf(db, order))
      counts.set(resourceId, (counts.get(resourceId) ?? 0) + 1);
  return counts;
}

const askingOrders = (db: Db, accountId: string): Promise<readonly OrderRow[]> => {
  const { orders } = t;
  return db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.accountId, accountId),
        notInArray(orders.state, [...FINAL_STATES]),
        notInArray(orders.type, [...CANCELLATIONS]),
      ),
    );
};

async function placesOf(db: Db, order: OrderRow): Promise<readonly AskedPlace[]> {
  const draft = await openDraft(db, record(order));
  if (!draft.ok) return [];
  const { services } = draft.value.application;
  const numbers = services.flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []);
  const there = await standing(db, numbers);
  return services.flatMap(({ name = "", resource, serviceFilingNumber }): readonly AskedPlace[] => {
    if (resource?.kind !== "RESOURCE" || blank(resource.resourceId)) return [];
    const { resourceId } = resource;
    const stands = there.some((one) => one.number === serviceFilingNumber && one.resourceId === resourceId);
    return stands ? [] : [{ resourceId, name, order }];
  });
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
