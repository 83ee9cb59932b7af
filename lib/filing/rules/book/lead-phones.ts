import { blank } from "../../application/access";
import type { PersonDraft } from "../../application/draft";
import { isLandline, isMobile, segmentOf } from "../../application/identifiers/mobile-cn";
import { VIRTUAL_SEGMENTS } from "../../policy/phone-segments";
import type { Case } from "../case";
import { adviceLevel, each, eachAll, NONE, personPath, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";
import { ofActors, PHONES, samePerson } from "./lead-parts";

const PHONE1_READS = [...ROLE_READS, "people[*].phone1"];
const PHONE_READS = [...ROLE_READS, ...PHONES.map((field) => personPath("*", field))];

const malformed = (person: PersonDraft): readonly Verdict[] =>
  each(PHONES, (field): Verdict | undefined => {
    const value = person[field];
    if (value === undefined || blank(value) || isMobile(value)) return undefined;
    if (field === "phone1") return { path: personPath(person.id, field) };
    return isLandline(value) ? undefined : { path: personPath(person.id, field), message: "any-phone" };
  });

/** Distinct numbers among the contacts of these people. */
function countDistinct(people: readonly PersonDraft[]): number {
  const seen: string[] = [];
  for (const person of people)
    for (const field of PHONES) {
      const phone = person[field];
      if (phone !== undefined && !blank(phone) && !seen.includes(phone)) seen.push(phone);
    }
  return seen.length;
}

function tooFewDistinct(c: Case): readonly Verdict[] {
  const { advice, entityLead, leads } = c;
  if (!advice || !entityLead || blank(entityLead.phone1)) return NONE;
  const { sameLead, differentLeads } = advice.distinctPhones;
  const needed = leads.length === 1 ? sameLead : differentLeads;
  if (needed <= 1) return NONE;
  const count = countDistinct(leads);
  if (count >= needed) return NONE;
  return [
    {
      path: personPath(entityLead.id, "emergencyPhone"),
      level: adviceLevel(c, "distinctPhones"),
      params: { needed, count, province: c.province?.code ?? "" },
    },
  ];
}

/** Numbers of the leads: the authority's codes and the reviewer's call go to contact 1. */
export const LEAD_PHONE_RULES: readonly Rule[] = [
  {
    id: "leads.phone-form",
    topic: "leads",
    level: "error",
    source: "S4: 短信",
    reads: PHONE_READS,
    rejection: ["PHONE_UNREACHABLE"],
    check: ({ leads }) => eachAll(leads, malformed),
  },
  {
    id: "leads.phone-segment",
    topic: "leads",
    level: "warn",
    source: "S4: 短信",
    reads: PHONE1_READS,
    rejection: ["PHONE_UNREACHABLE"],
    // The published list is older than the newest segments, so it only advises (DF §12 #34).
    check: ({ policy, leads }) =>
      each(leads, ({ id, phone1 }): Verdict | undefined => {
        if (phone1 === undefined || !isMobile(phone1)) return undefined;
        const segment = segmentOf(phone1);
        return policy.phoneSegments.has(segment)
          ? undefined
          : { path: personPath(id, "phone1"), params: { segment } };
      }),
  },
  {
    id: "leads.phone-virtual",
    topic: "leads",
    level: "info",
    source: "S4: 未接到腾讯云备案初审电话如何处理; 短信",
    reads: PHONE1_READS,
    rejection: ["PHONE_UNREACHABLE"],
    check: ({ leads }) =>
      each(leads, ({ id, phone1 }): Verdict | undefined => {
        if (phone1 === undefined || phone1.length !== 11) return undefined;
        const segment = segmentOf(phone1);
        return VIRTUAL_SEGMENTS.has(segment)
          ? { path: personPath(id, "phone1"), params: { segment } }
          : undefined;
      }),
  },
  {
    id: "leads.phone-shared",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: [...PHONE1_READS, "people[*].idType", "people[*].idNo"],
    rejection: ["PHONE_NOT_SELF"],
    check: ({ leads }) =>
      each(leads, (person): Verdict | undefined => {
        const { phone1 } = person;
        if (phone1 === undefined || blank(phone1)) return undefined;
        const first = leads.find((other) => other.phone1 === phone1);
        return first === undefined || samePerson(first, person)
          ? undefined
          : { path: personPath(person.id, "phone1") };
      }),
  },
  {
    id: "leads.phone-other-entity",
    topic: "leads",
    level: "error",
    source: "S4: 服务负责人",
    reads: [...ROLE_READS, "facts.others"],
    rejection: ["PHONE_NOT_SELF"],
    // Inside this console one number belongs to one entity (DF §12 #40).
    check: (c) => ofActors(c, c.facts.others?.phonesUsedElsewhere ?? [], (path) => ({ path })),
  },
  {
    id: "leads.phone-unique",
    topic: "leads",
    level: "info",
    source: "S4: 主体负责人信息; T21: 各省管局要求",
    reads: ["entity.province", "entity.entityLead", "people[*].phone1"],
    // What other providers hold, nobody here can see: the province's own rule is told.
    check: ({ advice, entityLead, province }) =>
      advice?.leadPhoneUnique && entityLead && !blank(entityLead.phone1)
        ? [{ path: personPath(entityLead.id, "phone1"), params: { province: province?.code ?? "" } }]
        : NONE,
  },
  {
    id: "leads.phone-distinct",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...PHONE_READS],
    check: tooFewDistinct,
  },
];
