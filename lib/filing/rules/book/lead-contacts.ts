import { blank } from "../../application/access";
import type { PersonDraft } from "../../application/draft";
import { isLandline, isMobile, segmentOf } from "../../application/identifiers/mobile-cn";
import type { Case } from "../case";
import { each, leadOf, personPath, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";

const PHONES = ["phone1", "phone2", "emergencyPhone"] as const;
const PHONE_READS = [...ROLE_READS, ...PHONES.map((field) => personPath("*", field))];
const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/** People with a value another, earlier person already has. */
function repeated(people: readonly PersonDraft[], field: "phone1" | "email"): readonly Verdict[] {
  const seen = new Set<string>();
  return each(people, (person) => {
    const value = person[field]?.toLowerCase();
    if (value === undefined || blank(value)) return undefined;
    if (seen.has(value)) return { path: personPath(person.id, field) };
    seen.add(value);
    return undefined;
  });
}

/** Distinct numbers among the contacts of these people. */
const distinct = (people: readonly PersonDraft[]): number =>
  new Set(people.flatMap((person) => PHONES.map((field) => person[field]).filter((phone) => !blank(phone))))
    .size;

function distinctPhones(ctx: Case): readonly Verdict[] {
  const province = ctx.province;
  const entityLead = ctx.entityLead;
  if (!province || !entityLead || blank(entityLead.phone1)) return [];
  const { sameLead, differentLeads } = province.advice.distinctPhones;
  const others = ctx.application.services.flatMap((service) => leadOf(ctx, service) ?? []);
  const people = [...new Set([entityLead, ...others])];
  const needed = people.length === 1 ? sameLead : differentLeads;
  const count = distinct(people);
  if (count >= needed) return [];
  return [
    { path: personPath(entityLead.id, "emergencyPhone"), params: { needed, count, province: province.code } },
  ];
}

/** How the leads are reached: the authority's codes and the reviewer's call go to contact 1. */
export const LEAD_CONTACT_RULES: readonly Rule[] = [
  {
    id: "leads.phone-form",
    topic: "leads",
    level: "error",
    source: "S4: 短信",
    reads: PHONE_READS,
    rejection: ["PHONE_UNREACHABLE"],
    check: ({ leads }) =>
      leads.flatMap((person) =>
        each(PHONES, (field): Verdict | undefined => {
          const value = person[field];
          if (value === undefined || blank(value) || isMobile(value)) return undefined;
          if (field === "phone1") return { path: personPath(person.id, field) };
          return isLandline(value) ? undefined : { path: personPath(person.id, field), message: "any-phone" };
        }),
      ),
  },
  {
    id: "leads.phone-segment",
    topic: "leads",
    level: "warn",
    source: "S4: 短信",
    reads: [...ROLE_READS, "people[*].phone1"],
    check: ({ policy, leads }) =>
      each(leads, ({ id, phone1 }) =>
        phone1 === undefined || !isMobile(phone1) || policy.phoneSegments.has(segmentOf(phone1))
          ? undefined
          : { path: personPath(id, "phone1"), params: { segment: segmentOf(phone1) } },
      ),
  },
  {
    id: "leads.phone-shared",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: [...ROLE_READS, "people[*].phone1"],
    rejection: ["PHONE_NOT_SELF"],
    check: ({ leads }) => repeated(leads, "phone1"),
  },
  {
    id: "leads.phone-other-entity",
    topic: "leads",
    level: "error",
    source: "S4: 服务负责人",
    reads: [...ROLE_READS, "facts.others"],
    check: ({ facts, actors }) => {
      const ids = new Set(actors.map((person) => person.id));
      return (facts.others?.phonesUsedElsewhere ?? [])
        .filter((path) => ids.has(/^people\[([^\]]+)\]/.exec(path)?.[1] ?? ""))
        .map((path) => ({ path }));
    },
  },
  {
    id: "leads.phone-distinct",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...PHONE_READS],
    check: distinctPhones,
  },
  {
    id: "leads.emergency-phone",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, "people[*].phone1", "people[*].emergencyPhone"],
    check: (ctx) => {
      const province = ctx.province;
      const asked = province?.advice.emergencyPhone[ctx.side] ?? false;
      return each(ctx.leads, ({ id, phone1, emergencyPhone }): Verdict | undefined => {
        const path = personPath(id, "emergencyPhone");
        if (blank(emergencyPhone))
          return asked ? { path, params: { province: province?.code ?? "" } } : undefined;
        return emergencyPhone === phone1 ? { path, message: "same" } : undefined;
      });
    },
  },
  {
    id: "leads.local-phone",
    topic: "leads",
    level: "info",
    source: "T21: 各省管局要求",
    reads: ["entity.province", "entity.entityLead", "people[*].phone1"],
    check: (ctx) => {
      const province = ctx.province;
      const lead = ctx.entityLead;
      if (!province?.advice.localPhone[ctx.side] || !lead || blank(lead.phone1)) return [];
      return [{ path: personPath(lead.id, "phone1"), params: { province: province.code } }];
    },
  },
  {
    id: "leads.email-form",
    topic: "leads",
    level: "error",
    source: "V30: XSD",
    reads: [...ROLE_READS, "people[*].email"],
    check: ({ leads }) =>
      each(leads, ({ id, email }) =>
        email === undefined || blank(email) || (EMAIL.test(email) && email.length >= 6)
          ? undefined
          : { path: personPath(id, "email") },
      ),
  },
  {
    id: "leads.email-shared",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: [...ROLE_READS, "people[*].email"],
    rejection: ["EMAIL_SHARED"],
    check: ({ leads }) => repeated(leads, "email"),
  },
];
