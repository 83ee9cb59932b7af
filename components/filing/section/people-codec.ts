import type { PersonDraft } from "@/lib/filing/application/draft";
import type { PeopleSection } from "@/lib/filing/application/draft-sections";
import { type Codec, codeOf, filled, textOf } from "./codec";

const TEXTS = [
  "name",
  "idNo",
  "idValidFrom",
  "idValidTo",
  "phone1",
  "phone2",
  "emergencyPhone",
  "email",
  "imHandle",
] as const;
type TextField = (typeof TEXTS)[number];

/** What a person does in an application. */
export type Hat = "legalRep" | "entityLead" | "serviceLead";

export type PersonForm = Record<TextField | "id" | "idType", string> & { idLongTerm: boolean };
/** `serviceLeads` in the order of the services: react-hook-form reads dots and brackets of names as paths. */
export interface PeopleForm {
  people: PersonForm[];
  legalRep: string;
  entityLead: string;
  serviceLeads: { service: string; person: string }[];
}

export const personToForm = ({ id, idType, idLongTerm = false, ...person }: PersonDraft): PersonForm => ({
  ...(Object.fromEntries(TEXTS.map((field) => [field, person[field] ?? ""])) as Record<TextField, string>),
  id,
  idType: textOf(idType),
  idLongTerm,
});

const personFromForm = ({ idType, idLongTerm, idValidTo, ...texts }: PersonForm): PersonDraft =>
  filled({ ...texts, idType: codeOf(idType), idLongTerm, idValidTo: idLongTerm ? "" : idValidTo });

/** The codec of one document: which services there are comes from outside the section. */
export const peopleCodec = (services: readonly string[]): Codec<PeopleForm, PeopleSection> => ({
  toForm: ({ people, legalRep = "", entityLead = "", serviceLeads }) => ({
    people: people.map(personToForm),
    legalRep,
    entityLead,
    serviceLeads: services.map((service) => ({ service, person: serviceLeads[service] ?? "" })),
  }),
  fromForm: ({ people, legalRep, entityLead, serviceLeads }) => ({
    people: people.map(personFromForm),
    ...filled({ legalRep, entityLead }),
    serviceLeads: Object.fromEntries(
      serviceLeads.flatMap(({ service, person }) => (person === "" ? [] : [[service, person] as const])),
    ),
  }),
  nameOf: (form, path) => {
    const role = /^entity\.(legalRep|entityLead)$/.exec(path)?.[1];
    if (role) return role;
    const service = /^services\[([^\]]+)\]\.lead$/.exec(path)?.[1];
    const lead = form.serviceLeads.findIndex((item) => item.service === service);
    if (service) return lead < 0 ? undefined : `serviceLeads.${lead}.person`;
    const [, id, field] = /^people\[([^\]]+)\]\.(\w+)$/.exec(path) ?? [];
    const index = form.people.findIndex((person) => person.id === id);
    if (field === undefined || index < 0) return undefined;
    // The dates of a document are one group of inputs.
    return `people.${index}.${field.replace(/^(idValidFrom|idLongTerm)$/, "idValidTo")}`;
  },
});

export const emptyPerson = (id: string): PersonForm => ({ ...personToForm({ id }), idType: "2" });
