import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { packagesOf } from "@/lib/filing/registry/parts";
import type { ServiceDocument } from "@/lib/filing/registry/types";
import { ok } from "@/lib/filing/shared/result";
import { open, unwrap } from "@/lib/secrets";
import { serviceAad } from "./held";

/**
 * APPs filed before packages had rows of their own: the names lie in sealed documents, which a migration cannot open.
 * Finds nothing to do from the second time on, but for APPs that name none.
 */
export async function completePackages(): Promise<number> {
  const found = await read()
    .select({ service: t.services, wrapped: t.entities.wrappedKey })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .leftJoin(t.appPackages, eq(t.appPackages.serviceId, t.services.id))
    .where(and(eq(t.services.kind, "APP"), isNull(t.appPackages.serviceId)));
  const rows = found.flatMap(({ service, wrapped }) => {
    const { id: serviceId, documentEnc, orderId, filedAt: since, endedAt } = service;
    const document = open<ServiceDocument>(unwrap(wrapped), documentEnc, serviceAad(serviceId));
    return packagesOf(document).map((one) => ({ ...one, serviceId, orderId, since, endedAt }));
  });
  if (rows.length === 0) return 0;
  const done = await withTransaction(async (tx) => {
    await tx.insert(t.appPackages).values(rows).onConflictDoNothing();
    return ok(null);
  });
  if (!done.ok) throw new Error("the register's packages could not be completed");
  return rows.length;
}
