import type { EntityLeadRule, NonLocalId, ProvincePolicy, Source } from "../types";

/** What stands in a province's row of DF §5.1; everything else is its advice. */
export type ProvinceColumns = Omit<ProvincePolicy, "advice" | "sources">;
/** Columns that may change in time: name and code do not. */
export type ProvinceColumn = Exclude<keyof ProvinceColumns, "code" | "name" | "nameEn" | "abbr">;

/** Where each column is written. The value in force from that day is the one in the table below. */
export const COLUMN_SOURCES: Readonly<Record<ProvinceColumn, Source>> = {
  days: "S4: 备案审核",
  entityLead: "S4: 主体负责人信息",
  serviceLeadLetter: "S4: 服务负责人",
  nameChangeLetter: "S4: 变更备案相关",
  accessInfoMayDiffer: "S4: 初审驳回关于网站信息问题",
  preApprovalAtOldProviderFirst: "S4: 初审驳回关于网站信息问题",
  nonLocalId: "T21: 各省管局要求; 备案材料清单",
  minAge: "T21: 各省管局要求",
  maxServicesPerOrder: "T21: 各省管局要求",
  shellDirectAdd: "H: 备案注销咨询",
};

/** Services per order where a province limits more than the provider does: units, persons (DF §5.3). */
const LIMITS: Readonly<Record<string, readonly [number | null, number | null]>> = {
  黑龙江: [4, 2],
  河南: [5, 3],
  湖北: [1, 1],
  湖南: [1, 1],
  海南: [null, 1],
  贵州: [5, null],
};

/**
 * A row of DF §5.1. Flags: S = letter for a service lead who is not the legal representative, N = letter for a change
 * of name, M = access data must match what is filed (and permits are added at the old provider first), H = Huawei says
 * that a shell entity may add a service. Then ages of units' and persons' leads.
 */
function row(
  code: string,
  name: string,
  nameEn: string,
  abbr: string,
  days: readonly [number, number],
  entityLead: EntityLeadRule,
  flags: string,
  nonLocalId: NonLocalId,
  [unit, person]: readonly [number | null, number | null],
): ProvinceColumns {
  const [most, mostOfPerson] = LIMITS[name] ?? [null, null];
  return {
    code,
    name,
    nameEn,
    abbr,
    days,
    entityLead,
    serviceLeadLetter: flags.includes("S"),
    nameChangeLetter: flags.includes("N"),
    accessInfoMayDiffer: !flags.includes("M"),
    preApprovalAtOldProviderFirst: flags.includes("M"),
    nonLocalId,
    minAge: { unit, person },
    maxServicesPerOrder: { unit: most, person: mostOfPerson },
    shellDirectAdd: { default: false, huawei: flags.includes("H") },
  };
}

