import { blank } from "../../application/access";
import type { PersonDraft } from "../../application/draft";
import { isLandline } from "../../application/identifiers/mobile-cn";
import { adviceLevel, each, eachAll, NONE, personPath, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";
import { samePerson } from "./lead-parts";

const LANDLINES = ["phone2", "emergencyPhone"] as const;
const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/** Mailboxes are the same whatever the case they are written in. */
const sameMailbox = (a: string | undefined, b: string): boolean =>
  a === b || (a !== undefined && a.length === b.length && a.toLowerCase() === b.toLowerCase());

const firstWith = (leads: readonly PersonDraft[], email: string): PersonDraft | undefined =>
  leads.find((lead) => sameMailbox(lead.email, email));

/** Where else the leads are reached, and that they can be: province wishes, the account's phone, mailboxes. */
export const LEAD_CONTACT_RULES: readonly Rule[] = [
  {
    id: "leads.emergency-phone",
    topic: "leads",
    level: "warn",
    source: "S4: 主体信息; T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, "people[*].phone1", "people[*].emergencyPhone"],
    check: (c) => {
      const asked = c.advice?.emergencyPhone[c.side] ?? false;
      return each(c.leads, ({ id, phone1, emergencyPhone }): Verdict | undefined => {
        if (blank(emergencyPhone))
          return asked
            ? {
                path: personPath(id, "emergencyPhone"),
                level: adviceLevel(c, "emergencyPhone"),
                params: { province: c.province?.code ?? "" },
              }
            : undefined;
        return emergencyPhone === phone1
          ? { path: personPath(id, "emergencyPhone"), message: "same" }
          : undefined;
      });
    },
  },
  {
    id: "leads.local-phone",
    topic: "leads",
    level: "info",
    source: "S4: 主体信息; T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, "people[*].phone1"],
    // Numbers are portable: the page can only remind.
    check: (c) =>
      c.advice?.localPhone[c.side]
        ? each(c.leads, ({ id, phone1 }): Verdict | undefined =>
            blank(phone1)
              ? undefined
              : { path: personPath(id, "phone1"), params: { province: c.province?.code ?? "" } },
          )
        : NONE,
  },
  {
    id: "leads.landline-local",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, ...LANDLINES.map((field) => personPath("*", field))],
    check: (c) => {
      const codes = c.advice?.landlineAreaCodes ?? null;
      if (codes === null || !c.isUnit) return NONE;
      const params = { province: c.province?.code ?? "" };
      return eachAll(c.leads, (lead) =>
        each(LANDLINES, (field): Verdict | undefined => {
          const value = lead[field];
          if (!value?.startsWith("0") || !isLandline(value)) return undefined;
          return codes.some((code) => value.startsWith(code))
            ? undefined
            : { path: personPath(lead.id, field), level: adviceLevel(c, "landlineAreaCodes"), params };
        }),
      );
    },
  },
  {
    id: "leads.person-contact",
    topic: "leads",
    level: "error",
    source: "T21: 备案限制说明",
    reads: ["entity.nature", "entity.entityLead", "people[*].phone1", "facts.account"],
    check: ({ facts: { account }, isPerson, entityLead, policy }) => {
      if (!policy.provider.personalContactMustEqualAccountPhone) return NONE;
      if (!isPerson || !entityLead || blank(entityLead.phone1) || !account) return NONE;
      if (account.securityPhone === entityLead.phone1) return NONE;
      const path = personPath(entityLead.id, "phone1");
      return account.securityPhone === null ? [{ path, message: "no-security-phone" }] : [{ path }];
    },
  },
  {
    id: "leads.phone-unproven",
    topic: "leads",
    level: "error",
    source: "S4: 主体负责人信息",
    reads: [...ROLE_READS, "people[*].phone1", "facts.account"],
    rejection: ["PHONE_UNREACHABLE"],
    check: ({ facts: { account }, leads, policy }) => {
      const { phoneProof } = policy.provider;
      if (phoneProof === "off" || !account) return NONE;
      return each(leads, ({ id, phone1 }): Verdict | undefined => {
        // The account's own security phone was proven when it was set.
        if (blank(phone1) || phone1 === account.securityPhone) return undefined;
        const path = personPath(id, "phone1");
        if (account.provenPhones.includes(path)) return undefined;
        return phoneProof === "advise" ? { path, level: "info", message: "advised" } : { path };
      });
    },
  },
  {
    id: "leads.email-form",
    topic: "leads",
    level: "error",
    source: "V30: XSD",
    reads: [...ROLE_READS, "people[*].email"],
    check: ({ leads }) =>
      each(leads, ({ id, email }): Verdict | undefined =>
        email === undefined || blank(email) || (email.length >= 6 && EMAIL.test(email))
          ? undefined
          : { path: personPath(id, "email") },
      ),
  },
  {
    id: "leads.email-shared",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: [...ROLE_READS, "people[*].email", "people[*].idType", "people[*].idNo"],
    rejection: ["EMAIL_SHARED"],
    // One person with two parts keeps one mailbox.
    check: ({ leads }) =>
      each(leads, (person): Verdict | undefined => {
        if (person.email === undefined || blank(person.email)) return undefined;
        const first = firstWith(leads, person.email);
        return first === undefined || samePerson(first, person)
          ? undefined
          : { path: personPath(person.id, "email") };
      }),
  },
];
