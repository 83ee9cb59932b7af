import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Notice, NoticeBody } from "@/lib/authority/gateway";
import { clock } from "@/lib/clock";
import { FAILURES, fitsTarget, isInspectionFailure } from "@/lib/filing/inspection/failures";
import { isGone } from "@/lib/filing/inspection/settle";
import type { Policy } from "@/lib/filing/policy/types";
import { currentPolicy } from "../policy/current-policy";
import { heldOf } from "../registry/held";
import { beginInspection, type Finding, openOne } from "./begin";
import { planReminders } from "./reminders";
import { type Inspection, moveInspection, writeEvent } from "./store";
import { tellOwner } from "./tell";

type Body = Extract<NoticeBody, { type: "inspection" }>;
const AUTHORITY = { kind: "authority", userId: null } as const;

/** Where the number stands here, and whether the failure can be found there; null: it is nothing of ours. */
async function findingOf(tx: Tx, { number, failure, domain }: Body): Promise<Finding | null> {
  // The authority's list may grow before ours does.
  if (!isInspectionFailure(failure)) return null;
  const { entities, services } = t;
  const [service] = await tx
    .select({ id: services.id, entityId: services.entityId })
    .from(services)
    .where(and(eq(services.number, number), isNull(services.endedAt)));
  const which = service === undefined ? eq(entities.number, number) : eq(entities.id, service.entityId);
  const [entity] = await tx
    .select()
    .from(entities)
    .where(and(which, isNull(entities.endedAt)));
  if (entity === undefined) return null;
  // What is wrong with the organiser is his, whichever of his numbers it is said of.
  const ofEntity = FAILURES[failure].target === "entity";
  const serviceId = ofEntity ? null : (service?.id ?? null);
  const place = { service: serviceId === null ? null : number, domain };
  if (!fitsTarget(failure, { service: serviceId !== null, domain: domain !== null })) return null;
  const { registry } = await heldOf(tx, entity);
  return isGone(registry, place) ? null : { entity, failure, serviceId, domain };
}

/** The authority's word opens an inspection, or stands from now on behind one that is open. False: nothing filed here. */
export async function takeInspection(tx: Tx, notice: Notice, body: Body): Promise<boolean> {
  const finding = await findingOf(tx, body);
  if (finding === null) return false;
  const now = clock().now();
  const policy = await currentPolicy(now);
  const open = await openOne(tx, finding);
  if (open === undefined)
    await beginInspection(tx, finding, {
      ...{ origin: "AUTHORITY", notice: notice.number, deadline: body.deadline, by: AUTHORITY, now, policy },
    });
  else await adopt(tx, open, notice.number, body.deadline, { now, policy });
  await audit(tx, {
    ...{ actorId: null, action: "authority.notice-taken", object: null, outcome: "done" },
    data: { number: notice.number, type: body.type, filing: body.number, count: 1 },
  });
  return true;
}

/** What the provider had found already is the authority's word from now on, and so is its deadline. */
async function adopt(
  tx: Tx,
  open: Inspection,
  notice: number,
  deadline: number,
  ctx: { readonly now: number; readonly policy: Policy },
): Promise<void> {
  const { row } = open;
  const change = { origin: "AUTHORITY", notice, deadline } as const;
  const moved = await moveInspection(tx, open, row.version, row.state, ctx.now, change);
  if (!moved.ok) throw new Error(`inspection ${row.id} moved inside a transaction`);
  await writeEvent(tx, open, { type: "notice", at: ctx.now, by: AUTHORITY, deadline });
  await tellOwner(tx, { ...open, row: { ...row, deadline } }, "inspection_failed");
  await planReminders(tx, row.id, deadline, ctx);
}
