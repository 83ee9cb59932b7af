import { LIFE } from "./life-data";
import { applicant } from "./make-applicant";
import type { ApplicantSeed } from "./persona-data";

/**
 * Other customers of the sandbox's provider: nobody plays them (but one of `LIFE`), their orders fill the desks of
 * staff. Invented by the same rules as the personas.
 */
export const EXTRAS: readonly ApplicantSeed[] = [
  applicant("extra-quanpan", {
    account: {
      kind: "unit",
      realName: "济南泉畔样例餐饮管理有限公司",
      idNo: "91370102MA0000B15Q",
      province: "370000",
      address: "山东省济南市历下区样例泉路12号",
    },
    lead: { name: "秦越泉", idNo: "370102198402130018", phone: "13900020001" },
    second: { name: "韩饮墨", idNo: "370102198909230026", phone: "13900020002" },
    domains: ["quanpan-sample.cn", "quanpan-shops.com"],
    server: { name: "menu", kind: "LIGHTHOUSE", publicIp: "203.0.113.101" },
  }),
  applicant("extra-jiangpan", {
    account: {
      kind: "unit",
      realName: "武汉江畔样例物流有限公司",
      idNo: "91420106MA0000B23F",
      province: "420000",
      address: "湖北省武汉市武昌区示范江路88号",
    },
    lead: { name: "袁江畔", idNo: "420106199006220024", phone: "13900020011" },
    domains: ["jiangpan-sample.com"],
    server: { name: "track", kind: "CVM", publicIp: "203.0.113.102" },
  }),
  applicant("extra-shanqian", {
    account: {
      kind: "unit",
      realName: "重庆山前样例机械有限公司",
      idNo: "91500103MA0000B31D",
      province: "500000",
      address: "重庆市渝中区样例坡道7号",
    },
    lead: { name: "蒋山前", idNo: "500103198711090030", phone: "13900020021" },
    domains: ["shanqian-sample.cn"],
    server: { name: "works", kind: "CVM", publicIp: "203.0.113.103" },
  }),
  applicant("extra-luting", {
    account: {
      kind: "unit",
      realName: "厦门鹭汀样例摄影有限公司",
      idNo: "91350203MA0000B4XH",
      province: "350000",
      address: "福建省厦门市思明区示范海路21号",
    },
    lead: { name: "程鹭", idNo: "350203199304150042", phone: "13900020031" },
    domains: ["luting-sample.cn"],
    server: { name: "gallery", kind: "CVM", publicIp: "203.0.113.104" },
  }),
  applicant("extra-yanhang", {
    account: {
      kind: "unit",
      realName: "西安雁行样例信息技术有限公司",
      idNo: "91610113MA0000B58F",
      province: "610000",
      address: "陕西省西安市雁塔区样例科创路3号",
    },
    lead: { name: "白雁行", idNo: "61011319811025005X", phone: "13900020041" },
    domains: ["yanhang-sample.com"],
    server: { name: "portal", kind: "CVM", publicIp: "203.0.113.105" },
  }),
  applicant("extra-lizhi", {
    account: {
      kind: "unit",
      realName: "广州荔湾样例家居有限公司",
      idNo: "91440106MA0000B665",
      province: "440000",
      address: "广东省广州市天河区样例荔路5号",
    },
    lead: { name: "梁荔", idNo: "440106199512010066", phone: "13900020051" },
    domains: ["liwan-sample.cn"],
    server: { name: "shop", kind: "CVM", publicIp: "203.0.113.106" },
  }),
  applicant("extra-mengxia", {
    account: {
      kind: "person",
      realName: "孟夏生",
      idNo: "110105199207180074",
      province: "110000",
      address: "北京市朝阳区示范胡同26号",
    },
    lead: { name: "孟夏生", idNo: "110105199207180074", phone: "13900020061" },
    domains: ["mengxia-notes.cn"],
    server: { name: "notes", kind: "LIGHTHOUSE", publicIp: "203.0.113.107" },
  }),
  ...LIFE,
];
