import type { Policy } from "../policy/types";
import { type Around, type WhyNot, whatCanBeDone } from "../registry/possible";
import type { Registry } from "../registry/types";
import { fail, ok, type Result } from "../shared/result";
import { type ChangeScope, type ChangeType, changeTypeOf } from "./basis";

/** Why a change cannot begin: the first reason, and the service it is about. */
export interface NoChange {
  readonly why: WhyNot | "nothing-chosen";
  readonly service: string | null;
}

export interface Beginning {
  readonly type: ChangeType;
  readonly scope: ChangeScope;
  /** Only services were chosen, and the organiser has to come along (DF §15 B3). */
  readonly widened: boolean;
}

/** Which order these parts make, or why none can begin now (DF §2.2, §2.3). */
export function beginChange(
  registry: Registry,
  wanted: ChangeScope,
  around: Around,
  policy: Policy,
): Result<Beginning, NoChange> {
  const chosen = { ...wanted, services: [...new Set(wanted.services)] };
  const undated = !chosen.entity && needsOrganiser(registry, chosen.services, around, policy);
  const scope = undated ? { ...chosen, entity: true } : chosen;
  const type = changeTypeOf(scope);
  if (type === null) return fail({ why: "nothing-chosen", service: null });
  if (scope.entity) {
    const why = whyNotRecord(registry, type, around, policy);
    if (why !== null) return fail({ why, service: null });
  }
  for (const service of scope.services) {
    const why = whyNotService(registry, service, around, policy);
    if (why !== null && !(scope.entity && OF_SERVICES_ALONE.has(why))) return fail({ why, service });
  }
  return ok({ type, scope, widened: undated });
}

/** Reasons against changing a service by itself that do not hold where the organiser changes, too. */
const OF_SERVICES_ALONE: ReadonlySet<WhyNot> = new Set(["lead-id-undated", "not-offered"]);

/** Would the services alone be returned, because their organiser's lead is filed without dates? */
export const needsOrganiser = (
  registry: Registry,
  services: readonly string[],
  around: Around,
  policy: Policy,
): boolean =>
  services.some((number) => whyNotService(registry, number, around, policy) === "lead-id-undated");

function whyNotRecord(registry: Registry, type: ChangeType, around: Around, policy: Policy): WhyNot | null {
  return whatCanBeDone(registry, null, around, policy).find(({ action }) => action === type)?.reason ?? null;
}

/** Why a service cannot be changed now; null when it can. */
export function whyNotService(
  registry: Registry,
  number: string,
  around: Around,
  policy: Policy,
): WhyNot | null {
  const held = registry.services.find((one) => one.number === number);
  if (held === undefined) return "ended";
  const doable = whatCanBeDone(registry, held, around, policy);
  return doable.find(({ action }) => action === "CHANGE_SERVICE")?.reason ?? null;
}
