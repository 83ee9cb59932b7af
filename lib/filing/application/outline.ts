import { blank, personById } from "./access";
import { NATURE_PERSON } from "./codes";
import type {
  AppDraft,
  ApplicationDraft,
  FiledCheckDraft,
  PersonDraft,
  ServiceDraft,
  WebsiteDraft,
} from "./draft";
import { FILED_CHECKS } from "./filed-checks";

/** How a value is to be shown; code tables have their labels below `codes.<kind>` in the catalogues. */
export type ValueKind =
  | "text"
  | "multiline"
  | "mono"
  | "date"
  | "flag"
  | "province"
  | "nature"
  | "cert"
  | "content"
  | "language"
  | "platform"
  | "game"
  | "accessMethod"
  | "preApproval"
  | "person"
  | "resource";

export interface OutlineField {
  /** Id path, the same that findings and corrections point at. */
  readonly path: string;
  /** Key below `fields`, e.g. `entity.certNo`. */
  readonly key: string;
  readonly kind: ValueKind;
  readonly values: readonly (string | number | boolean)[];
  /** Identity numbers, phones, mailboxes: masked unless the reader works on exactly this. */
  readonly sensitive: boolean;
}

export type OutlineGroupKind = "entity" | "filed" | "person" | "website" | "app";

export interface OutlineGroup {
  readonly kind: OutlineGroupKind;
  /** `entity`, `filedServices[<id>]`, `people[<id>]` or `services[<id>]`: also the subject of materials. */
  readonly subject: string;
  /** Name of the unit, person or service; empty while unknown. */
  readonly title: string;
  /** A person's parts in this application. */
  readonly hats: readonly ("legalRep" | "entityLead" | "serviceLead")[];
  readonly fields: readonly OutlineField[];
}

type Row = readonly [key: string, kind: ValueKind, value: unknown, sensitive?: "sensitive"];

const when = (condition: boolean, ...rows: readonly Row[]): readonly Row[] => (condition ? rows : []);

/**
 * The whole application as a list to read: what check-your-answers prints, the workbench shows and a comparison of two
 * rounds walks. One list, so that no reader forgets a field. Blank fields are kept, with no values.
 */
export function outlineOf(app: ApplicationDraft): readonly OutlineGroup[] {
  return [
    entityGroup(app),
    ...(app.filedServices ?? []).map(filedGroup),
    ...app.people.map((person) => personGroup(app, person)),
    ...app.services.map((service) => serviceGroup(app, service)),
  ];
}

function fieldsOf(prefix: string, base: string, rows: readonly Row[]): OutlineField[] {
  return rows.map(([key, kind, value, sensitive]) => ({
    path: `${base}.${key}`,
    key: `${prefix}.${key}`,
    kind,
    values: valuesOf(value),
    sensitive: sensitive === "sensitive",
  }));
}

function valuesOf(value: unknown): readonly (string | number | boolean)[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (blank(value)) return [];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [value] : [];
}

function entityGroup({ entity }: ApplicationDraft): OutlineGroup {
  const unit = entity.nature !== NATURE_PERSON;
  const rows: Row[] = [
    ["province", "province", entity.province],
    ["nature", "nature", entity.nature],
    ["certType", "cert", entity.certType],
    unit ? ["certNo", "mono", entity.certNo] : ["certNo", "mono", entity.certNo, "sensitive"],
    ["name", "text", entity.name],
    ...when(!blank(entity.recordNumber), ["recordNumber", "mono", entity.recordNumber]),
    ["certValidFrom", "date", entity.certValidFrom],
    entity.certLongTerm ? ["certLongTerm", "flag", true] : ["certValidTo", "date", entity.certValidTo],
    ["certAddress", "text", entity.certAddress],
    ["city", "text", entity.city],
    ["district", "text", entity.district],
    ["commAddress", "text", entity.commAddress],
    ...when(unit, ["investorOrSuperior", "text", entity.investorOrSuperior]),
    ...when(unit, ["businessScope", "multiline", entity.businessScope]),
    ["remark", "multiline", entity.remark],
  ];
  const fields = fieldsOf("entity", "entity", rows);
  return { kind: "entity", subject: "entity", title: entity.name ?? "", hats: [], fields };
}

function filedGroup(check: FiledCheckDraft): OutlineGroup {
  const subject = `filedServices[${check.id}]`;
  const rows: readonly Row[] = check.cancelFirst
    ? [["cancelFirst", "flag", true]]
    : FILED_CHECKS.map((key): Row => [key, "flag", check[key]]);
  return {
    kind: "filed",
    subject,
    title: check.number ?? "",
    hats: [],
    fields: fieldsOf("filed", subject, rows),
  };
}

function hatsOf(app: ApplicationDraft, id: string): OutlineGroup["hats"] {
  return [
    ...(app.entity.legalRep === id ? (["legalRep"] as const) : []),
    ...(app.entity.entityLead === id ? (["entityLead"] as const) : []),
    ...(app.services.some((service) => service.lead === id) ? (["serviceLead"] as const) : []),
  ];
}

