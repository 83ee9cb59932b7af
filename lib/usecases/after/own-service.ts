import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import type { AfterService } from "@/lib/filing/after/tasks";
import type { OrderType } from "@/lib/filing/application/codes";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

/** Orders by which something came here that another provider served before. */
const FROM_ELSEWHERE: readonly OrderType[] = ["ACCESS_FILING", "ACCESS_SERVICE"];

export interface OwnService {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly province: string;
  readonly service: AfterService;
}

/** A filed service of one's own, from the plain columns of the register; somebody else's and none are the same answer. */
export async function loadOwnService(
  db: Db | Tx,
  actor: Actor,
  serviceId: string,
): Promise<Result<OwnService>> {
  const [row] = await db
    .select({ service: t.services, entity: t.entities })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(eq(t.services.id, serviceId));
  if (row === undefined || !ownsAccount(actor, row.entity.accountId)) return fail(refuse("not_found"));
  const { service, entity } = row;
  const [access] = await db
    .select({ since: t.accesses.since })
    .from(t.accesses)
    .innerJoin(t.orders, eq(t.orders.id, t.accesses.orderId))
    .where(and(eq(t.accesses.serviceId, serviceId), inArray(t.orders.type, [...FROM_ELSEWHERE])))
    .orderBy(desc(t.accesses.since))
    .limit(1);
  const [living] = await db
    .select({ id: t.accesses.id })
    .from(t.accesses)
    .where(and(eq(t.accesses.serviceId, serviceId), isNull(t.accesses.endedAt)));
  return ok({
    ...{ id: service.id, entityId: entity.id, name: service.name, province: entity.province },
    service: {
      ...{ kind: service.kind, entityNumber: entity.number, serviceNumber: service.number },
      ...{ unitName: entity.unitName, filedAt: service.filedAt, ended: service.endedAt !== null },
      ...{ served: living !== undefined, accessFiledAt: access?.since ?? null },
    },
  });
}
