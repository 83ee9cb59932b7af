import { z } from "zod";
import {
  CERTS_BY_NATURE,
  NATURE_ENTERPRISE,
  NATURE_PERSON,
  NATURES,
  ORDER_TYPES,
  type OrderType,
  PRE_APPROVALS,
  type PreApprovalType,
} from "../application/codes";
import type { ApplicationDraft, PersonDraft, ServiceDraft } from "../application/draft";
import { residentIdCheckDigit } from "../application/identifiers/resident-id";
import { addNaturalDays } from "../policy/calendar";
import type { Policy } from "../policy/types";
import type { DomainFact } from "../rules/facts";
import type { RequiredMaterial } from "../rules/material-types";
import type { RuleContext } from "../rules/types";
import { chosen, firstValues, type Query } from "./query";

/** Orders that ask for materials; cancellations have their own way. */
export const SITUATION_ORDERS: readonly OrderType[] = ORDER_TYPES.filter(
  (type) => !type.startsWith("CANCEL"),
);
export const ENTITY_LEADS = ["legal-rep", "other"] as const;
export const SERVICE_LEADS = ["entity-lead", "legal-rep", "other"] as const;
export const DOMAIN_PLACES = ["here", "elsewhere", "legal-rep"] as const;
export const SERVICE_KINDS = ["WEBSITE", "APP"] as const;
export const ID_PLACES = ["local", "elsewhere"] as const;

/** The questions of the materials page; everything is answered, with the commonest case as default. */
export interface Situation {
  readonly province: string;
  readonly nature: (typeof NATURES)[number];
  readonly orderType: OrderType;
  readonly entityLead: (typeof ENTITY_LEADS)[number];
  readonly serviceLead: (typeof SERVICE_LEADS)[number];
  readonly kind: (typeof SERVICE_KINDS)[number];
  readonly domain: (typeof DOMAIN_PLACES)[number];
  readonly id: (typeof ID_PLACES)[number];
  readonly preApproval: PreApprovalType | null;
  /** Services in this order, 1 to 40. */
  readonly count: number;
}

const BEIJING = "110000";
export const MOST_SERVICES = 40;
const number = z.coerce.number().int().optional().catch(undefined);

/** The situation an address describes; what it does not know is the commonest case. */
export function readSituation(query: Query, policy: Policy): Situation {
  const values = firstValues(query);
  const one = <const T extends readonly string[]>(name: string, options: T) =>
    chosen(options).parse(values[name]) as T[number] | undefined;
  const province = values.province ?? "";
  const code = number.parse(values.nature);
  const nature = NATURES.find((known) => known === code) ?? NATURE_ENTERPRISE;
  const permit = number.parse(values.preApproval);
  const count = number.parse(values.count) ?? 1;
  return {
    province: Object.hasOwn(policy.provinces, province) ? province : BEIJING,
    nature,
    orderType: SITUATION_ORDERS.find((type) => type === values.orderType) ?? "FIRST_FILING",
    entityLead: one("entityLead", ENTITY_LEADS) ?? "legal-rep",
    serviceLead: one("serviceLead", SERVICE_LEADS) ?? "entity-lead",
    kind: one("kind", SERVICE_KINDS) ?? "WEBSITE",
    domain: one("domain", DOMAIN_PLACES) ?? "here",
    id: one("id", ID_PLACES) ?? "local",
    preApproval: PRE_APPROVALS.find((known) => known === permit) ?? null,
    count: Math.min(MOST_SERVICES, Math.max(1, count)),
  };
}

/** People of the synthetic document; the page names them by their part. */
export const SITUATION_PEOPLE = {
  legalRep: "ppl_legalrep",
  entityLead: "ppl_entitylead",
  serviceLead: "ppl_servicelead",
} as const;
type Part = keyof typeof SITUATION_PEOPLE;

