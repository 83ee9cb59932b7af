import { goodDomain, validEnterprise, validWebsite } from "../../testing/fixtures";
import {
  advised,
  appOnly,
  facts,
  type LookCase,
  mySite,
  S,
  site,
  typed,
  unit,
  validApp,
} from "../../testing/look";
import { DOMAIN_FACT_CASES } from "./domain-facts";

const D = S("domain");
const A = "services[svc_app001].domains[dom_0001].domain";
const named = (name: string) => site({ domain: name });
const inProvince = (province: string, name: string, nature?: 3) =>
  site({ domain: name }, { province, ...(nature ? { nature } : {}) });
const appDomain = (name: string) => appOnly({ domains: [{ id: "dom_0001", domain: name }] });
const twoSites = (first: string, second: string, entity = {}) =>
  unit(entity, {
    services: [validWebsite({ domain: first }), validWebsite({ id: "svc_site02", domain: second })],
  });
const owned = (name: string, ownerName: string) =>
  facts(
    { domains: { [name]: goodDomain({ ownerName }) } },
    validEnterprise({ services: [validWebsite({ domain: name })] }),
  );

const FORM: readonly LookCase[] = [
  ["domain.form", "good", named("qinghe-demo.com"), []],
  ["domain.form", "www", named("www.qinghe-demo.com"), [`subdomain@${D}`]],
  ["domain.form", "address", named("203.0.113.1"), [`ip@${D}`]],
  ["domain.form", "no suffix", named("qinghe"), [`no-suffix@${D}`]],
  ["domain.form", "sign", named("qing_he.com"), [`form@${D}`]],
  ["domain.form", "4 characters", named("a.cn"), []],
  ["domain.form", "3 characters", named("a.b"), [`length@${D}`]],
  ["domain.form", "64 in a label", named(`${"a".repeat(64)}.com`), [`form@${D}`]],
  ["domain.form", "gov.cn, level 4", named("a.qinghe.gov.cn"), []],
  ["domain.form", "gov.cn, level 5", named("b.a.qinghe.gov.cn"), [`levels@${D}`]],
  ["domain.form", "APP, level 4", appDomain("shenzhen.beian.qinghe.com"), []],
  ["domain.form", "APP, level 5", appDomain("a.shenzhen.beian.qinghe.com"), [`levels@${A}`]],
  ["domain.form", "APP, www", appDomain("www.qinghe.com"), []],
  ["domain.suffix", ".io", named("qinghe.io"), [D]],
  ["domain.suffix", ".中", named("青禾.中"), [D]],
  ["domain.suffix", ".公司", named("青禾.公司"), []],
  ["domain.suffix", ".公司 in punycode", named("xn--2lzs91d.xn--55qx5d"), []],
  ["domain.suffix", "APP", appDomain("api.qinghe.io"), [A]],
  ["domain.province-suffix", "北京 .asia", named("qinghe.asia"), [D]],
  ["domain.province-suffix", "广东 .asia", inProvince("440000", "qinghe.asia"), []],
  ["domain.province-suffix", "北京 .io is nobody's", named("qinghe.io"), []],
  [
    "domain.duplicate",
    "twice",
    twoSites("qinghe-demo.com", "QINGHE-demo.com"),
    ["services[svc_site02].domain"],
  ],
  [
    "domain.duplicate",
    "Chinese and punycode",
    twoSites("青禾.公司", "xn--2lzs91d.xn--55qx5d"),
    ["services[svc_site02].domain"],
  ],
  ["domain.duplicate", "two", twoSites("qinghe-demo.com", "qinghe-two.com"), []],
  [
    "domain.duplicate",
    "website and APP",
    unit(
      {},
      {
        services: [validWebsite(), validApp({ domains: [{ id: "dom_0001", domain: "qinghe-demo.com" }] })],
      },
    ),
    [],
  ],
];

const NATURE: readonly LookCase[] = [
  ["domain.government-suffix", "company", named("qinghe.gov.cn"), [D]],
  ["domain.government-suffix", "company, Chinese", named("青禾.政务"), [D]],
  ["domain.government-suffix", "government", site({ domain: "qinghe.gov.cn" }, { nature: 2 }), []],
  ["domain.government-suffix", "charity name of a company", named("青禾.公益"), [`public-benefit@${D}`]],
  [
    "domain.government-suffix",
    "charity name of a person",
    mySite({ domain: "青禾.公益" }),
    [`public-benefit@${D}`],
  ],
  [
    "domain.government-suffix",
    "charity name of a foundation",
    site({ domain: "青禾.公益" }, { nature: 10 }),
    [],
  ],
  ["domain.government-must", "government on .com", unit({ nature: 2 }), [D]],
  ["domain.government-must", "government on gov.cn", site({ domain: "qinghe.gov.cn" }, { nature: 2 }), []],
  ["domain.government-must", "company on .com", unit(), []],
  [
    "domain.government-one-each",
    "two Latin names",
    twoSites("a1.gov.cn", "b1.gov.cn", { nature: 2 }),
    ["services[svc_site02].domain"],
  ],
  ["domain.government-one-each", "one each", twoSites("a1.gov.cn", "青禾.政务", { nature: 2 }), []],
  ["domain.public-institution", ".com", inProvince("110000", "qinghe.com", 3), [D]],
  ["domain.public-institution", ".cn", inProvince("110000", "qinghe.cn", 3), []],
  ["domain.public-institution", "com.cn", inProvince("110000", "qinghe.com.cn", 3), []],
  ["domain.public-institution", ".公益", inProvince("110000", "青禾.公益", 3), []],
  ["domain.body-name", "of another body", owned("qinghe.gov.cn", "某某局"), [D]],
  ["domain.body-name", "its own", owned("qinghe.gov.cn", "北京青禾文具有限公司"), []],
  ["domain.body-name", "not reserved", owned("qinghe.com", "某某局"), []],
];

const WORDS: readonly LookCase[] = [
  ["domain.state-words", "中国 in 北京", named("中国青禾.com"), [D]],
  ["domain.state-words", "in punycode", named(new URL("http://国际青禾.com").hostname), [D]],
  ["domain.state-words", "state unit", inProvince("110000", "中国青禾.cn", 3), []],
  ["domain.state-words", "other province", inProvince("440000", "中国青禾.com"), []],
  ["domain.state-words", "suffix .中国", named("青禾.中国"), []],
  ["domain.permit-words", "上海 game", inProvince("310000", "qinghegame.com"), [D]],
  ["domain.permit-words", "北京 game", named("qinghegame.com"), []],
  [
    "domain.permit-words",
    "explained",
    site(
      { domain: "qinghegame.com", remark: "域名中的单词指文具拼图，不是网络产品。" },
      { province: "310000" },
    ),
    [],
  ],
  [
    "domain.permit-words",
    "permit",
    site({ domain: "qinghegame.com", preApprovals: [{ id: "pre_0001", type: 9 }] }, { province: "310000" }),
    [],
  ],
  ["domain.sensitive-words", "casino", named("qinghe-casino.com"), [D]],
  ["domain.sensitive-words", "Chinese", named("青禾博彩.com"), [D]],
  ["domain.sensitive-words", "none", unit(), []],
];

export const DOMAIN_CASES: readonly LookCase[] = [
  ...FORM,
  ...NATURE,
  ...WORDS,
  ...DOMAIN_FACT_CASES,
  [
    "domain.province-suffix",
    "a province that blocks",
    advised({ authoritative: ["suffixesRefused"] }, named("qinghe.asia")),
    [D],
  ],
  ["domain.government-must", "filed already", typed("CHANGE_SERVICE", unit({ nature: 2 })), [D]],
];
