import {
  canonicalAbbr,
  formatFilingNumber,
  parseFilingNumber,
  sameEntityRecord,
  sameRecord,
} from "../application/identifiers/filing-number";
import { provinceByAbbr } from "../policy/provinces";
import type { FieldRefusal } from "../shared/refusal";

export interface NumberedService {
  readonly id: string;
  readonly kind: "WEBSITE" | "APP";
  /** Number it is filed under and keeps; null: it gets a new one, or nobody here knows it. */
  readonly keeps: string | null;
}

export interface GivenNumbers {
  readonly entityNumber: string;
  readonly services: Readonly<Record<string, string>>;
}

export interface NumberCase {
  readonly province: string;
  readonly services: readonly NumberedService[];
  /** Number the organiser stands under already, as far as this console knows. */
  readonly knownEntity: string | null;
  /** Numbers that belong to somebody or something else, in canonical writing. */
  readonly taken: ReadonlySet<string>;
}

const SUFFIX = { WEBSITE: "", APP: "A" } as const;

/** Canonical writing of what can be read; what cannot stays as it is, for the message about it. */
export const canonical = (text: string): string => {
  const parsed = parseFilingNumber(text);
  return parsed === null ? text.trim() : formatFilingNumber({ ...parsed, abbr: canonicalAbbr(parsed.abbr) });
};

/** Everything in canonical writing; services that got no number are absent. */
export const canonicalNumbers = ({ entityNumber, services }: GivenNumbers): GivenNumbers => ({
  entityNumber: canonical(entityNumber),
  services: Object.fromEntries(
    Object.entries(services)
      .filter(([, number]) => number.trim() !== "")
      .map(([id, number]) => [id, canonical(number)]),
  ),
});

function entityProblem(number: string, { province, knownEntity, taken }: NumberCase): string | null {
  if (number === "") return "handover.number-missing";
  const parsed = parseFilingNumber(number);
  if (parsed === null || parsed.service !== undefined) return "handover.number-form";
  if (provinceByAbbr(parsed.abbr)?.code !== province) return "handover.number-province";
  if (knownEntity !== null && !sameRecord(knownEntity, number)) return "handover.number-other-entity";
  return taken.has(number) ? "handover.number-taken" : null;
}

function serviceProblem(
  number: string | undefined,
  { kind, keeps }: NumberedService,
  entityNumber: string,
  taken: ReadonlySet<string>,
): string | null {
  if (number === undefined) return "handover.number-missing";
  const service = parseFilingNumber(number)?.service;
  if (service === undefined) return "handover.number-form";
  if (sameEntityRecord(number, entityNumber) !== true) return "handover.number-entity";
  if (service.suffix !== SUFFIX[kind]) return "handover.number-kind";
  if (keeps !== null && !sameRecord(keeps, number)) return "handover.number-kept";
  return taken.has(number) ? "handover.number-taken" : null;
}

/** What is wrong with the numbers of an approval, each at its field; numbers in canonical writing. */
export function numberProblems(given: GivenNumbers, about: NumberCase): readonly FieldRefusal[] {
  const ids = new Set(about.services.map(({ id }) => id));
  const entity = entityProblem(given.entityNumber, about);
  const seen = new Set<string>();
  const services = about.services.flatMap((service): FieldRefusal[] => {
    const path = `services.${service.id}`;
    const number = given.services[service.id];
    const reason = serviceProblem(number, service, given.entityNumber, about.taken);
    if (reason !== null || number === undefined)
      return [{ path, reason: reason ?? "handover.number-missing" }];
    if (seen.has(number)) return [{ path, reason: "handover.number-twice" }];
    seen.add(number);
    return [];
  });
  const strangers = Object.keys(given.services)
    .filter((id) => !ids.has(id))
    .map((id): FieldRefusal => ({ path: `services.${id}`, reason: "handover.no-service" }));
  return [...(entity === null ? [] : [{ path: "entityNumber", reason: entity }]), ...services, ...strangers];
}
