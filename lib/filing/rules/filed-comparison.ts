import { blank } from "../application/access";
import type { PersonDraft, ServiceDraft } from "../application/draft";
import type { OutlineField, ValueKind } from "../application/outline";
import { domainsOf } from "../application/service-domains";
import { isAccess } from "../guide/order-type";
import { type Case, caseOf } from "./case";
import type { FiledLead, FiledService } from "./facts";
import { filedAs, filedOf } from "./filed-services";
import { leadOf, sameName } from "./parts";
import type { RuleContext } from "./types";

/** One answer of an access order beside what is filed. */
export interface ComparedField extends Pick<OutlineField, "path" | "key" | "kind" | "values" | "sensitive"> {
  /** What is filed; null: it is not known here, so nothing is said against what was typed (DF §15 D23). */
  readonly filed: OutlineField["values"] | null;
  readonly differs: boolean;
  /** It has to be the same: the phone and the certificate number everywhere, everything in six provinces (DF §5.4). */
  readonly must: boolean;
  /** A person's name: masked where he is nobody's business. */
  readonly ofPerson: boolean;
}

/** What belongs together: the organiser, or one service, each with its lead. */
export interface ComparedGroup {
  /** `entity` or `services[<id>]`. */
  readonly subject: string;
  /** Number it is filed under. */
  readonly number: string | null;
  readonly fields: readonly ComparedField[];
}

type Typed = string | number | undefined;
type Row = readonly [
  path: string,
  key: string,
  kind: ValueKind,
  typed: Typed | readonly string[],
  filed: Typed | readonly string[] | null,
  more?: Partial<Pick<ComparedField, "must" | "sensitive" | "ofPerson">>,
];

const listOf = (value: Typed | readonly string[]): OutlineField["values"] =>
  typeof value === "object" ? value : blank(value) ? [] : [value];

/** Names are the same however brackets and blanks are written; lists whatever their order. */
function isSame(kind: ValueKind, typed: OutlineField["values"], filed: OutlineField["values"]): boolean {
  if (kind === "text") return sameName(String(typed[0] ?? ""), String(filed[0] ?? ""));
  const [a, b] = [typed, filed].map((list) => list.map(String).toSorted().join("\n"));
  return a === b;
}

const compared =
  (mustAll: boolean) =>
  ([path, key, kind, typed, filed, more = {}]: Row): ComparedField => {
    const values = listOf(typed);
    const known = filed === null || filed === undefined ? null : listOf(filed);
    return {
      ...{ path, key, kind, values, filed: known },
      differs: known !== null && values.length > 0 && !isSame(kind, values, known),
      must: more.must ?? mustAll,
      sensitive: more.sensitive ?? false,
      ofPerson: more.ofPerson ?? false,
    };
  };

function leadRows(person: PersonDraft | undefined, filed: FiledLead | null, phone: boolean): readonly Row[] {
  if (person === undefined) return [];
  const at = (field: string) => `people[${person.id}].${field}`;
  return [
    [at("name"), "person.name", "text", person.name, filed?.name ?? null, { ofPerson: true }],
    [at("idType"), "person.idType", "cert", person.idType, filed?.idType ?? null],
    [at("idNo"), "person.idNo", "mono", person.idNo, filed?.idNo ?? null, { sensitive: true }],
    [
      ...([at("phone1"), "person.phone1", "mono", person.phone1, filed?.phone ?? null] as const),
      { sensitive: true, ...(phone && { must: true }) },
    ],
  ];
}

function entityRows(c: Case): readonly Row[] {
  const { entity } = c.application;
  const filed = filedOf(c);
  const number = c.facts.registry?.recordNumber ?? null;
  const person = c.isPerson;
  return [
    ["entity.recordNumber", "entity.recordNumber", "mono", entity.recordNumber, number, { must: true }],
    ["entity.name", "entity.name", "text", entity.name, filed?.name ?? null, { ofPerson: person }],
    ["entity.nature", "entity.nature", "nature", entity.nature, filed?.nature ?? null],
    ["entity.certType", "entity.certType", "cert", entity.certType, filed?.certType ?? null],
    [
      ...(["entity.certNo", "entity.certNo", "mono", entity.certNo, filed?.certNo ?? null] as const),
      { must: true, sensitive: person },
    ],
    ...leadRows(c.entityLead, filed?.entityLead ?? null, false),
  ];
}

function serviceRows(c: Case, service: ServiceDraft, filed: FiledService | undefined): readonly Row[] {
  const at = (field: string) => `services[${service.id}].${field}`;
  const list = service.kind === "WEBSITE" ? "domain" : "domains";
  return [
    [at("name"), "service.name", "text", service.name, filed?.name ?? null],
    [at(list), `service.${list}`, "mono", domainsOf(service), filed?.domains ?? null, { must: true }],
    ...leadRows(leadOf(c, service), filed?.lead ?? null, true),
  ];
}

/** Typed beside filed, for orders that take something over; nothing for any other, or where nothing is filed. */
export function comparedWithFiled(ctx: RuleContext): readonly ComparedGroup[] {
  if (!isAccess(ctx.orderType)) return [];
  const c = caseOf(ctx);
  const compare = compared(c.province?.accessInfoMayDiffer === false);
  const services = c.application.services.map((service): ComparedGroup => {
    const filed = filedAs(c, service);
    return {
      subject: `services[${service.id}]`,
      number: filed?.number ?? null,
      fields: serviceRows(c, service, filed).map(compare),
    };
  });
  const entity = { subject: "entity", number: c.facts.registry?.recordNumber ?? null };
  return [{ ...entity, fields: entityRows(c).map(compare) }, ...services];
}
