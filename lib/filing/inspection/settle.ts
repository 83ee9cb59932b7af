import { isChange } from "../guide/order-type";
import type { CancelType } from "../lifecycle/life";
import type { Registry, RegistryChange, RegistryEvent } from "../registry/types";
import { FAILURES, fieldsFor, type InspectionFailure, remediesFor } from "./failures";

/** What an inspection is about, by filing numbers. */
export interface About {
  readonly failure: InspectionFailure;
  /** Null: the organiser, or his lead. */
  readonly service: string | null;
  readonly domain: string | null;
}

/** Not filed any more, or not served here: nobody can mend it with this provider, and nothing can be ordered. */
export function isGone({ entity, services }: Registry, { service, domain }: Omit<About, "failure">): boolean {
  if (entity === null || entity.ended) return true;
  if (service === null) return services.every(({ ended, access }) => ended || access === null);
  const held = services.find(({ number }) => number === service);
  if (held === undefined || held.ended || held.access === null) return true;
  return domain !== null && !held.domains.includes(domain);
}

/**
 * Whether an approved order mended it: of a type that can, and where something written was wrong, another value of it.
 * Nobody but staff says that it is right now.
 */
export function isHealedBy(about: About, event: RegistryEvent, changes: readonly RegistryChange[]): boolean {
  if (event.type !== "approved" || !isChange(event.orderType)) return false;
  const place = { service: about.service !== null };
  const types = remediesFor(about.failure, place);
  const all = event.orderType === "CHANGE_FILING";
  const mends = types.some((type) => type === event.orderType || (all && type.startsWith("CHANGE_")));
  if (!mends || FAILURES[about.failure].target === "domain") return false;
  const fields = fieldsFor(about.failure, place);
  const { service } = about;
  if (fields.length === 0) return service === null || Object.values(event.services).includes(service);
  return changes.some((change) => {
    if (change.type === "entity_changed") return service === null && touches(change.values, fields);
    return change.type === "service_changed" && change.service === service && touches(change.values, fields);
  });
}

const touches = (values: readonly { readonly path: string }[], fields: readonly string[]): boolean =>
  values.some(({ path }) => fields.includes(path));

/** A cancellation that staff may order for it: of the organiser, or of one service. */
export interface Orderable {
  readonly type: CancelType;
  /** Null: the organiser with everything under him. */
  readonly service: string | null;
}

/**
 * What may be ordered once the time is over, the mildest first (S4: 删除备案信息相关): of a service its access or itself,
 * of an organiser the access of what is served here, or all of it. An organiser's last service is never left a shell
 * without the other way beside it.
 */
export function orderablesOf(registry: Registry, about: Omit<About, "failure">): readonly Orderable[] {
  if (isGone(registry, about)) return [];
  const living = registry.services.filter(({ ended }) => !ended);
  const whole: Orderable = { type: "CANCEL_ENTITY", service: null };
  const access = ({ number }: { number: string }): Orderable => ({ type: "CANCEL_ACCESS", service: number });
  const { service } = about;
  if (service === null) return [...living.filter((one) => one.access !== null).map(access), whole];
  const own: readonly Orderable[] = [access({ number: service }), { type: "CANCEL_SERVICE", service }];
  // What other providers filed would go with the organiser.
  const alone = living.length === 1 && (registry.elsewhere ?? []).length === 0;
  return alone ? [...own, whole] : own;
}
