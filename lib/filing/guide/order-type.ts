import type { OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";

/** What the look-ups say of one organiser and one service (DF §2.1). */
export interface TypeInputs {
  /** The authority has this certificate number. */
  readonly entityFiled: boolean;
  readonly entityKnownHere: boolean;
  readonly entityInOtherAccount: boolean;
  readonly entityIsShell: boolean;
  readonly organizerInFlight: boolean;
  /** The provider lets shells of this province add services (§11.7); usually not. */
  readonly shellMayAdd?: boolean;
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

const type = (orderType: OrderType): TypeOutcome => ({ kind: "type", type: orderType });
const blocked = (block: TypeBlock): TypeOutcome => ({ kind: "blocked", block });

/** The table of DF §2.1 for one service: which order, or why none. First match wins. */
export function deriveOrderType(inputs: TypeInputs): TypeOutcome {
  const { service } = inputs;
  if (inputs.organizerInFlight) return blocked("ORGANIZER_CONFLICT");
  if (service.inFlightElsewhere) return blocked("DOMAIN_CONFLICT");
  if (inputs.entityInOtherAccount) return blocked("ENTITY_IN_OTHER_ACCOUNT");
  if (service.numberMismatch) return blocked("NUMBER_MISMATCH");
  if (service.filed === "other-entity") return blocked("DOMAIN_ALREADY_FILED");
  // An unknown organiser cannot have filed services: registers that disagree count as somebody else's filing.
  if (!inputs.entityFiled)
    return service.filed === "no" ? type("FIRST_FILING") : blocked("DOMAIN_ALREADY_FILED");
  if (service.filed === "no") {
    if (inputs.entityIsShell && !inputs.shellMayAdd) return blocked("SHELL_ENTITY");
    return type(inputs.entityKnownHere ? "NEW_SERVICE_LOCAL" : "NEW_SERVICE_FOREIGN");
  }
  if (!inputs.entityKnownHere) return type("ACCESS_FILING");
  return service.accessHere ? blocked("NOTHING_TO_ADD") : type("ACCESS_SERVICE");
}

export type OrderTypeOutcome = TypeOutcome | { readonly kind: "mixed"; readonly types: readonly OrderType[] };

/** The type of an order with several services: they must agree, since types are filed one after another. */
export function deriveOrderTypeForAll(
  entity: Omit<TypeInputs, "service">,
  services: readonly ServiceInputs[],
): OrderTypeOutcome {
  const unfiled: ServiceInputs = { filed: "no", accessHere: false, inFlightElsewhere: false };
  const outcomes = (services.length ? services : [unfiled]).map((service) =>
    deriveOrderType({ ...entity, service }),
  );
  const stop = outcomes.find((outcome) => outcome.kind === "blocked");
  if (stop) return stop;
  const types = [...new Set(outcomes.flatMap((outcome) => (outcome.kind === "type" ? [outcome.type] : [])))];
  const [only] = types;
  return types.length === 1 && only ? type(only) : { kind: "mixed", types };
}

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
