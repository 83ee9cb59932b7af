import { adviceOn, advicesOf } from "../advice";
import { byDay, inForce, since, type Version, type Versions } from "../editions";
import { DEFAULT_PROVIDER } from "../provider";
import type { ProvincePolicy, Source } from "../types";
import { AMENDMENTS } from "./history";
import { COLUMN_SOURCES, MASTER, type ProvinceColumn, type ProvinceColumns } from "./master";

export const PROVINCE_COLUMNS = Object.keys(COLUMN_SOURCES) as readonly ProvinceColumn[];

/** Every known version of one value of one province's row, oldest first. */
export function columnVersions<C extends ProvinceColumn>(
  row: ProvinceColumns,
  column: C,
): Versions<ProvinceColumns[C]> {
  const newest: Version<ProvinceColumns[C]> = since(COLUMN_SOURCES[column], row[column]);
  const others = AMENDMENTS.filter((line) => line.code === row.code && line.column === column).map(
    ({ effectiveFrom, value, source }) => ({ effectiveFrom, value, source }) as Version<ProvinceColumns[C]>,
  );
  const [oldest = newest, ...later] = [newest, ...others].sort(byDay);
  return [oldest, ...later];
}

function provinceOn(row: ProvinceColumns, day: string, commitment: boolean): ProvincePolicy {
  const columns: Record<string, unknown> = {};
  const sources = new Set<Source>();
  for (const column of PROVINCE_COLUMNS) {
    const found = inForce(columnVersions(row, column), day);
    columns[column] = found.value;
    sources.add(found.source);
  }
  for (const block of advicesOf(row.code)) if (block.effectiveFrom <= day) sources.add(block.source);
  const advice = { ...adviceOn(row.code, day), commitment };
  // Every column of the row was just asked for its version.
  return { ...row, ...columns, advice, sources: [...sources] };
}

/** All provinces as of a day, in the order of GB/T 2260; `commitments` are the provinces that always ask for one. */
export const provincesOn = (day: string, commitments: readonly string[]): readonly ProvincePolicy[] =>
  MASTER.map((row) => provinceOn(row, day, commitments.includes(row.code)));

/** Days on which something of some province changes. */
export const PROVINCE_DAYS: readonly string[] = [
  ...new Set(
    MASTER.flatMap((row) => [
      ...PROVINCE_COLUMNS.flatMap((column) => columnVersions(row, column).map((v) => v.effectiveFrom)),
      ...advicesOf(row.code).map((block) => block.effectiveFrom),
    ]),
  ),
];

/** The provinces as they are today, for lists and names; rules ask the policy of their own day. */
export const PROVINCES: readonly ProvincePolicy[] = provincesOn(
  "9999-12-31",
  DEFAULT_PROVIDER.commitmentProvinces,
);

export const PROVINCES_BY_CODE: Readonly<Record<string, ProvincePolicy>> = Object.fromEntries(
  PROVINCES.map((province) => [province.code, province]),
);

/** `京` → the province; undefined for a character no filing number begins with. */
export const provinceByAbbr = (abbr: string): ProvincePolicy | undefined =>
  PROVINCES.find((province) => province.abbr === abbr);
