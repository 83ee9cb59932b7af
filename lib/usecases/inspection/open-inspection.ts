import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { type Actor, can, ownsAccount } from "@/lib/filing/access";
import { fitsTarget } from "@/lib/filing/inspection/failures";
import type { OpenInspection } from "@/lib/filing/inspection/form";
import { isGone } from "@/lib/filing/inspection/settle";
import { deadlineFrom, endOfDay, firstLetterDay } from "@/lib/filing/inspection/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { heldOf } from "../registry/held";
import { staffContext } from "../review/staff-context";
import { beginInspection, openOne } from "./begin";

/**
 * Staff write down what is wrong with something filed and served here. Refusals: not_found for what is no part of a
 * record, forbidden for one's own, and why not: gone, no such failure of it, open already, a letter with too short a time.
 */
export async function openInspection(
  actor: Actor,
  { entityId, failure, serviceId, domain, letterUntil, letterNumber: letter, found: text }: OpenInspection,
): Promise<Result<{ inspectionId: string }>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const { now, policy } = staff.value;
  const deadline = letterUntil === null ? deadlineFrom(now, policy) : endOfDay(letterUntil);
  if (letterUntil !== null && letterUntil < firstLetterDay(now, policy))
    return fail(refuse("invalid", { fields: [{ path: "letterUntil", reason: "inspection.letter-short" }] }));
  return withTransaction(async (tx) => {
    const [entity] = await tx.select().from(t.entities).where(eq(t.entities.id, entityId));
    if (entity === undefined) return fail(refuse("not_found"));
    if (ownsAccount(actor, entity.accountId))
      return fail(refuse("forbidden", { reason: "order.own-account" }));
    const { registry, serviceIds } = await heldOf(tx, entity);
    const service = [...serviceIds].find(([, id]) => id === serviceId)?.[0] ?? null;
    if (serviceId !== null && service === null) return fail(refuse("not_found"));
    if (!fitsTarget(failure, { service: service !== null, domain: domain !== null }))
      return fail(refuse("invalid", { path: "target", reason: "inspection.wrong-place" }));
    if (isGone(registry, { service, domain }))
      return fail(refuse("wrong_state", { reason: "inspection.not-here" }));
    const finding = { entity, failure, serviceId, domain };
    if (await openOne(tx, finding)) return fail(refuse("wrong_state", { reason: "inspection.open-already" }));
    const inspectionId = await beginInspection(tx, finding, {
      origin: letterUntil === null ? "PROVIDER" : "AUTHORITY",
      ...{ notice: null, letter, deadline, text, now, policy },
      by: { kind: "staff", userId: actor.userId },
    });
    return ok({ inspectionId });
  });
}
