import { NATURE_PERSON, type OrderType } from "../application/codes";
import type { ApplicationDraft, EntityDraft } from "../application/draft";
import { isOldRegistrationNumber } from "../application/identifiers/uscc";
import type { ProvinceAdvice } from "../policy/province-advice";
import { same } from "../shared/same";

/** Why a field cannot be changed; a sentence each. */
export const LOCKS = [
  ...(["other-part", "other-part-person"] as const),
  ...(["province", "certificate", "nature", "record-number", "domain"] as const),
] as const;
export type Lock = (typeof LOCKS)[number];

/** What may never change of an organiser (DF §2.3, §5.5, §10.7), and what only sometimes. */
function entityLock(
  { nature, certNo }: EntityDraft,
  field: string,
  advice: ProvinceAdvice | undefined,
): Lock | null {
  if (field === "province") return "province";
  if (field === "recordNumber") return "record-number";
  // A person may become the unit he represents where the province says so: everything about the certificate moves then.
  const opens = nature === NATURE_PERSON && advice?.personToUnit === "ALLOWED";
  if (field === "nature") return nature === NATURE_PERSON && !opens ? "nature" : null;
  if (field !== "certNo" && field !== "certType") return null;
  return opens || (nature !== NATURE_PERSON && isOldRegistrationNumber(certNo ?? "")) ? null : "certificate";
}

/** People the organiser names: as filed where only services change. */
const isOfEntity = ({ entity }: ApplicationDraft, id: string): boolean =>
  entity.legalRep === id || entity.entityLead === id;

/** Why what stands at this path of a change stays as it is filed; null where it may change. */
export function lockAt(
  type: OrderType,
  basis: ApplicationDraft,
  path: string,
  advice: ProvinceAdvice | undefined,
): Lock | null {
  const field = /^entity\.(\w+)$/.exec(path)?.[1];
  if (field !== undefined)
    return type === "CHANGE_SERVICE" ? "other-part" : entityLock(basis.entity, field, advice);
  const person = /^people\[([^\]]+)\]/.exec(path)?.[1];
  if (person !== undefined)
    return type === "CHANGE_SERVICE" && isOfEntity(basis, person) ? "other-part-person" : null;
  const own = /^services\[[^\]]+\]\.(\w+)$/.exec(path)?.[1];
  if (own === "domain") return "domain";
  return own === "serviceFilingNumber" ? "record-number" : null;
}

const ENTITY_FIELDS = ["province", "recordNumber", "nature", "certNo", "certType"] as const;

/** Paths at which a document departs from what a change may touch. */
export function beyondChange(
  type: OrderType,
  basis: ApplicationDraft,
  app: ApplicationDraft,
  advice: ProvinceAdvice | undefined,
): readonly string[] {
  const out: string[] = [];
  const keep = (path: string, filed: unknown, now: unknown) => {
    if (!same(filed, now) && lockAt(type, basis, path, advice) !== null) out.push(path);
  };
  const fields = new Set([...Object.keys(basis.entity), ...Object.keys(app.entity), ...ENTITY_FIELDS]);
  for (const field of fields as Set<keyof EntityDraft>)
    keep(`entity.${field}`, basis.entity[field], app.entity[field]);
  for (const person of basis.people)
    keep(
      `people[${person.id}]`,
      person,
      app.people.find(({ id }) => id === person.id),
    );
  for (const service of app.services) {
    const filed = basis.services.find(({ id }) => id === service.id);
    if (filed === undefined || filed.kind !== service.kind) {
      out.push(`services[${service.id}]`);
      continue;
    }
    keep(
      `services[${service.id}].serviceFilingNumber`,
      filed.serviceFilingNumber,
      service.serviceFilingNumber,
    );
    if (service.kind === "WEBSITE" && filed.kind === "WEBSITE") {
      keep(`services[${service.id}].domain`, filed.domain, service.domain);
      // A further one may go, and none may come: each new domain is a service of its own.
      const foreign = (service.moreDomains ?? []).filter(
        (one) => !filed.moreDomains?.some((had) => same(had, one)),
      );
      if (foreign.length > 0) out.push(`services[${service.id}].moreDomains`);
    }
  }
  if (app.services.length < basis.services.length) out.push("services");
  return out;
}
