import type { ApplicationDraft, PersonDraft, WebsiteDraft } from "@/lib/filing/application/draft";
import type { RuleContext } from "@/lib/filing/rules/types";
import { contextOf, goodDomain, goodFacts, goodServer } from "@/lib/filing/testing/fixtures";

/**
 * What the bench checks: an enterprise with ten websites, four people, permits, addresses and two languages, complete
 * and clean, with every fact and every material. Identities are the synthetic vectors of domain-facts.md §7.
 */
const NAME = "深圳市青禾文具行";
const IDS = ["440305198507120017", "110101199003070011", "11010119900307002X", "320106197811300016"] as const;
const NAMES = ["方知远", "林小满", "宋砚秋", "程一帆"] as const;
const TOPICS = ["文具", "手帐", "纸张", "画材", "书架", "印章", "信笺", "贺卡", "相册", "礼盒"] as const;

const people: readonly PersonDraft[] = NAMES.map((name, i) => ({
  id: `ppl_lead0${i}`,
  name,
  idType: 2,
  idNo: IDS[i],
  idValidFrom: "2016-05-01",
  idValidTo: "2036-05-01",
  phone1: `1380000001${i}`,
  phone2: `1370000002${i}`,
  emergencyPhone: `1390000003${i}`,
  email: `lead${i}@example.com`,
}));

const website = (topic: string, i: number): WebsiteDraft => ({
  kind: "WEBSITE",
  id: `svc_site0${i}`,
  name: `青禾${topic}选购指南`,
  domain: `qinghe-demo${i}.com`,
  homepageUrl: `https://www.qinghe-demo${i}.com`,
  languages: [1, 4],
  lead: `ppl_lead0${i % NAMES.length}`,
  contents: [8],
  ...(i % 3 === 0
    ? {
        preApprovals: [
          { id: `pre_perm0${i}`, type: 2, permitNo: `新出发粤零字第ND${1000 + i}号`, validTo: "2031-12-31" },
        ],
      }
    : { noPreApproval: true }),
  resource: { kind: "RESOURCE", resourceId: `ins-demo000${i % 2}` },
  accessMethod: 16,
  serverLocation: "440000",
  ips: [`203.0.113.${10 + (i % 2)}`, `198.51.100.${30 + i}`, `2001:db8::${i + 1}`],
  remark: `介绍本单位的${topic}产品、适用场景与门店地址，提供联系方式与常见问题解答，不含论坛、评论和在线交易功能。`,
});

/** The document in a province; only the bench's own comparison asks for another than the strictest. */
export function benchContext(province: string): RuleContext {
  const application: ApplicationDraft = {
    schemaVersion: 1,
    entity: {
      province,
      city: "深圳市",
      district: "福田区",
      nature: 4,
      certType: 1,
      certNo: "92440305MA00000232",
      name: NAME,
      certAddress: "广东省深圳市福田区示例路1号2层201室",
      commAddress: "广东省深圳市福田区示例路1号2层201室",
      investorOrSuperior: "方知远",
      certValidFrom: "2019-03-12",
      certLongTerm: true,
      businessScope: "销售文具用品、办公用品、纸制品；图文设计；礼品包装；出版物零售",
      legalRep: "ppl_lead00",
      entityLead: "ppl_lead00",
      remark: "本单位各网站内容由同一团队维护，分别介绍不同品类的产品。",
    },
    people: [...people],
    services: TOPICS.map(website),
  };
  const facts = {
    ...goodFacts(application),
    domains: Object.fromEntries(
      TOPICS.map((_, i) => [`qinghe-demo${i}.com`, goodDomain({ ownerName: NAME })]),
    ),
    resources: {
      "ins-demo0000": goodServer({ province: "440000" }),
      "ins-demo0001": goodServer({ province: "440000", publicIp: "203.0.113.11" }),
    },
  };
  return contextOf(application, { facts });
}
