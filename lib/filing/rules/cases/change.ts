import type { OrderType } from "../../application/codes";
import type { EntityDraft, PersonDraft, WebsiteDraft } from "../../application/draft";
import type { ChangeBasis } from "../../change/basis";
import type { OrganizerChange, PersonToUnit } from "../../policy/province-advice";
import { filedService, onFiled, withProvince } from "../../testing/filed";
import { validLead, validWebsite } from "../../testing/fixtures";
import { app1, type LookCase, S, typed } from "../../testing/look";
import type { FiledEntity, FiledService } from "../facts";

const here = { entityKnownHere: true };
const changed = (filed: Partial<FiledEntity> = {}, entity: Partial<EntityDraft> = {}) =>
  onFiled("CHANGE_FILING", { filed, entity, register: here });
const other = { certNo: "91110108MA0000023M", name: "北京远山商贸有限公司" };
const organiser = (organizerChange: OrganizerChange) => withProvince(changed(other), { organizerChange });
const toUnit = (personToUnit: PersonToUnit) =>
  withProvince(changed({ nature: 5, certType: 2 }), { personToUnit });
const toPerson = { nature: 5, certType: 2 } as const;
const site = (
  over: Partial<WebsiteDraft>,
  filed: Partial<FiledService> = {},
  type: "CHANGE_SERVICE" | "CHANGE_ENTITY" = "CHANGE_SERVICE",
) =>
  onFiled(type, {
    register: here,
    rest: { services: [validWebsite(over)] },
    filed: { services: [filedService(filed)] },
  });
const entity = (filed: Partial<FiledEntity>, type: "CHANGE_SERVICE" | "CHANGE_ENTITY" = "CHANGE_SERVICE") =>
  onFiled(type, { register: here, filed });
const lead = (over: object) => ({
  entityLead: {
    ...filedService().lead,
    name: null,
    idType: null,
    idNo: null,
    phone: null,
    idValidTo: null,
    ...over,
  },
});
const people = (over: Partial<PersonDraft>, type: "CHANGE_SERVICE" | "CHANGE_ENTITY" | "CHANGE_FILING") =>
  onFiled(type, { register: here, rest: { people: [validLead(over)] } });

/** A change that knows what it began from: the same document, but for `now`. */
const begun = (
  now: Partial<PersonDraft>,
  stands: ChangeBasis["stands"] = "same",
  type: OrderType = "CHANGE_FILING",
) => {
  const application = onFiled(type).application;
  const basis: ChangeBasis = { application, stands };
  return onFiled(type, { register: { ...here, basis }, rest: { people: [validLead(now)] } });
};

