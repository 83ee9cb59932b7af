import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { beginChange, needsOrganiser, whyNotService } from "@/lib/filing/change/begin";
import { leadsElsewhere } from "@/lib/filing/change/leads";
import type { WhyNot } from "@/lib/filing/registry/possible";
import { ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfBare, withElsewhere } from "../registry/elsewhere";
import { aroundOf, loadOwnFiling } from "../registry/own-filing";

export interface ChangeableService {
  readonly id: string;
  readonly number: string;
  readonly kind: "WEBSITE" | "APP";
  readonly name: string;
  readonly domains: readonly string[];
  /** Why it cannot be changed now; null when it can. */
  readonly why: WhyNot | null;
}

export interface ChangeStartView {
  readonly entityId: string;
  readonly number: string;
  readonly unitName: string | null;
  /** Why the organiser cannot be changed now; null when he can. */
  readonly why: WhyNot | null;
  /** His lead is filed without dates: services take him along (DF §15 B3). */
  readonly undated: boolean;
  /** Services led by somebody who is named in the organiser's part, too: numbers. */
  readonly sharedLeads: readonly string[];
  /** Rename: the province wants the registrar's letter. */
  readonly nameLetter: boolean;
  readonly services: readonly ChangeableService[];
  readonly openOrderId: string | null;
}

/** Which parts of a filing can be changed now, and why others cannot. */
export async function getChangeStart(
  actor: Actor,
  input: { entityId: string },
): Promise<Result<ChangeStartView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const elsewhere = await elsewhereOfBare(db, input.entityId);
  const { row, registry, serviceIds } = withElsewhere(own.value, elsewhere);
  const { openOrderId, ...around } = await aroundOf(db, row.accountId);
  const policy = await currentPolicy();
  const living = registry.services.filter(({ ended }) => !ended);
  const numbers = living.map(({ number }) => number);
  const entity = beginChange(registry, { entity: true, services: [] }, around, policy);
  const services = living.map(({ number, kind, document, domains }): ChangeableService => {
    const why = whyNotService(registry, number, around, policy);
    return {
      ...{ id: serviceIds.get(number) ?? "", number, kind, name: document.name ?? "", domains },
      why: why === "lead-id-undated" ? null : why,
    };
  });
  return ok({
    ...{ entityId: row.id, number: row.number, unitName: row.unitName, openOrderId, services },
    why: entity.ok || entity.error.why === "nothing-chosen" ? null : entity.error.why,
    undated: needsOrganiser(registry, numbers, around, policy),
    sharedLeads: leadsElsewhere(registry),
    nameLetter: row.unitName !== null && policy.provinces[row.province]?.nameChangeLetter === true,
  });
}
