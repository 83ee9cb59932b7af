import { applicant } from "./make-applicant";
import type { ApplicantSeed } from "./persona-data";

/**
 * Customers in the middle of the life after an approval: something is inspected, cancelled, changed, taken over. The
 * first is a persona; the others are nobody's, and fill the desks of staff.
 */
export const LIFE: readonly ApplicantSeed[] = [
  applicant("life-under-way", {
    account: {
      kind: "unit",
      realName: "苏州拾光样例文创有限公司",
      idNo: "91320508MA0000D34R",
      province: "320000",
      address: "江苏省苏州市姑苏区样例桥路16号",
    },
    lead: { name: "苏拾光", idNo: "320508198504160016", phone: "13900010141" },
    second: { name: "顾念桥", idNo: "320508199309200021", phone: "13900010142" },
    domains: ["shiguang-sample.cn", "shiguang-goods.com", "shiguang-fair.cn"],
    server: { name: "shiguang", kind: "CVM", publicIp: "203.0.113.111" },
  }),
  applicant("extra-yuncang", {
    account: {
      kind: "unit",
      realName: "合肥云仓样例供应链有限公司",
      idNo: "91340104MA0000D509",
      province: "340000",
      address: "安徽省合肥市蜀山区样例仓路20号",
    },
    lead: { name: "余仓平", idNo: "340104198403120011", phone: "13900020071" },
    second: { name: "程云舒", idNo: "340104199107250027", phone: "13900020072" },
    domains: ["yuncang-sample.cn"],
    server: { name: "depot", kind: "CVM", publicIp: "203.0.113.112" },
  }),
  applicant("extra-binhai", {
    account: {
      kind: "unit",
      realName: "青岛滨海样例旅游有限公司",
      idNo: "91370202MA0000D77M",
      province: "370000",
      address: "山东省青岛市市南区样例海路33号",
    },
    lead: { name: "于海生", idNo: "370202198709280016", phone: "13900020081" },
    domains: ["binhai-sample.cn"],
    server: { name: "travel", kind: "CVM", publicIp: "203.0.113.113" },
  }),
  applicant("extra-jinghe", {
    account: {
      kind: "unit",
      realName: "天津静河样例乐器有限公司",
      idNo: "91120101MA0000D93M",
      province: "120000",
      address: "天津市和平区样例河沿路9号",
    },
    lead: { name: "穆静河", idNo: "120101197906180011", phone: "13900020091" },
    domains: ["jinghe-sample.com"],
    server: { name: "strings", kind: "LIGHTHOUSE", publicIp: "203.0.113.114" },
  }),
];
