import { ADVICE_FIELDS, adviceVersions } from "./advice";
import { AUTHORITY_RESULTS, INSPECTION_FAILURES } from "./authority-results";
import { dayOf } from "./calendar";
import { HOLIDAYS } from "./calendar/holidays";
import { CERTIFICATE_ROWS, CONTENT_ROWS, LANGUAGE_ROWS, NATURE_ROWS, PRE_APPROVAL_ROWS } from "./code-tables";
import type { Dated } from "./editions";
import { policyAt } from "./index";
import { LEGACY_MATERIALS } from "./material-origins";
import { MATERIALS } from "./materials";
import { PHONE_SEGMENT_ROWS } from "./phone-segments";
import { SETTINGS, shippedAt } from "./provider";
import { columnVersions, PROVINCE_COLUMNS } from "./provinces";
import { MASTER } from "./provinces/master";
import { REJECTIONS } from "./rejections";
import { RESOLUTIONS } from "./resolutions";
import { SUFFIX_ROWS } from "./suffixes";

/** Versions of everything a province may say that is dated, one line a version. */
function provinceVersions(code: string) {
  const row = MASTER.find((province) => province.code === code);
  const columns = PROVINCE_COLUMNS.flatMap((field) =>
    row === undefined ? [] : columnVersions(row, field).map((version) => ({ field, ...version })),
  );
  const advice = ADVICE_FIELDS.flatMap((field) =>
    (adviceVersions(code, field) ?? []).map((version) => ({ field: `advice.${field}`, ...version })),
  );
  return [...columns, ...advice];
}

/** Rows that never had another value: their one version is themselves. */
const rows = <T extends Dated>(table: readonly T[], history: boolean) =>
  history
    ? table.map((row) => {
        const { source, effectiveFrom, ...value } = row;
        return { ...row, versions: [{ effectiveFrom, value, source }] };
      })
    : table;

/** The shipped facts in force at an instant as one flat document; `history` adds every known version. */
export function printPolicy(at: number, history: boolean) {
  const policy = policyAt(at);
  const day = dayOf(at);
  return {
    at: new Date(at).toISOString(),
    day,
    version: policy.version,
    provinces: Object.values(policy.provinces).map((province) =>
      history ? { ...province, versions: provinceVersions(province.code) } : province,
    ),
    provider: policy.provider,
    settings: SETTINGS.map(({ key, group, kind, decides, versions }) => ({
      key,
      group,
      ...kind,
      decides,
      ...shippedAt({ key, group, kind, versions }, day),
      ...(history ? { versions } : {}),
    })),
    natures: rows(NATURE_ROWS, history),
    certificates: rows(CERTIFICATE_ROWS, history),
    contents: rows(CONTENT_ROWS, history),
    languages: rows(LANGUAGE_ROWS, history),
    preApprovals: rows(PRE_APPROVAL_ROWS, history),
    phoneSegments: rows(PHONE_SEGMENT_ROWS, history),
    suffixes: rows(SUFFIX_ROWS, history),
    materials: rows([...MATERIALS.values()], history),
    legacyMaterials: LEGACY_MATERIALS,
    rejections: rows(REJECTIONS, history),
    authorityResults: rows(AUTHORITY_RESULTS, history),
    inspectionFailures: rows(INSPECTION_FAILURES, history),
    resolutions: RESOLUTIONS,
    calendar: Object.entries(HOLIDAYS).map(([year, table]) => ({ year: Number(year), ...table })),
  };
}
