import type { PreApprovalType, ServiceContent } from "../application/codes";
import type { Source } from "./source";

/**
 * What points at a permit of another authority: words in unit name, business scope and service name, and chosen service
 * contents (DF §6.10, §9 PREAPPROVAL_SCOPE, §12 #44, §15 D28, B23).
 */
export interface PermitTopic {
  /** Stable, for params and readers. */
  readonly id: string;
  /** Any of these permits answers it; the first is the usual one. None: no category of its own. */
  readonly types: readonly PreApprovalType[];
  readonly words: readonly string[];
  readonly source: Source;
}

const topic = (
  id: string,
  types: readonly PreApprovalType[],
  words: string,
  source: Source = "S4: 常见驳回原因; 前置审批",
): PermitTopic => ({ id, types, words: words.split(" "), source });

export const PERMIT_TOPICS: readonly PermitTopic[] = [
  topic("news", [1], "新闻 时政"),
  topic("publishing", [2], "互联网出版 网络出版 电子出版"),
  topic("education", [14, 3], "教育 校外培训 中小学 培训", "S4: 新增服务相关; 网站服务内容 (DF §12 #44)"),
  topic(
    "medical",
    [4],
    "医疗服务 医疗保健 医疗美容 互联网医疗 诊疗 诊所 问诊 医院",
    "S4: 网站服务内容 (DF §12 #44)",
  ),
  topic("drugs", [5], "药品 医药 药房 药店 医疗器械"),
  topic("forum", [6], "论坛 贴吧 聊天室 社区交流", "S4: 如何进行备案 (DF §12 #44)"),
  topic("culture", [9], "网络文化 网络音乐 网络表演 动漫", "S4: 网络文化经营许可证"),
  topic("games", [2, 9], "游戏 手游 网游 电竞", "S4: 如何进行备案; APP 备案常见问题"),
  topic("video", [10], "视听节目 影视 电影 短视频 广播电视 直播"),
  topic("ride", [11], "网约车 网络预约出租", "T21: 前置审批相关"),
  topic(
    "finance",
    [13],
    "金融 贷款 理财 投资 保险 众筹 网贷 证券 期货 支付业务",
    "S4: 部分管局特殊要求; T21: 前置审批相关",
  ),
  topic("religion", [15], "宗教 佛教 道教 基督教 天主教 伊斯兰", "BC; S4: APP 备案常见问题"),
  topic("chemicals", [], "化工 危险品 危险化学品 危化品", "S4: 网站服务内容 (DF §15 D28)"),
];

/** Word of a unit's name or scope for which a province may ask for a promise about culture (DF §5.3 江西). */
export const CULTURE_WORDS: readonly string[] = ["文化"];

/** Goods whose display is not for minors, and what the licence must then say (DF §6.10, §15 B23). */
export const ADULT_WORDS: readonly string[] = ["成人用品", "情趣"];
export const ADULT_SCOPES: readonly string[] = [
  "互联网成人用品信息服务",
  "互联网成人用户交易",
  "互联网成人用品交易",
];
export const ADULT_SOURCE: Source = "S4: 如何进行备案";

/** Service contents that need one of these permits (DF §6.8, §6.10). */
export interface ContentPermit {
  readonly content: ServiceContent;
  readonly types: readonly PreApprovalType[];
  /** Always, or only in common cases: selling for money, or after a province's reading. */
  readonly needed: "always" | "usually";
  readonly source: Source;
}

const needs = (
  content: ServiceContent,
  types: readonly PreApprovalType[],
  needed: ContentPermit["needed"],
  source: Source,
): ContentPermit => ({ content, types, needed, source });

export const CONTENT_PERMITS: readonly ContentPermit[] = [
  needs(1, [6], "usually", "S4: 如何进行备案 (DF §12 #44)"),
  needs(5, [1], "always", "S4: 前置审批; T21: 前置审批相关"),
  needs(10, [13], "usually", "S4: 部分管局特殊要求; T21: 前置审批相关"),
  needs(11, [13], "usually", "S4: 部分管局特殊要求; T21: 前置审批相关"),
  needs(12, [13], "usually", "S4: 部分管局特殊要求; T21: 前置审批相关"),
  needs(13, [2, 9], "always", "S4: 前置审批; 网络文化经营许可证"),
  needs(14, [9, 10], "usually", "S4: 网络文化经营许可证"),
  needs(15, [10, 9], "usually", "S4: 前置审批; T21: 前置审批相关"),
  needs(16, [9, 10], "usually", "S4: 网络文化经营许可证"),
  needs(21, [3, 14], "usually", "S4: 网站服务内容 (DF §12 #44)"),
];

/** Contents that are finance, for promises of provinces. */
export const FINANCE_CONTENTS: readonly number[] = [10, 11, 12];
/** 网络游戏. */
export const GAME_CONTENT = 13 satisfies ServiceContent;
/** 互联网金融, 文化 and 出版 among the permits. */
export const FINANCE_PERMIT = 13 satisfies PreApprovalType;
export const CULTURE_PERMIT = 9 satisfies PreApprovalType;
export const PUBLISHING_PERMIT = 2 satisfies PreApprovalType;
