import type { Source } from "./source";

/** Pages of the newest source (S4) with the day each was last revised, as printed under its heading. */
const S4_PAGES: Readonly<Record<string, string>> = {
  热点问题: "2024-09-03",
  备案号: "2025-04-24",
  备案授权码: "2025-04-24",
  是否需要备案: "2025-04-22",
  如何进行备案: "2025-04-17",
  能否进行备案: "2025-04-17",
  是否影响备案: "2024-06-28",
  部分管局特殊要求: "2025-04-17",
  网络文化经营许可证: "2024-10-29",
  主体信息: "2025-04-22",
  主体负责人信息: "2025-04-22",
  "网站/APP信息": "2025-06-27",
  网站域名: "2025-06-27",
  网站服务内容: "2025-06-27",
  前置审批: "2025-06-27",
  服务负责人: "2025-06-27",
  负责人授权书模板错误: "2025-04-22",
  材料上传: "2025-04-17",
  视频核验: "2025-04-29",
  短信: "2025-04-22",
  短信核验: "2025-04-22",
  短信核验问题: "2025-04-22",
  备案小程序操作: "2025-04-22",
  备案期间: "2024-08-27",
  未接到腾讯云备案初审电话如何处理: "2025-06-05",
  备案审核: "2025-04-17",
  备案审核相关: "2025-04-17",
  备案驳回: "2025-04-22",
  常见驳回原因: "2025-05-08",
  初审驳回关于主体信息问题: "2025-04-22",
  初审驳回关于网站信息问题: "2025-04-24",
  备案信息核查相关: "2024-06-27",
  "APP 备案常见问题": "2025-05-13",
  "APP 服务变更相关": "2024-11-28",
  备案域名相关: "2024-11-25",
  变更备案相关: "2024-10-15",
  接入备案相关: "2025-04-17",
  取消接入相关: "2024-11-27",
  阻断相关: "2025-04-17",
  新增服务相关: "2025-06-27",
  注销备案相关: "2025-05-23",
  备案后咨询: "2024-10-29",
  删除备案信息相关: "2024-05-27",
  其他问题: "2024-09-20",
};

/** The other sources of DF §0.1; a first of a month where only the month or the year is known. */
const TAGS: Readonly<Record<string, string>> = {
  O33: "2005-03-20",
  V30: "2013-10-01",
  S2: "2017-06-01",
  S1: "2018-01-01",
  S3: "2020-06-01",
  S0: "2020-10-01",
  T21: "2021-04-09",
  BC: "2023-01-01",
  "T+": "2023-09-01",
  WX: "2023-09-01",
  TCAM: "2025-09-01",
  H: "2025-11-01",
  GK: "2026-11-21",
  DESIGN: "2026-11-21",
};

/** A value with the day it came into force, `YYYY-MM-DD`, and where it is written. */
export interface Version<T> {
  readonly effectiveFrom: string;
  readonly value: T;
  readonly source: Source;
}
/** Every known version of one fact, oldest first. */
export type Versions<T> = readonly [Version<T>, ...Version<T>[]];

/** What every row of a table carries: where it is written and since when it holds. */
export interface Dated {
  readonly source: Source;
  readonly effectiveFrom: string;
}

/**
 * The day of the source named first: `S4: 网站域名; 备案审核` is as old as the page 网站域名. Throws for a source nobody
 * knows: a typing error, found when the table loads.
 */
function dayOfSource(source: Source): string {
  const [tag = "", heading = ""] = (source.split(";")[0] ?? "").split(": ");
  const day = tag === "S4" ? S4_PAGES[heading] : TAGS[tag];
  if (day === undefined) throw new Error(`no date is known for the source "${source}"`);
  return day;
}

/** Source and its day, for a row. */
export const dated = (source: Source): Dated => ({ source, effectiveFrom: dayOfSource(source) });

/** A version dated by its source, unless another day is known. */
export const since = <T>(source: Source, value: T, effectiveFrom = dayOfSource(source)): Version<T> => ({
  effectiveFrom,
  value,
  source,
});

/** The version in force on a day; the oldest known one before any. */
export function inForce<T>(versions: Versions<T>, day: string): Version<T> {
  let found: Version<T> = versions[0];
  for (const version of versions) if (version.effectiveFrom <= day) found = version;
  return found;
}

/** Older rows first. */
export const byDay = (a: Dated, b: Dated): number =>
  a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0;
