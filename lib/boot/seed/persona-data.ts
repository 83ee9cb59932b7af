import type { Role } from "@/lib/filing/access";
import type { CertType, Nature } from "@/lib/filing/application/codes";

/**
 * The invented people of the sandbox. Every number is synthetic and formed by the published rules (DF §7): right check
 * digits, nobody's document. Domains are registered here to the account, verified long ago; servers are prepaid.
 * Nothing here is used in production mode.
 */
export interface PersonSeed {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
}

export interface ResourceSeed {
  readonly name: string;
  readonly kind: "CVM" | "LIGHTHOUSE";
  readonly publicIp: string;
  /** Province code of the data centre. */
  readonly province: string;
}

export interface ApplicantSeed {
  readonly id: string;
  readonly email: string;
  readonly account: {
    readonly kind: "unit" | "person";
    /** Left out: an enterprise with its licence, or a person with a resident ID. */
    readonly nature?: Nature;
    readonly certType?: CertType;
    /** Of the unit, or of the person: what the account's real-name check verified. */
    readonly realName: string;
    readonly idNo: string;
    /** Province the organiser files in (备案地域). */
    readonly province: string;
    readonly address: string;
  };
  /** Legal representative of a unit, or the person himself; also the account's security phone. */
  readonly lead: PersonSeed;
  /** Somebody else of the unit, for a second responsible person. */
  readonly second: PersonSeed | null;
  readonly domains: readonly string[];
  readonly resources: readonly ResourceSeed[];
}

export interface StaffSeed {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Exclude<Role, "applicant">[];
}

export const APPLICANTS = [
  {
    id: "fresh-unit",
    email: "fresh-unit@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "杭州云杉示范科技有限公司",
      idNo: "91330106MA0000A19Q",
      province: "330000",
      address: "浙江省杭州市西湖区示范路1号3幢201室",
    },
    lead: { name: "沈若溪", idNo: "330106198805120015", phone: "13900010001" },
    second: { name: "周明远", idNo: "330106199102030026", phone: "13900010002" },
    domains: ["yunshan-demo.cn", "yunshan-shop.com", "yunshan-docs.net"],
    resources: [
      { name: "web-01", kind: "CVM", publicIp: "203.0.113.11", province: "310000" },
      { name: "web-02", kind: "CVM", publicIp: "203.0.113.12", province: "310000" },
    ],
  },
  {
    id: "fresh-person",
    email: "fresh-person@sandbox.invalid",
    account: {
      kind: "person",
      realName: "顾知夏",
      idNo: "310115199306080044",
      province: "310000",
      address: "上海市浦东新区示范街18号602室",
    },
    lead: { name: "顾知夏", idNo: "310115199306080044", phone: "13900010011" },
    second: null,
    domains: ["guzhixia-notes.cn", "zhixia-photo.com"],
    resources: [{ name: "notes", kind: "LIGHTHOUSE", publicIp: "203.0.113.21", province: "310000" }],
  },
  {
    id: "draft-half",
    email: "draft-half@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "成都青禾样例文化有限公司",
      idNo: "91510104MA0000A6X4",
      province: "510000",
      address: "四川省成都市锦江区样例大道66号5楼",
    },
    lead: { name: "罗青禾", idNo: "510104199008150022", phone: "13900010021" },
    second: { name: "何一舟", idNo: "110105198206300033", phone: "13900010022" },
    domains: ["qinghe-sample.cn", "qinghe-books.com"],
    resources: [{ name: "site", kind: "CVM", publicIp: "203.0.113.31", province: "510000" }],
  },
  {
    id: "draft-app",
    email: "draft-app@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "长沙麓山样例科技有限公司",
      idNo: "91430104MA0000A78M",
      province: "430000",
      address: "湖南省长沙市岳麓区样例路27号4楼",
    },
    lead: { name: "肖麓山", idNo: "430104199008170031", phone: "13900010101" },
    second: null,
    domains: ["lushan-sample.cn"],
    resources: [{ name: "api", kind: "CVM", publicIp: "203.0.113.91", province: "430000" }],
  },
  {
    id: "rejected-two",
    email: "rejected-two@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "深圳蓝湾样例贸易有限公司",
      idNo: "91440305MA0000A355",
      province: "440000",
      address: "广东省深圳市南山区样例路9号A座1203",
    },
    lead: { name: "陈蓝", idNo: "440305198509170034", phone: "13900010031" },
    second: { name: "吴海宁", idNo: "44030519940228006X", phone: "13900010032" },
    domains: ["lanwan-sample.cn", "lanwan-trade.com"],
    resources: [{ name: "shop", kind: "CVM", publicIp: "203.0.113.41", province: "440000" }],
  },
  {
    id: "sms-waiting",
    email: "sms-waiting@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "南京松果样例软件有限公司",
      idNo: "91320102MA0000A516",
      province: "320000",
      address: "江苏省南京市玄武区样例巷5号",
    },
    lead: { name: "许松", idNo: "320102198704210014", phone: "13900010041" },
    second: { name: "杜果", idNo: "410105198912120073", phone: "13900010042" },
    domains: ["songguo-sample.cn", "songguo-app.com"],
    resources: [{ name: "songguo", kind: "CVM", publicIp: "203.0.113.51", province: "320000" }],
  },
  {
    id: "at-authority",
    email: "at-authority@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "北京北辰样例管理咨询有限公司",
      idNo: "91110108MA0000015T",
      province: "110000",
      address: "北京市海淀区样例东路7号院2号楼",
    },
    lead: { name: "方北辰", idNo: "110101199003070011", phone: "13900010051" },
    second: { name: "宋微", idNo: "11010119900307002X", phone: "13900010052" },
    domains: ["beichen-sample.cn", "beichen-edu.com"],
    resources: [{ name: "portal", kind: "CVM", publicIp: "203.0.113.61", province: "110000" }],
  },
  {
    id: "filed",
    email: "filed@sandbox.invalid",
    account: {
      kind: "unit",
      realName: "上海观澜样例设计有限公司",
      idNo: "91310115MA0000A432",
      province: "310000",
      address: "上海市浦东新区样例路300号",
    },
    lead: { name: "江观澜", idNo: "310115198007040080", phone: "13900010061" },
    second: { name: "叶知秋", idNo: "330106199501010057", phone: "13900010062" },
    domains: ["guanlan-sample.cn", "guanlan-design.com", "guanlan-works.net"],
    resources: [
      { name: "studio", kind: "CVM", publicIp: "203.0.113.71", province: "310000" },
      { name: "works", kind: "CVM", publicIp: "203.0.113.72", province: "310000" },
    ],
  },
] as const satisfies readonly ApplicantSeed[];

export const STAFF = [
  { id: "reviewer-lin", email: "reviewer-lin@sandbox.invalid", displayName: "林岚", roles: ["reviewer"] },
  { id: "reviewer-zhao", email: "reviewer-zhao@sandbox.invalid", displayName: "赵恒", roles: ["reviewer"] },
  { id: "supervisor", email: "supervisor@sandbox.invalid", displayName: "唐越", roles: ["supervisor"] },
  { id: "admin", email: "admin@sandbox.invalid", displayName: "韩青", roles: ["admin"] },
  { id: "officer", email: "officer@sandbox.invalid", displayName: "白川", roles: ["officer"] },
] as const satisfies readonly StaffSeed[];

/** One password for all of them: it opens nothing but a sandbox, and only what one click opens anyway. */
export const PERSONA_PASSWORD = "sandbox-only-password";
