import { type Dated, dated } from "../editions";
import type { ProvinceAdvice, ProvinceNote } from "../province-advice";
import type { Source } from "../types";

/** Advice fields a source may set; notes and what is derived have their own way. */
export type AdviceFields = Omit<ProvinceAdvice, "notes" | "authoritative" | "commitment">;
/** Id, whom it is for, where it is shown, level. */
type NoteLine = readonly [
  id: string,
  who: ProvinceNote["for"],
  at: ProvinceNote["at"],
  level: ProvinceNote["level"],
];

/** What one source says of one province. */
export interface AdviceBlock extends Dated {
  readonly set: Partial<AdviceFields>;
  readonly notes: readonly ProvinceNote[];
}

/** A block of advice. */
export const says = (
  source: Source,
  set: Partial<AdviceFields>,
  notes: readonly NoteLine[] = [],
): AdviceBlock => ({
  ...dated(source),
  set,
  notes: notes.map(([id, who, at, level]) => ({ id, for: who, at, level, source })),
});

/** The province's own page of 2021. */
export const page = (name: string, set: Partial<AdviceFields>, notes: readonly NoteLine[] = []) =>
  says(`T21: 各省管局要求/${name}`, set, notes);
/** What Huawei's knowledge base says of the province. */
export const huawei = (name: string, set: Partial<AdviceFields>, notes: readonly NoteLine[] = []) =>
  says(`H: 各省要求/${name}`, set, notes);

/** A province's wish for units and persons alike, or for one of them only. */
export const both = <T>(value: T) => ({ unit: value, person: value });
export const unitOnly = (value: number) => ({ unit: value, person: null });
export const personOnly = (value: number) => ({ unit: null, person: value });

/** Naming rules on top of the general ones. */
export const naming = (more: Partial<ProvinceAdvice["serviceName"]>): ProvinceAdvice["serviceName"] => ({
  refusedWords: both([]),
  minHan: both(null),
  latin: both(null),
  noRegions: false,
  notDomainNorPerson: false,
  ...more,
});

/** Words that name the kind of a site instead of the site (天津, 山东). */
export const FORMAT_WORDS: readonly string[] =
  "资讯 网站 网络 网址 爱好者 作品展示 论坛 社区 工作室 平台 主页 热线 社团 导航 分享".split(" ");
