import { z } from "zod";
import type { Policy, ProvincePolicy } from "../policy/types";
import { slugOf } from "./province-slug";
import { chosen, firstValues, type Query, searchText } from "./query";

export const ENTITY_LEAD_RULES = [
  "MUST_LEGAL_REP",
  "LETTER_ENTITY_LEAD",
  "LETTER_LEGAL_REP",
  "FREE",
] as const satisfies readonly ProvincePolicy["entityLead"][];
export const NON_LOCAL_RULES = [
  "UNSPECIFIED",
  "ALLOWED_WITH_LOCAL_PHONE",
  "LOCAL_ID_ONLY",
  "RESIDENCE_PROOF",
  "LOCAL_ID_OR_LEASE",
] as const satisfies readonly ProvincePolicy["nonLocalId"][];
export const LETTER_FILTERS = ["entity", "service", "rename"] as const;
export const ACCESS_FILTERS = ["differ", "match"] as const;
export const TIME_FILTERS = ["fast", "within", "over"] as const;
export const PROVINCE_ORDERS = ["code", "days", "name"] as const;

/** "At most ten working days" counts as fast. */
const FAST_WORKING_DAYS = 10;

const Filter = z.object({
  q: searchText,
  lead: chosen(ENTITY_LEAD_RULES),
  letter: chosen(LETTER_FILTERS),
  nonLocal: chosen(NON_LOCAL_RULES),
  access: chosen(ACCESS_FILTERS),
  time: chosen(TIME_FILTERS),
  sort: chosen(PROVINCE_ORDERS),
});
export type ProvinceFilter = z.infer<typeof Filter>;

/** The filter an address asks for; what it does not know is left out. */
export const readProvinceFilter = (query: Query): ProvinceFilter => Filter.parse(firstValues(query));

function named(province: ProvincePolicy, q: string): boolean {
  const text = q.toLowerCase();
  const names = [
    province.name,
    province.nameEn.toLowerCase(),
    slugOf(province),
    province.abbr,
    province.code,
  ];
  return names.some((name) => name.includes(text)) || slugOf(province).replaceAll("-", "").includes(text);
}

function hasLetter(province: ProvincePolicy, letter: NonNullable<ProvinceFilter["letter"]>): boolean {
  if (letter === "service") return province.serviceLeadLetter;
  if (letter === "rename") return province.nameChangeLetter;
  return province.entityLead === "LETTER_ENTITY_LEAD" || province.entityLead === "LETTER_LEGAL_REP";
}

function inTime({ days: [, max] }: ProvincePolicy, time: ProvinceFilter["time"], limit: number): boolean {
  if (time === "fast") return max <= FAST_WORKING_DAYS;
  if (time === "within") return max <= limit;
  return time === undefined || max > limit;
}

const ORDERS: Readonly<
  Record<(typeof PROVINCE_ORDERS)[number], (a: ProvincePolicy, b: ProvincePolicy) => number>
> = {
  code: (a, b) => Number(a.code) - Number(b.code),
  days: (a, b) => a.days[1] - b.days[1] || a.days[0] - b.days[0],
  name: (a, b) => (a.nameEn < b.nameEn ? -1 : 1),
};

/** The provinces a filter leaves, in its order. */
export function compareProvinces(policy: Policy, filter: ProvinceFilter): readonly ProvincePolicy[] {
  const limit = policy.provider.authorityReviewMaxWorkingDays;
  return Object.values(policy.provinces)
    .filter(
      (province) =>
        (filter.q === undefined || named(province, filter.q)) &&
        (filter.lead === undefined || province.entityLead === filter.lead) &&
        (filter.letter === undefined || hasLetter(province, filter.letter)) &&
        (filter.nonLocal === undefined || province.nonLocalId === filter.nonLocal) &&
        (filter.access === undefined || province.accessInfoMayDiffer === (filter.access === "differ")) &&
        inTime(province, filter.time, limit),
    )
    .sort(ORDERS[filter.sort ?? "code"]);
}