/** The 31 mainland provinces in the order of GB/T 2260. */
export const MASTER: readonly ProvinceColumns[] = [
  row("110000", "北京", "Beijing", "京", [15, 17], "FREE", "NH", "UNSPECIFIED", [18, 18]),
  row("120000", "天津", "Tianjin", "津", [4, 11], "MUST_LEGAL_REP", "SNH", "UNSPECIFIED", [18, 16]),
  row("130000", "河北", "Hebei", "冀", [8, 11], "MUST_LEGAL_REP", "", "ALLOWED_WITH_LOCAL_PHONE", [18, 18]),
  row("140000", "山西", "Shanxi", "晋", [15, 19], "MUST_LEGAL_REP", "H", "LOCAL_ID_ONLY", [18, 18]),
  row(
    "150000",
    "内蒙古",
    "Inner Mongolia",
    "蒙",
    [12, 19],
    "MUST_LEGAL_REP",
    "NM",
    "LOCAL_ID_ONLY",
    [18, 18],
  ),
  row("210000", "辽宁", "Liaoning", "辽", [9, 10], "FREE", "NMH", "UNSPECIFIED", [18, 18]),
  row("220000", "吉林", "Jilin", "吉", [6, 11], "LETTER_ENTITY_LEAD", "N", "RESIDENCE_PROOF", [null, null]),
  row("230000", "黑龙江", "Heilongjiang", "黑", [10, 11], "MUST_LEGAL_REP", "", "LOCAL_ID_ONLY", [18, 18]),
  row("310000", "上海", "Shanghai", "沪", [3, 4], "MUST_LEGAL_REP", "SNH", "RESIDENCE_PROOF", [18, null]),
  row("320000", "江苏", "Jiangsu", "苏", [9, 30], "LETTER_LEGAL_REP", "NH", "RESIDENCE_PROOF", [18, 16]),
  row("330000", "浙江", "Zhejiang", "浙", [7, 10], "MUST_LEGAL_REP", "NH", "RESIDENCE_PROOF", [18, 18]),
  row("340000", "安徽", "Anhui", "皖", [12, 17], "LETTER_ENTITY_LEAD", "S", "RESIDENCE_PROOF", [18, null]),
  row("350000", "福建", "Fujian", "闽", [6, 9], "MUST_LEGAL_REP", "SN", "RESIDENCE_PROOF", [null, 8]),
  row("360000", "江西", "Jiangxi", "赣", [5, 6], "MUST_LEGAL_REP", "NM", "LOCAL_ID_ONLY", [null, 16]),
  row("370000", "山东", "Shandong", "鲁", [10, 13], "MUST_LEGAL_REP", "", "RESIDENCE_PROOF", [null, null]),
  row("410000", "河南", "Henan", "豫", [7, 11], "MUST_LEGAL_REP", "N", "LOCAL_ID_ONLY", [18, null]),
  row("420000", "湖北", "Hubei", "鄂", [5, 7], "MUST_LEGAL_REP", "SN", "RESIDENCE_PROOF", [18, 18]),
  row("430000", "湖南", "Hunan", "湘", [13, 16], "MUST_LEGAL_REP", "SM", "UNSPECIFIED", [18, 18]),
  row("440000", "广东", "Guangdong", "粤", [7, 9], "MUST_LEGAL_REP", "N", "RESIDENCE_PROOF", [16, null]),
  row("450000", "广西", "Guangxi", "桂", [5, 6], "MUST_LEGAL_REP", "NH", "UNSPECIFIED", [18, 18]),
  row("460000", "海南", "Hainan", "琼", [5, 9], "FREE", "", "UNSPECIFIED", [16, 16]),
  row("500000", "重庆", "Chongqing", "渝", [8, 11], "MUST_LEGAL_REP", "S", "UNSPECIFIED", [null, 16]),
  row("510000", "四川", "Sichuan", "蜀", [11, 12], "LETTER_ENTITY_LEAD", "SNMH", "RESIDENCE_PROOF", [18, 18]),
  row("520000", "贵州", "Guizhou", "黔", [6, 10], "MUST_LEGAL_REP", "SNMH", "RESIDENCE_PROOF", [18, 18]),
  row("530000", "云南", "Yunnan", "滇", [16, 21], "MUST_LEGAL_REP", "NH", "LOCAL_ID_ONLY", [16, 16]),
  row("540000", "西藏", "Tibet", "藏", [6, 9], "MUST_LEGAL_REP", "", "UNSPECIFIED", [18, 18]),
  row("610000", "陕西", "Shaanxi", "陕", [7, 10], "MUST_LEGAL_REP", "SN", "UNSPECIFIED", [18, null]),
  row("620000", "甘肃", "Gansu", "陇", [11, 14], "LETTER_ENTITY_LEAD", "", "LOCAL_ID_ONLY", [18, 18]),
  row("630000", "青海", "Qinghai", "青", [5, 6], "MUST_LEGAL_REP", "", "LOCAL_ID_ONLY", [18, 18]),
  row("640000", "宁夏", "Ningxia", "宁", [4, 6], "MUST_LEGAL_REP", "S", "LOCAL_ID_OR_LEASE", [18, 18]),
  row("650000", "新疆", "Xinjiang", "新", [3, 4], "MUST_LEGAL_REP", "", "LOCAL_ID_ONLY", [18, 18]),
];
