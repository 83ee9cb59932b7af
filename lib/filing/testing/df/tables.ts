/**
 * Tables of domain-facts.md §6.6–§6.11, §7.3 and §8, typed from the document and not from the code: what the policy is
 * compared with. One row a line, columns by spaces.
 */

/** §6.6: id, official term. */
export const DF_NATURES = `
1 国防机构
2 政府机关
3 事业单位
4 企业
5 个人
6 社会团体
9 民办非企业单位
10 基金会
11 律师执业机构
12 外国在华文化中心
13 群众性团体组织
14 司法鉴定机构
15 宗教团体
16 境外机构
17 医疗机构
18 公证机构
19 集体经济
20 仲裁机构
`;

/** §6.7: nature, certificates in the printed order. */
export const DF_CERTIFICATES = `
1 5 23
2 13 9
3 4 15 3
4 1 12 34 27
5 2 7 11 14 30 41 42
6 6 10
9 17 16 36 37
10 19 18
11 21 20
12 22
13 24
14 28
15 25
16 35
17 38
18 39
19 43
20 44
`;

/** §6.8: group, id, official term. */
export const DF_CONTENTS = `
500 1 即时通信
500 2 搜索引擎
500 3 综合门户
500 4 网上邮局
501 5 网络新闻
501 6 博客/个人空间
501 7 网络广告/信息
501 8 单位门户网站
502 9 网络购物
502 10 网上支付
502 11 网上银行
502 12 网上炒股/股票基金
503 13 网络游戏
503 14 网络音乐
503 15 网络影视
503 16 网络图片
503 17 网络软件/下载
504 18 网上求职
504 19 网上交友/婚介
504 20 网上房产
504 21 网络教育
504 22 网站建设
504 23 WAP
504 24 其他
`;

/** §6.9: id, language. */
export const DF_LANGUAGES = `
1 中文简体
2 中文繁体
3 维吾尔语
4 哈萨克语
5 柯尔克孜语
6 蒙古语
7 藏语
8 壮语
9 朝鲜语
10 彝文
11 苗语
12 英语
13 日语
14 法语
15 俄罗斯语
16 西班牙语
17 阿拉伯语
`;

/** §6.10: id (the last one only [BC] lists), bit of the old interface, abolished nationally (§12 #44). */
export const DF_PRE_APPROVALS = `
1 1 no
2 2 no
3 4 yes
4 8 yes
5 16 no
6 32 yes
9 256 no
10 512 no
11 2048 no
13 4096 no
14 8192 no
15 16384 no
`;

/** §8: code, kinds of orders, sides. */
export const DF_MATERIALS = `
ORG_CERT FNAC 1
PERSON_ID FNAC 2
ENTITY_LEAD_ID FNAC 2
SERVICE_LEAD_ID FNAC 2
LEGAL_REP_ID FNACX 2
VIDEO_CHECK FNAC 1
LETTER_ENTITY_LEAD FNAC 1
LETTER_LEGAL_REP FNAC 1
LETTER_SERVICE_LEAD FNAC 1
LETTER_SERVICE_LEAD_SH FNAC 1
NAME_CHANGE_LETTER C 1
DOMAIN_CERT FNAC 1
DOMAIN_REALNAME_SHOT FNA 1
DOMAIN_HOLDER_PROOF FNAC 1
RESIDENCE_PROOF FNAC 1
COMMITMENT FNAC 1
JS_NOTICE FNAC 1
JS_COMMITMENT FNAC 1
JS_VIDEO FNAC 1
PARTY_LETTER FNA 1
SITE_PLAN FNAC 1
MULTI_DOMAIN_STATEMENT FNA 1
PREAPPROVAL_FILE FNAC 1
PREAPPROVAL_NOT_INVOLVED FNAC 1
FINANCE_PROMISE FNAC 1
CULTURE_PROMISE FNAC 1
GAME_NUMBER FNAC 1
GAME_AUTHORIZATION FNAC 1
TEST_GAME_AID FNAC 1
APP_ICON FNAC 1
MEDICAL_LICENSE FNAC 1
TRAVEL_LICENSE FNAC 1
PUBLIC_BODY_FORM FNAC 1
GUARDIAN_DOC FNAC 1
CANCEL_STATEMENT_P X 1
CANCEL_STATEMENT_U X 1
HANDHELD_ID X 2
OTHER FNACX 1
`;

/** §7.3: the list of 2020-07-24, as printed. */
export const DF_SUFFIXES = `
cn com.cn net.cn org.cn gov.cn ac.cn edu.cn mil.cn 政务.cn 公益.cn
bj.cn tj.cn sh.cn cq.cn he.cn sx.cn nm.cn ln.cn jl.cn hl.cn js.cn zj.cn ah.cn fj.cn jx.cn sd.cn ha.cn hb.cn hn.cn gd.cn
gx.cn hi.cn sc.cn gz.cn yn.cn xz.cn sn.cn qh.cn nx.cn xj.cn tw.cn hk.cn mo.cn
中国 政务 公益 公司 网络 网址 商城 网店 中信 商标 广东 佛山 信息 手机 在线 中文网 集团 我爱你 商店 企业 娱乐 游戏 购物 餐厅
招聘 时尚 移动 网站 联通
ren wang citic top sohu xin com net club xyz vip site shop ink info mobi red pro kim ltd group biz auto link work law
beer store tech fun online art design wiki love center video social team show cool zone world today city chat company
live fund gold plus guru run pub email life co fashion fit luxe yoga baidu cloud host space press website archi asia
bio black blue green lotto organic pet pink poker promo ski vote voto icu fans tv cc unicom jpmorgan chase band cab
cafe cash fan fyi games market mba news media sale shopping studio tax technology vin
`;

export const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