function personGroup(app: ApplicationDraft, person: PersonDraft): OutlineGroup {
  const hats = hatsOf(app, person.id);
  // The legal representative who leads nothing is named on the licence, not called or written to.
  const leads = hats.some((hat) => hat !== "legalRep");
  const rows: Row[] = [
    ["name", "text", person.name],
    ["idType", "cert", person.idType],
    ["idNo", "mono", person.idNo, "sensitive"],
    ...when(
      leads,
      ["idValidFrom", "date", person.idValidFrom],
      person.idLongTerm ? ["idLongTerm", "flag", true] : ["idValidTo", "date", person.idValidTo],
      ["phone1", "mono", person.phone1, "sensitive"],
      ["phone2", "mono", person.phone2, "sensitive"],
      ["emergencyPhone", "mono", person.emergencyPhone, "sensitive"],
      ["email", "mono", person.email, "sensitive"],
    ),
  ];
  const subject = `people[${person.id}]`;
  return {
    kind: "person",
    subject,
    title: person.name ?? "",
    hats,
    fields: fieldsOf("person", subject, rows),
  };
}

function serviceGroup(app: ApplicationDraft, service: ServiceDraft): OutlineGroup {
  const subject = `services[${service.id}]`;
  const own = service.kind === "WEBSITE" ? websiteRows(service) : appRows(service);
  const rows: Row[] = [
    ...own,
    ["contents", "content", service.contents],
    service.noPreApproval
      ? ["noPreApproval", "flag", true]
      : ["preApprovals", "preApproval", service.preApprovals?.map((item) => item.type)],
    ["lead", "person", personById(app, service.lead)?.name],
    [
      "resource",
      "resource",
      service.resource?.kind === "CODE" ? service.resource.code : service.resource?.resourceId,
    ],
    ["accessMethod", "accessMethod", service.accessMethod],
    ["serverLocation", "province", service.serverLocation],
    ["ips", "mono", service.ips],
    ["remark", "multiline", service.remark],
    ...when(!blank(service.commercialLicence), ["commercialLicence", "mono", service.commercialLicence]),
    ...when(!blank(service.serviceFilingNumber), [
      "serviceFilingNumber",
      "mono",
      service.serviceFilingNumber,
    ]),
  ];
  const permits = (service.preApprovals ?? []).flatMap((item) =>
    fieldsOf("preApproval", `${subject}.preApprovals[${item.id}]`, [
      ["permitNo", "mono", item.permitNo],
      ["validTo", "date", item.validTo],
    ]),
  );
  const parts = service.kind === "WEBSITE" ? [] : appParts(service, subject);
  const fields = [...fieldsOf("service", subject, rows), ...permits, ...parts];
  return {
    kind: service.kind === "WEBSITE" ? "website" : "app",
    subject,
    title: service.name ?? "",
    hats: [],
    fields,
  };
}

const websiteRows = (site: WebsiteDraft): readonly Row[] => [
  ["name", "text", site.name],
  ["domain", "mono", site.domain],
  ...when((site.moreDomains ?? []).length > 0, [
    "moreDomains",
    "mono",
    site.moreDomains?.map(({ domain }) => domain),
  ]),
  ["homepageUrl", "mono", site.homepageUrl],
  ["languages", "language", site.languages],
];

const appRows = (app: AppDraft): readonly Row[] => [
  ["name", "text", app.name],
  ["domains", "mono", app.domains?.map((item) => item.domain ?? "")],
  ...when(app.noSdk === true, ["noSdk", "flag", true]),
  ...when(!app.noSdk && !app.sdks?.length, ["sdks", "text", undefined]),
  ["game", "game", app.game],
  ...when(
    app.game === "PLAYABLE",
    app.testGame ? ["testGame", "flag", true] : ["gameNumber", "mono", app.gameNumber],
  ),
  ...when(app.game === "PLAYABLE" && app.operatedByOther === true, ["operatedByOther", "flag", true]),
];

/** What an APP has several of, each field with a place of its own. */
function appParts({ packages = [], sdks = [], noSdk }: AppDraft, subject: string): readonly OutlineField[] {
  return [
    ...packages.flatMap((item) =>
      fieldsOf("package", `${subject}.packages[${item.id}]`, [
        ["platform", "platform", item.platform],
        ["packageName", "mono", item.packageName],
        ["publicKey", "mono", item.publicKey],
        ["certFingerprint", "mono", item.certFingerprint],
      ]),
    ),
    ...(noSdk ? [] : sdks).flatMap((item) =>
      fieldsOf("sdk", `${subject}.sdks[${item.id}]`, [
        ["functionType", "text", item.functionType],
        ["vendor", "text", item.vendor],
      ]),
    ),
  ];
}
