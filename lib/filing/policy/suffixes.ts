import { type Dated, since } from "./editions";

/**
 * Suffixes the state has approved for filing, list of 2020-07-24 (DF §7.3, [T21 备案域名]). The list ages: a provider
 * adds to it by policy override. Category names of government and provinces are listed below `.cn`.
 */
const words = (text: string): readonly string[] => text.split(" ");

const CN_CATEGORIES = words("com.cn net.cn org.cn gov.cn ac.cn edu.cn mil.cn 政务.cn 公益.cn");
const CN_PROVINCES = words(
  "bj tj sh cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn qh nx xj tw hk mo",
).map((label) => `${label}.cn`);
const CHINESE = words(
  "中国 政务 公益 公司 网络 网址 商城 网店 中信 商标 广东 佛山 信息 手机 在线 中文网 集团 我爱你 商店 企业 娱乐 游戏 购物 餐厅 招聘 时尚 移动 网站 联通",
);
const LATIN = words(
  "ren wang citic top sohu xin com net club xyz vip site shop ink info mobi red pro kim ltd group biz auto link work law beer store tech fun online art design wiki love center video social team show cool zone world today city chat company live fund gold plus guru run pub email life co fashion fit luxe yoga baidu cloud host space press website archi asia bio black blue green lotto organic pet pink poker promo ski vote voto icu fans tv cc unicom jpmorgan chase band cab cafe cash fan fyi games market mba news media sale shopping studio tax technology vin",
);

/** What kind of ending it is: `.cn` itself, a category or province below it, a Chinese word, or any other. */
export type SuffixKind = "cn" | "cn-category" | "cn-province" | "chinese" | "latin";
export interface Suffix extends Dated {
  readonly suffix: string;
  readonly kind: SuffixKind;
}

/** The list's own day stands in it. */
const LIST_DAY = "2020-07-24";
const rows = (kind: SuffixKind, suffixes: readonly string[]): readonly Suffix[] =>
  suffixes.map((suffix) => {
    const { source, effectiveFrom } = since("T21: 备案域名", suffix, LIST_DAY);
    return { suffix, kind, source, effectiveFrom };
  });

export const SUFFIX_ROWS: readonly Suffix[] = [
  ...rows("cn", ["cn"]),
  ...rows("cn-category", CN_CATEGORIES),
  ...rows("cn-province", CN_PROVINCES),
  ...rows("chinese", CHINESE),
  ...rows("latin", LATIN),
];

const SHIPPED: ReadonlySet<string> = new Set(SUFFIX_ROWS.map(({ suffix }) => suffix));

/** The shipped list with the provider's additions and withdrawals (typed with or without the dot). */
export function suffixesWith(added: readonly string[], removed: readonly string[]): ReadonlySet<string> {
  if (added.length === 0 && removed.length === 0) return SHIPPED;
  const bare = (word: string) => word.trim().toLowerCase().replace(/^\./, "");
  const all = new Set([...SHIPPED, ...added.map(bare)]);
  for (const word of removed) all.delete(bare(word));
  return all;
}

/** Endings of the state's own bodies: theirs only, DF §7.3. */
export const GOVERNMENT_SUFFIXES: ReadonlySet<string> = new Set(["gov.cn", "政务.cn", "政务"]);
/** Endings of public institutions and other bodies of public benefit. */
export const PUBLIC_BENEFIT_SUFFIXES: ReadonlySet<string> = new Set(["公益.cn", "公益"]);