/** Names that differ; nobody ever sees them. */
const NAMES: Readonly<Record<Part, string>> = { legalRep: "甲", entityLead: "乙", serviceLead: "丙" };
const DOMAIN = "example.com";

/** A well-formed number of somebody of forty, of the province or of another one. */
function residentId(s: Situation): string {
  const elsewhere = s.province === BEIJING ? "31" : "11";
  const region = s.id === "elsewhere" ? elsewhere : s.province.slice(0, 2);
  const first = `${region}010119860101001`;
  return first + residentIdCheckDigit(first);
}

const personOf = (part: Part, s: Situation): PersonDraft => ({
  id: SITUATION_PEOPLE[part],
  name: NAMES[part],
  idType: 2,
  idNo: residentId(s),
  idLongTerm: true,
});

/** Who holds which part: persons hold every part themselves. */
function partsOf(s: Situation): { readonly lead: Part; readonly service: Part } {
  if (s.nature === NATURE_PERSON) return { lead: "entityLead", service: "entityLead" };
  const lead = s.entityLead === "legal-rep" ? "legalRep" : "entityLead";
  const services = { "entity-lead": lead, "legal-rep": "legalRep", other: "serviceLead" } as const;
  return { lead, service: services[s.serviceLead] };
}

function servicesOf(s: Situation, lead: string): readonly ServiceDraft[] {
  const permits =
    s.preApproval === null
      ? { noPreApproval: true }
      : { preApprovals: [{ id: "pre_0001", type: s.preApproval }] };
  return Array.from({ length: s.count }, (_, index): ServiceDraft => {
    const common = {
      id: `svc_case${String(index).padStart(4, "0")}`,
      lead,
      contents: [8 as const],
      ...permits,
    };
    if (s.kind === "WEBSITE") return { ...common, kind: "WEBSITE", domain: DOMAIN };
    return { ...common, kind: "APP", domains: [{ id: "dom_0001", domain: DOMAIN }] };
  });
}

/** The answers as an application, only as full as the materials need it. */
export function situationDocument(s: Situation): ApplicationDraft {
  const person = s.nature === NATURE_PERSON;
  const { lead, service } = partsOf(s);
  const parts = new Set<Part>(person ? [lead] : ["legalRep", lead, service]);
  return {
    schemaVersion: 1,
    entity: {
      province: s.province,
      nature: s.nature,
      certType: CERTS_BY_NATURE[s.nature][0],
      ...(person && { certNo: residentId(s), name: NAMES[lead] }),
      ...(!person && { legalRep: SITUATION_PEOPLE.legalRep }),
      entityLead: SITUATION_PEOPLE[lead],
    },
    people: [...parts].map((part) => personOf(part, s)),
    services: [...servicesOf(s, SITUATION_PEOPLE[service])],
  };
}

function domainFact(s: Situation, at: number): DomainFact {
  return {
    registered: true,
    registeredHere: s.domain !== "elsewhere",
    registrarApproved: true,
    ownerName: s.domain === "legal-rep" ? NAMES.legalRep : null,
    ownerIdNo: null,
    ownerIdType: null,
    realNameVerifiedAt: addNaturalDays(at, -30),
    expiresAt: addNaturalDays(at, 700),
    serverHold: false,
    filed: "no",
    filedNumber: null,
    accessHere: false,
    inFlightElsewhere: false,
    blacklisted: false,
    appOfOtherEntity: false,
  };
}

/** What the materials' table is asked about. */
export const situationContext = (s: Situation, policy: Policy, at: number): RuleContext => ({
  application: situationDocument(s),
  facts: { domains: { [DOMAIN]: domainFact(s, at) } },
  policy,
  at,
  orderType: s.orderType,
});

/** Many services of one kind ask for the same: a list names it once. */
export function oncePerService(slots: readonly RequiredMaterial[]): readonly RequiredMaterial[] {
  const seen = new Set<string>();
  return slots.filter(({ code, subject }) => {
    const key = `${code} ${subject.startsWith("services") ? "services" : subject}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
