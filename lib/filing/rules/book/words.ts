import type { PreApprovalType } from "../../application/codes";

/** Word lists of the naming and pre-approval rules (DF §5.3, §6.10, §7.5). Short on purpose: false alarms cost trust. */
export const STATE_WORDS: readonly string[] = ["中国", "中华", "国家", "中央", "国务院", "全国"];

export const SENSITIVE_WORDS: readonly string[] = [
  "反腐",
  "赌博",
  "博彩",
  "色情",
  "彩票",
  "毒品",
  "枪支",
  "代孕",
  "私家侦探",
];

/** Words a personal site may not carry: forum, blog, industry, organisation and trade words. */
export const PERSONAL_WORDS: readonly string[] = [
  "论坛",
  "社区",
  "博客",
  "公司",
  "集团",
  "企业",
  "工作室",
  "事务所",
  "协会",
  "商会",
  "组织",
  "联盟",
  "平台",
  "门户",
  "商城",
  "商店",
  "购物",
  "购买",
  "买卖",
  "交易",
  "优惠券",
  "电子商务",
  "产品",
  "行业",
  "科技",
  "传媒",
  "广告",
];

export const GENERIC_NAMES: readonly string[] = [
  "个人空间",
  "个人博客",
  "个人网站",
  "个人主页",
  "我的网站",
  "网站首页",
  "公司网站",
  "企业网站",
  "官方网站",
];

/** Words in name or business scope that point at a permit of another authority. */
export const PRE_APPROVAL_WORDS: readonly {
  readonly type: PreApprovalType;
  readonly words: readonly string[];
}[] = [
  { type: 1, words: ["新闻", "时政"] },
  { type: 2, words: ["互联网出版", "网络出版", "电子出版"] },
  { type: 3, words: ["学历教育"] },
  { type: 4, words: ["医疗服务", "诊疗", "医院", "互联网医疗"] },
  { type: 5, words: ["药品", "医疗器械"] },
  { type: 6, words: ["论坛", "社区交流"] },
  { type: 9, words: ["网络文化", "游戏", "网络音乐", "动漫"] },
  { type: 10, words: ["视听节目", "影视", "广播电视", "直播"] },
  { type: 11, words: ["网约车", "网络预约出租"] },
  { type: 13, words: ["金融", "贷款", "理财", "投资", "保险", "众筹", "支付业务"] },
  { type: 14, words: ["校外培训", "中小学", "培训"] },
  { type: 15, words: ["宗教"] },
];
