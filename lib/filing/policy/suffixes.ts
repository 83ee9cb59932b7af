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

export const SUFFIXES: ReadonlySet<string> = new Set([
  "cn",
  ...CN_CATEGORIES,
  ...CN_PROVINCES,
  ...CHINESE,
  ...LATIN,
]);

/** Endings of the state's own bodies: theirs only, DF §7.3. */
export const GOVERNMENT_SUFFIXES: ReadonlySet<string> = new Set(["gov.cn", "政务.cn", "政务"]);
/** Endings of public institutions and other bodies of public benefit. */
export const PUBLIC_BENEFIT_SUFFIXES: ReadonlySet<string> = new Set(["公益.cn", "公益"]);
