import { advicesOf } from "../policy/advice";
import { type Dated, dated, inForce } from "../policy/editions";
import type { ProvinceAdvice, ProvinceNote } from "../policy/province-advice";
import { columnVersions, PROVINCE_COLUMNS } from "../policy/provinces";
import type { ProvinceColumn } from "../policy/provinces/master";
import { shippedSource } from "../policy/shipped-source";
import type { Policy, ProvincePolicy, Source } from "../policy/types";
import { columnWords } from "./column-words";
import { FACT_GROUPS, type FactGroup, type FactWords } from "./fact-words";
import { adviceWords } from "./province-words";

export interface ProvinceFact extends FactWords {
  readonly group: FactGroup;
  /** S4 facts bind; older pages, and other providers' ones, only advise (DF §0.2). */
  readonly authoritative: boolean;
  /** Null: a value the provider set himself. */
  readonly source: Source | null;
  /** `YYYY-MM-DD` since when it is known; null with the source. */
  readonly date: string | null;
  /** A note of the province: its sentence is `provinces.note.<key>`. */
  readonly note?: boolean;
}

const COLUMN_GROUP: Readonly<Record<ProvinceColumn, FactGroup>> = {
  days: "time",
  entityLead: "leads",
  serviceLeadLetter: "leads",
  nameChangeLetter: "changes",
  accessInfoMayDiffer: "access",
  preApprovalAtOldProviderFirst: "access",
  nonLocalId: "identity",
  minAge: "identity",
  maxServicesPerOrder: "counts",
  shellDirectAdd: "shell",
};

type Origin = Pick<ProvinceFact, "authoritative" | "source" | "date">;

const originOf = ({ source, effectiveFrom }: Dated): Origin => ({
  authoritative: isBinding(source),
  source,
  date: effectiveFrom,
});

/** Only the newest pages bind. */
export const isBinding = (source: Source): boolean => source.startsWith("S4");

/** A value of the provider's own setting binds as well; it has a source only while it is the shipped one. */
function settingOrigin(key: string, value: readonly string[], day: string): Origin {
  const source = shippedSource(key, value, day);
  return { authoritative: true, source, date: source === null ? null : dated(source).effectiveFrom };
}

function columnFacts(province: ProvincePolicy, day: string): readonly ProvinceFact[] {
  return PROVINCE_COLUMNS.flatMap((column) => {
    const origin = originOf(inForce(columnVersions(province, column), day));
    return columnWords(province, column).map((words) => ({
      ...words,
      ...origin,
      group: COLUMN_GROUP[column],
    }));
  });
}

/** The block of advice that says a field on a day: the last in force, or the oldest known one. */
function blockOf(code: string, field: keyof ProvinceAdvice, day: string): Dated | undefined {
  const saying = advicesOf(code).filter(({ set }) => Object.hasOwn(set, field));
  return saying.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? saying[0];
}

function adviceFacts(province: ProvincePolicy, policy: Policy, day: string): readonly ProvinceFact[] {
  return adviceWords(province.advice).flatMap(({ field, group, words }) => {
    const block = blockOf(province.code, field, day);
    const origin =
      block === undefined
        ? settingOrigin("commitmentProvinces", policy.provider.commitmentProvinces, day)
        : originOf(block);
    return words.map((one) => ({ ...one, ...origin, group }));
  });
}

function shellFacts(province: ProvincePolicy, policy: Policy, day: string): readonly ProvinceFact[] {
  const allowed = policy.provider.shellDirectAddProvinces;
  const key = `shellHere.${allowed.includes(province.code) ? "yes" : "no"}`;
  return [{ key, group: "shell", ...settingOrigin("shellDirectAddProvinces", allowed, day) }];
}

const noteFact = (note: ProvinceNote): ProvinceFact => ({
  ...originOf(dated(note.source)),
  key: note.id,
  group: "notes",
  ...(note.for !== "both" && { side: note.for }),
  note: true,
});

/** Everything the policy of a day knows of a province, in the order of `FACT_GROUPS`. */
export function provinceFacts(
  province: ProvincePolicy,
  policy: Policy,
  day: string,
): readonly ProvinceFact[] {
  const all = [
    ...shellFacts(province, policy, day),
    ...columnFacts(province, day),
    ...adviceFacts(province, policy, day),
    ...province.advice.notes.map(noteFact),
  ];
  return FACT_GROUPS.flatMap((group) => all.filter((fact) => fact.group === group));
}
