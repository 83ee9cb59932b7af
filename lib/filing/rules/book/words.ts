import { ADULT_WORDS, CULTURE_WORDS, PERMIT_TOPICS, type PermitTopic } from "../../policy/permit-topics";
import { PLACES, type Place } from "../../policy/places";
import { wordScanner } from "../word-scan";

/** Word lists of the naming rules (DF §5.3, §7.5). Short on purpose: false alarms cost trust. */
const list = (text: string): readonly string[] => text.split(" ");

/** Kept for state bodies. */
const STATE_WORDS = list("中国 中华 国家 中央 国务院 全国");
/** The same for domains, where only these are named [S4: 部分管局特殊要求]. */
export const STATE_DOMAIN_WORDS = list("中国 国家 国际");

const SENSITIVE_WORDS = list("反腐 赌博 博彩 赌场 色情 彩票 毒品 枪支 代孕 私家侦探");
export const SENSITIVE_DOMAIN_WORDS: readonly string[] = [...SENSITIVE_WORDS, "casino", "porn"];

/** Words a personal site may not carry: forum, blog, industry, organisation and trade words. */
const PERSONAL_WORDS = list(
  "论坛 社区 博客 公司 集团 企业 工作室 事务所 协会 商会 组织 联盟 平台 门户 商城 商店 购物 购买 买卖 交易 优惠券 电子商务 产品 行业 科技 传媒 广告",
);

export const GENERIC_NAMES: ReadonlySet<string> = new Set(
  list(
    "个人空间 个人博客 个人网站 个人主页 我的网站 网站首页 公司网站 企业网站 官方网站 手机应用 手机软件 手机客户端",
  ),
);

/** Prices and advertising in the name of an APP [H: App备案咨询]. */
const PROMO_WORDS = list("免费 特价 优惠 打折 折扣 秒杀 促销 包邮 返利 红包 低价 限时");
/** APPs everybody knows; another's name does not pass [H: App备案咨询]. */
const KNOWN_APPS = list("微信 支付宝 淘宝 抖音 快手 微博 QQ 京东 拼多多 美团 百度 钉钉 小红书 哔哩哔哩");

/** What a word stands for. */
export type Tag =
  | { readonly list: "state" | "sensitive" | "personal" | "promo" | "known-app" | "culture" | "adult" }
  | { readonly list: "place"; readonly place: Place }
  | { readonly list: "topic"; readonly topic: PermitTopic };

const tagged = (words: readonly string[], tag: Tag) => words.map((word) => [word, tag] as const);

/** All lists at once; names, unit name and business scope are read one time each. */
export const scanWords = wordScanner<Tag>([
  ...tagged(STATE_WORDS, { list: "state" }),
  ...tagged(SENSITIVE_WORDS, { list: "sensitive" }),
  ...tagged(PERSONAL_WORDS, { list: "personal" }),
  ...tagged(PROMO_WORDS, { list: "promo" }),
  ...tagged(KNOWN_APPS, { list: "known-app" }),
  ...tagged(CULTURE_WORDS, { list: "culture" }),
  ...tagged(ADULT_WORDS, { list: "adult" }),
  ...PLACES.map((place) => [place.name, { list: "place", place }] as const),
  ...PERMIT_TOPICS.flatMap((topic) => tagged(topic.words, { list: "topic", topic })),
]);
