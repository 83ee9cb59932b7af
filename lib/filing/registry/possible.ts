import { blank } from "../application/access";
import { CERT_RESIDENT_ID, NATURE_PERSON, ORDER_TYPES, type OrderType } from "../application/codes";
import { isCancellation } from "../lifecycle/life";
import type { Policy } from "../policy/types";
import { isShell } from "./ending";
import type { HeldService, Registry } from "./types";

/** Why something cannot be done with what is filed; the first that holds is told. */
export const WHY_NOT = [
  "ended",
  "already-filed",
  "known-here",
  "served-here",
  "not-served-here",
  "open-order",
  "risk-flag",
  "shell",
  "services-full",
  "lead-id-expired",
  "lead-id-undated",
  "not-offered",
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What to know before doing something that can be done. */
export const CAUTIONS = [
  ...(["last-service", "data-must-match", "name-letter"] as const),
  ...(["server-licence", "server-later"] as const),
] as const;
export type Caution = (typeof CAUTIONS)[number];

export interface Doable {
  readonly action: OrderType;
  readonly possible: boolean;
  /** Null when it is possible. */
  readonly reason: WhyNot | null;
  readonly caution: Caution | null;
}

/** What besides the filing decides. */
export interface Around {
  /** An order of the account is under way: what is filed stays as it is until it ends (DF §3.3, last rows). */
  readonly openOrder: boolean;
  /** As many are under way as the provider allows: nothing else can begin. */
  readonly ordersFull: boolean;
  readonly riskFlag: boolean;
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: string;
}

/** Types that begin at a service; the others begin at the record. */
const OF_SERVICE = [
  "ACCESS_SERVICE",
  "CHANGE_SERVICE",
  "CANCEL_SERVICE",
  "CANCEL_ACCESS",
] as const satisfies readonly OrderType[];
/** Access for a service filed elsewhere begins at the record, too: the service is not known here yet. */
const OF_ENTITY = ORDER_TYPES.filter(
  (type) => type === "ACCESS_SERVICE" || !OF_SERVICE.some((one) => one === type),
);

const ADDING: ReadonlySet<OrderType> = new Set([
  ...(["NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN", "ACCESS_FILING", "ACCESS_SERVICE"] as const),
]);

/**
 * Every order type that could begin at a filed record, or at one of its services, with yes or no and, where no, the
 * first reason (DF §2.2, §2.3, §3.3 last rows, §11.3, §15 B3, B4, B10). What is possible by law and not offered by the
 * provider comes last: it is the only reason that is ours.
 */
export function whatCanBeDone(
  registry: Registry,
  service: HeldService | null,
  around: Around,
  policy: Policy,
): readonly Doable[] {
  return (service === null ? OF_ENTITY : OF_SERVICE).map((action): Doable => {
    const reason = whyNot(registry, service, action, around, policy);
    const caution = reason === null ? cautionOf(registry, service, action, policy) : null;
    return { action, possible: reason === null, reason, caution };
  });
}

function whyNot(
  registry: Registry,
  service: HeldService | null,
  action: OrderType,
  around: Around,
  policy: Policy,
): WhyNot | null {
  if (registry.entity === null || registry.entity.ended || service?.ended) return "ended";
  return (
    wrongType(registry, service, action) ??
    closed(action, around) ??
    ofRecord(registry, action, around, policy) ??
    (policy.provider.orderTypesEnabled.includes(action) ? null : "not-offered")
  );
}

/** What another order type is for (DF §2.1). */
function wrongType(registry: Registry, service: HeldService | null, action: OrderType): WhyNot | null {
  if (action === "FIRST_FILING") return "already-filed";
  if (action === "NEW_SERVICE_FOREIGN" || action === "ACCESS_FILING") return "known-here";
  if (service !== null) {
    if (action === "ACCESS_SERVICE") return service.access === null ? null : "served-here";
    return service.access === null ? "not-served-here" : null;
  }
  // What nobody is served here for is changed and cancelled where he is; a shell is told as what it is.
  const needsAccess = action === "CHANGE_ENTITY" || action === "CHANGE_FILING" || action === "CANCEL_ENTITY";
  return needsAccess && !isShell(registry) && !servedHere(registry) ? "not-served-here" : null;
}

const servedHere = ({ services }: Registry): boolean => services.some(({ access }) => access !== null);

function closed(action: OrderType, { openOrder, ordersFull, riskFlag }: Around): WhyNot | null {
  if (ADDING.has(action) ? ordersFull : openOrder) return "open-order";
  // A flagged account may still take down what it has.
  return riskFlag && !isCancellation(action) ? "risk-flag" : null;
}

function ofRecord(registry: Registry, action: OrderType, around: Around, policy: Policy): WhyNot | null {
  const { entity, people } = registry.entity?.document ?? { entity: {}, people: [] };
  const mayAdd = policy.provider.shellDirectAddProvinces.includes(entity.province ?? "");
  if (isShell(registry) && !(action === "NEW_SERVICE_LOCAL" && mayAdd)) return "shell";
  const living = registry.services.filter(({ ended }) => !ended).length;
  const most = policy.provider.personServicesTotal;
  if (ADDING.has(action) && entity.nature === NATURE_PERSON && most > 0 && living >= most)
    return "services-full";
  const lead = people.find(({ id }) => id === entity.entityLead);
  if (lead === undefined || lead.idLongTerm === true) return null;
  const until = lead.idValidTo ?? "";
  if (ADDING.has(action) && until !== "" && until < around.today) return "lead-id-expired";
  const undated = lead.idType === CERT_RESIDENT_ID && until === "";
  return action === "CHANGE_SERVICE" && undated ? "lead-id-undated" : null;
}

/** Is the service filed with a licence for commercial services? */
export const hasLicence = (service: HeldService | null): boolean =>
  !blank(service?.document.commercialLicence);

function cautionOf(
  registry: Registry,
  service: HeldService | null,
  action: OrderType,
  policy: Policy,
): Caution | null {
  const entity = registry.entity?.document.entity ?? {};
  const province = policy.provinces[entity.province ?? ""];
  const others = registry.services.filter(({ ended, number }) => !ended && number !== service?.number);
  // Another server or address (DF §10.2, §15 B16): filed at once with a licence, else whenever something else changes.
  if (action === "CHANGE_SERVICE") return hasLicence(service) ? "server-licence" : "server-later";
  const alone = others.length === 0 && (registry.elsewhere ?? []).length === 0;
  if (action === "CANCEL_SERVICE") return alone ? "last-service" : null;
  if (action === "ACCESS_SERVICE") return province?.accessInfoMayDiffer === false ? "data-must-match" : null;
  const renames = action === "CHANGE_ENTITY" || action === "CHANGE_FILING";
  return renames && entity.nature !== NATURE_PERSON && province?.nameChangeLetter ? "name-letter" : null;
}
