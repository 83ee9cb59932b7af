import { ORDER_TYPES, type OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import { sameEntityRecord } from "../application/identifiers/filing-number";

/** What the look-ups say of one organiser (DF §2.1). */
export interface EntityInputs {
  /** The authority has this certificate number. */
  readonly entityFiled: boolean;
  readonly entityKnownHere: boolean;
  readonly entityInOtherAccount: boolean;
  readonly entityIsShell: boolean;
  readonly organizerInFlight: boolean;
  /** The provider lets shells of this province add services (§11.7); usually not. */
  readonly shellMayAdd?: boolean;
}

export interface TypeInputs extends EntityInputs {
  readonly service: ServiceInputs;
}

export interface ServiceInputs {
  readonly filed: "no" | "same-entity" | "other-entity";
  readonly accessHere: boolean;
  readonly inFlightElsewhere: boolean;
  /** Certificate and domain lead to two different filing numbers of the same organiser. */
  readonly numberMismatch?: boolean;
}

export type TypeBlock =
  | "ORGANIZER_CONFLICT"
  | "DOMAIN_CONFLICT"
  | "ENTITY_IN_OTHER_ACCOUNT"
  | "NUMBER_MISMATCH"
  | "DOMAIN_ALREADY_FILED"
  | "SHELL_ENTITY"
  | "NOTHING_TO_ADD";

export type TypeOutcome =
  | { readonly kind: "type"; readonly type: OrderType }
  | { readonly kind: "blocked"; readonly block: TypeBlock };

const TYPES = Object.fromEntries(ORDER_TYPES.map((type) => [type, { kind: "type", type }])) as Readonly<
  Record<OrderType, TypeOutcome>
>;
const type = (orderType: OrderType): TypeOutcome => TYPES[orderType];
const blocked = (block: TypeBlock): TypeOutcome => ({ kind: "blocked", block });

/** The table of DF §2.1 for one service: which order, or why none. First match wins. */
export function deriveOrderType(inputs: TypeInputs): TypeOutcome {
  return deriveFor(inputs, inputs.service);
}

function deriveFor(entity: EntityInputs, service: ServiceInputs): TypeOutcome {
  if (entity.organizerInFlight) return blocked("ORGANIZER_CONFLICT");
  if (service.inFlightElsewhere) return blocked("DOMAIN_CONFLICT");
  if (entity.entityInOtherAccount) return blocked("ENTITY_IN_OTHER_ACCOUNT");
  if (service.numberMismatch) return blocked("NUMBER_MISMATCH");
  if (service.filed === "other-entity") return blocked("DOMAIN_ALREADY_FILED");
  // An unknown organiser cannot have filed services: registers that disagree count as somebody else's filing.
  if (!entity.entityFiled)
    return service.filed === "no" ? type("FIRST_FILING") : blocked("DOMAIN_ALREADY_FILED");
  if (service.filed === "no") {
    if (entity.entityIsShell && !entity.shellMayAdd) return blocked("SHELL_ENTITY");
    return type(entity.entityKnownHere ? "NEW_SERVICE_LOCAL" : "NEW_SERVICE_FOREIGN");
  }
  if (!entity.entityKnownHere) return type("ACCESS_FILING");
  return service.accessHere ? blocked("NOTHING_TO_ADD") : type("ACCESS_SERVICE");
}

export type OrderTypeOutcome = TypeOutcome | { readonly kind: "mixed"; readonly types: readonly OrderType[] };

/** A service nobody has filed. */
export const UNFILED: ServiceInputs = { filed: "no", accessHere: false, inFlightElsewhere: false };
const ONLY_UNFILED: readonly ServiceInputs[] = [UNFILED];

/** The type of an order with several services: they must agree, since types are filed one after another. */
export function deriveOrderTypeForAll(
  entity: EntityInputs,
  services: readonly ServiceInputs[],
): OrderTypeOutcome {
  let first: OrderType | undefined;
  let others: OrderType[] | undefined;
  for (const service of services.length > 0 ? services : ONLY_UNFILED) {
    const outcome = deriveFor(entity, service);
    if (outcome.kind === "blocked") return outcome;
    if (first === undefined) first = outcome.type;
    else if (outcome.type !== first && !others?.includes(outcome.type)) {
      others ??= [];
      others.push(outcome.type);
    }
  }
  const only = first ?? "FIRST_FILING";
  return others === undefined ? type(only) : { kind: "mixed", types: [only, ...others] };
}

/** What the look-ups say of a filed or unfiled domain. */
export interface LookedUpDomain {
  readonly filed: ServiceInputs["filed"];
  readonly accessHere: boolean;
  readonly inFlightElsewhere: boolean;
  /** Entity number it stands under; null = not filed, or not told. */
  readonly filedNumber: string | null;
}

/** A website's part of the table; `recordNumber` is the entity's number by its certificate, null = none known. */
export function serviceInputs(domain: LookedUpDomain, recordNumber: string | null): ServiceInputs {
  const { filed, filedNumber } = domain;
  const apart =
    filed === "same-entity" &&
    filedNumber !== null &&
    recordNumber !== null &&
    sameEntityRecord(filedNumber, recordNumber) === false;
  return apart ? { ...domain, numberMismatch: true } : domain;
}

/**
 * An organiser's part of the table: the register's answer, and whether the provider lets shells of this province add
 * services (DF §11.7). The register's answer itself when that does not matter.
 */
export function entityInputs(
  register: EntityInputs,
  provider: { readonly shellDirectAddProvinces: readonly string[] },
  province: string | undefined,
): EntityInputs {
  if (!register.entityIsShell || province === undefined) return register;
  return provider.shellDirectAddProvinces.includes(province) ? { ...register, shellMayAdd: true } : register;
}

/** Orders that file one service more of an entity that is filed already. */
export const isNewService = (orderType: OrderType): boolean =>
  orderType === "NEW_SERVICE_LOCAL" || orderType === "NEW_SERVICE_FOREIGN";
/** Orders that bring a service filed elsewhere here. */
export const isAccess = (orderType: OrderType): boolean =>
  orderType === "ACCESS_FILING" || orderType === "ACCESS_SERVICE";
/** Orders that change what is filed. */
export const isChange = (orderType: OrderType): boolean =>
  orderType === "CHANGE_FILING" || orderType === "CHANGE_ENTITY" || orderType === "CHANGE_SERVICE";

/** Which parts of the document a change touches; decides who verifies a change. */
export interface ChangedParts {
  readonly entity: boolean;
  /** Ids of services whose data change. */
  readonly services: readonly string[];
}

/** Leads who must verify by SMS (DF §3.4), each person once, entity lead first. */
export function smsRequiredLeads(
  orderType: OrderType,
  application: ApplicationDraft,
  changed: ChangedParts = { entity: true, services: application.services.map((service) => service.id) },
): readonly string[] {
  const entityLead = application.entity.entityLead;
  const serviceLeads = (ids?: readonly string[]) =>
    application.services
      .filter((service) => ids?.includes(service.id) ?? true)
      .map((service) => service.lead);
  const leads: readonly (string | undefined)[] = {
    FIRST_FILING: [entityLead, ...serviceLeads()],
    NEW_SERVICE_LOCAL: [entityLead, ...serviceLeads()],
    NEW_SERVICE_FOREIGN: [entityLead, ...serviceLeads()],
    ACCESS_FILING: serviceLeads(),
    ACCESS_SERVICE: serviceLeads(),
    CHANGE_FILING: [changed.entity ? entityLead : undefined, ...serviceLeads(changed.services)],
    CHANGE_ENTITY: [entityLead],
    CHANGE_SERVICE: serviceLeads(changed.services),
    CANCEL_ENTITY: [entityLead],
    CANCEL_SERVICE: serviceLeads(changed.services),
    CANCEL_ACCESS: [],
  }[orderType];
  return [...new Set(leads.filter((lead) => lead !== undefined))];
}