export const CHANGE_CASES: readonly LookCase[] = [
  ["change.not-here", "here", changed(), []],
  ["change.not-here", "elsewhere", onFiled("CHANGE_FILING"), ["elsewhere@order"]],
  ["change.not-here", "nowhere", typed("CHANGE_ENTITY"), ["order"]],
  ["change.not-here", "a new service", onFiled("NEW_SERVICE_FOREIGN"), []],
  ["change.certificate-number", "same", changed(), []],
  [
    "change.certificate-number",
    "another number, same name",
    changed({ certNo: "91110108MA0000023M" }),
    ["entity.certNo"],
  ],
  ["change.certificate-number", "old number to the unified code", changed({ certNo: "110108000000012" }), []],
  ["change.certificate-number", "not told", changed({ certNo: null }), []],
  ["change.organizer", "same", changed(), []],
  ["change.organizer", "only renamed", changed({ name: other.name }), []],
  ["change.organizer", "ALLOWED", organiser("ALLOWED"), ["allowed@entity.name"]],
  ["change.organizer", "UNIT_WITH_PROOF", organiser("UNIT_WITH_PROOF"), ["with-proof@entity.name"]],
  ["change.organizer", "RENAME_ONLY", organiser("RENAME_ONLY"), ["rename-only@entity.name"]],
  ["change.organizer", "NOT_ALLOWED", organiser("NOT_ALLOWED"), ["not-allowed@entity.name"]],
  ["change.organizer", "UNSPECIFIED", organiser("UNSPECIFIED"), ["entity.name"]],
  ["change.person-to-unit", "ALLOWED", toUnit("ALLOWED"), ["allowed@entity.nature"]],
  ["change.person-to-unit", "NOT_ALLOWED", toUnit("NOT_ALLOWED"), ["not-allowed@entity.nature"]],
  ["change.person-to-unit", "UNSPECIFIED", toUnit("UNSPECIFIED"), ["entity.nature"]],
  ["change.person-to-unit", "unit to unit", changed({ nature: 6 }), []],
  ["change.unit-to-person", "company to person", changed({}, toPerson), ["entity.nature"]],
  ["change.unit-to-person", "person stays person", changed({ nature: 5, certType: 2 }, toPerson), []],
  [
    "change.renamed",
    "province wants the letter",
    withProvince(changed({ name: "旧名有限公司" }), {}, { nameChangeLetter: true }),
    ["letter@entity.name"],
  ],
  [
    "change.renamed",
    "province does not",
    withProvince(changed({ name: "旧名有限公司" }), {}, { nameChangeLetter: false }),
    ["entity.name"],
  ],
  ["change.renamed", "same name", changed(), []],
  ["change.renamed", "another organiser", changed(other), []],
  ["change.domain", "as filed", site({ serviceFilingNumber: filedService().number }), []],
  [
    "change.domain",
    "another",
    site({ serviceFilingNumber: filedService().number, domain: "qinghe-new.com" }),
    [S("domain")],
  ],
  [
    "change.domain",
    "not told",
    site({ serviceFilingNumber: filedService().number, domain: "qinghe-new.com" }, { domains: [] }),
    [],
  ],
  ["change.adds-service", "filed", site({}), []],
  ["change.adds-service", "not filed", site({ domain: "qinghe-new.com" }), [S("domain")]],
  [
    "change.adds-service",
    "an app that is not filed",
    onFiled("CHANGE_FILING", { register: here, rest: { services: [app1] } }),
    ["services[svc_app001].name"],
  ],
  [
    "change.adds-service",
    "register does not tell",
    onFiled("CHANGE_SERVICE", { register: here, filed: null }),
    [],
  ],
  ["change.lead-without-dates", "resident ID without dates", entity(lead({ idType: 2 })), ["order"]],
  ["change.lead-without-dates", "with a date", entity(lead({ idType: 2, idValidTo: "2036-05-01" })), []],
  ["change.lead-without-dates", "long-term", entity(lead({ idType: 2, idValidTo: "long-term" })), []],
  ["change.lead-without-dates", "a passport", entity(lead({ idType: 11 })), []],
  ["change.lead-without-dates", "lead not told", entity({ entityLead: null }), []],
  ["change.lead-without-dates", "the whole filing", changed(lead({ idType: 2 })), []],
  ["change.other-part", "service only", site({ name: "青禾文具馆" }), []],
  [
    "change.other-part",
    "entity name in a change of services",
    entity({ name: "旧名有限公司" }),
    ["entity@entity.name"],
  ],
  [
    "change.other-part",
    "entity name in a change of the entity",
    entity({ name: "旧名有限公司" }, "CHANGE_ENTITY"),
    [],
  ],
  [
    "change.other-part",
    "service name in a change of the entity",
    site({ name: "青禾文具馆" }, {}, "CHANGE_ENTITY"),
    [`service@${S("name")}`],
  ],
  [
    "change.other-part",
    "permits in a change of the entity",
    site({}, { preApprovals: [5] }, "CHANGE_ENTITY"),
    [`service@${S("preApprovals")}`],
  ],
  [
    "change.other-part",
    "phone of one person in both parts",
    people({ phone1: "13900000009" }, "CHANGE_SERVICE"),
    [],
  ],
  ["change.nothing-changed", "nothing", changed(), ["order"]],
  ["change.nothing-changed", "a phone", people({ phone1: "13900000009" }, "CHANGE_FILING"), []],
  ["change.nothing-changed", "validity", people({ idValidTo: "2046-05-01" }, "CHANGE_FILING"), []],
  ["change.nothing-changed", "a service name", site({ name: "青禾文具馆" }), []],
  ["change.nothing-changed", "a name", changed({ name: "旧名有限公司" }), []],
  ["change.nothing-changed", "nothing, and all of it is told", begun({}), ["none@order"]],
  [
    "change.nothing-changed",
    "a mailbox, which only the whole record tells",
    begun({ email: "new@qinghe-demo.com" }),
    [],
  ],
  ["change.moved", "stands", begun({}), []],
  ["change.moved", "moved", begun({}, "moved"), ["order"]],
  ["change.moved", "ended", begun({}, "ended"), ["ended@order"]],
  ["change.moved", "not told", changed(), []],
  ["change.moved", "no change", begun({}, "moved", "NEW_SERVICE_LOCAL"), []],
  ["change.nothing-changed", "a new service", onFiled("NEW_SERVICE_LOCAL"), []],
];
