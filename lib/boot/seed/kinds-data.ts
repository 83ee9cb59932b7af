import { ELSEWHERE } from "./elsewhere-data";
import { applicant } from "./make-applicant";
import type { ApplicantSeed } from "./persona-data";

/** Personas of other kinds than a company that files here from the start, or a person at home; before their first order. */
export const KINDS: readonly ApplicantSeed[] = [
  applicant("fresh-government", {
    account: {
      kind: "unit",
      nature: 2,
      certType: 13,
      realName: "成都市锦江区样例街道办事处",
      idNo: "11510104MB0000C15A",
      province: "510000",
      address: "四川省成都市锦江区样例政务路1号",
    },
    lead: { name: "邓政清", idNo: "510104197903050010", phone: "13900010071" },
    domains: ["yangli-office.gov.cn"],
    server: { name: "office", kind: "CVM", publicIp: "203.0.113.81" },
  }),
  applicant("fresh-institution", {
    account: {
      kind: "unit",
      nature: 3,
      certType: 4,
      realName: "杭州样例图书馆",
      idNo: "12330106MB0000C15Y",
      province: "330000",
      address: "浙江省杭州市西湖区样例书院路6号",
    },
    lead: { name: "陆书言", idNo: "330106198506210029", phone: "13900010081" },
    domains: ["yangli-library.cn"],
    server: { name: "library", kind: "CVM", publicIp: "203.0.113.82" },
  }),
  applicant("fresh-away", {
    account: {
      kind: "person",
      realName: "丁远帆",
      idNo: "410105199104120010",
      province: "440000",
      address: "广东省深圳市南山区样例街8号1单元301",
    },
    lead: { name: "丁远帆", idNo: "410105199104120010", phone: "13900010091" },
    domains: ["dingyuanfan-notes.cn"],
    server: { name: "notes", kind: "LIGHTHOUSE", publicIp: "203.0.113.83" },
  }),
  ...ELSEWHERE,
];
