import type { Source } from "../policy/source";
import type { ProviderPolicy, ProvincePolicy } from "../policy/types";

/** How the organiser's domains lead to one site (DF §10.3). */
export const POINTINGS = ["one", "direct", "indirect", "mixed"] as const;
export type Pointing = (typeof POINTINGS)[number];

/** Where the number links to, everywhere in the country. */
export const AUTHORITY_SITE = "https://beian.miit.gov.cn/";

export interface Filed {
  readonly kind: "WEBSITE" | "APP";
  readonly entityNumber: string;
  readonly serviceNumber: string;
  /** Null: a person. */
  readonly unitName: string | null;
}

/** What a visitor of a site, or a user of an APP, is to see. */
export interface Footer {
  readonly number: string;
  readonly which: "service" | "entity";
  /** What says so. */
  readonly source: Source;
  /** In front of the number: the copyright line, or the company's name; null: nothing. */
  readonly line: string | null;
}

/** Of the province's notes, the one that says its sites show the entity number. */
const ENTITY_NUMBER_NOTE = /-footer-entity-number$/;
/** Several domains lead straight at the site, so the number of one of them would name the wrong one. */
const SHARED: ReadonlySet<Pointing> = new Set(["direct", "mixed"]);

type Asked = Pick<ProvincePolicy, "advice">;

function numberOf(filed: Filed, pointing: Pointing, province: Asked): Omit<Footer, "line"> {
  const service = { number: filed.serviceNumber, which: "service" } as const;
  if (filed.kind === "APP") return { ...service, source: "S4: APP 备案常见问题" };
  const entity = { number: filed.entityNumber, which: "entity" } as const;
  const note = province.advice.notes.find(({ id }) => ENTITY_NUMBER_NOTE.test(id));
  if (note !== undefined) return { ...entity, source: note.source };
  return { ...(SHARED.has(pointing) ? entity : service), source: "S4: 备案号" };
}

/** Does the province want the unit's copyright line on a site (DF §15 D1)? Persons and APPs show none. */
export const wantsCopyright = ({ kind, unitName }: Filed, { advice }: Asked): boolean =>
  kind === "WEBSITE" && unitName !== null && advice.footerCopyright;

/** The number to show and what goes before it, as province and provider have it. */
export function footerOf(
  filed: Filed,
  pointing: Pointing,
  province: Asked,
  { requireCompanyPrefix }: Pick<ProviderPolicy, "requireCompanyPrefix">,
): Footer {
  const prefixed = filed.kind === "WEBSITE" && requireCompanyPrefix;
  const line = wantsCopyright(filed, province)
    ? `${filed.unitName}版权所有`
    : prefixed
      ? filed.unitName
      : null;
  return { ...numberOf(filed, pointing, province), line };
}
