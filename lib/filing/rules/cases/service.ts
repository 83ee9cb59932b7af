import { goodServer, validEnterprise, validWebsite } from "../../testing/fixtures";
import { facts, type LookCase, mySite, S, site, unit } from "../../testing/look";
import type { ResourceFact } from "../facts";

const DECLARATION =
  "本网站是个人网站，不含有企业、单位等非个人网站的信息，若在核实中发现网站中含有企业、单位等信息，本人愿接受处罚。";
const H = S("homepageUrl");
const home = (homepageUrl: string, domain = "qinghe-demo.com") => site({ homepageUrl, domain });
const ips = (...list: string[]) => site({ ips: list });
const on = (server: Partial<ResourceFact>, over: Parameters<typeof validWebsite>[0]) =>
  facts(
    { resources: { "ins-demo0001": goodServer(server) } },
    validEnterprise({ services: [validWebsite(over)] }),
  );

const L = S("commercialLicence");
const LICENCES: readonly LookCase[] = [
  ["service.licence-form", "none", unit(), []],
  ...["京ICP证030173号", "京B2-20200001", "A2.B1.B2-20200001", "粤ICP证粤B2-20200001号"].map(
    (number): LookCase => ["service.licence-form", number, site({ commercialLicence: number }), []],
  ),
  ...["京ICP备2020000001号-1", "123", "京B2-2020", "无"].map(
    (number): LookCase => ["service.licence-form", number, site({ commercialLicence: number }), [L]],
  ),
  ["service.licence-person", "a unit", site({ commercialLicence: "京B2-20200001" }), []],
  ["service.licence-person", "a person", mySite({ commercialLicence: "京B2-20200001" }), [L]],
  ["service.licence-person", "a person without", mySite({}), []],
];

const TEXTS: readonly LookCase[] = [
  [
    "service.required",
    "empty",
    site({ domain: "", languages: [], contents: undefined }),
    [`contents@${S("contents")}`, `domain@${S("domain")}`, `languages@${S("languages")}`],
  ],
  ["service.required", "complete", unit(), []],
  ["service.homepage", "other domain", home("https://www.other.com"), [H]],
  ["service.homepage", "no address", home("首页"), [`form@${H}`]],
  ["service.homepage", "a longer name is another domain", home("https://notqinghe-demo.com"), [H]],
  ["service.homepage", "in the path only", home("https://other.com/qinghe-demo.com"), [H]],
  ["service.homepage", "without a scheme", home("shop.qinghe-demo.com/a?b"), []],
  ["service.homepage", "with a port", home("http://qinghe-demo.com:8080"), []],
  ["service.homepage", "Chinese and punycode", home("https://www.xn--2lzs91d.xn--55qx5d", "青禾.公司"), []],
  ["service.remark-length", "14", site({ remark: "一二三四五六七八九十一二三四" }), [S("remark")]],
  ["service.remark-length", "15", site({ remark: "一二三四五六七八九十一二三四五" }), []],
  [
    "service.remark-length",
    "14 with spaces around",
    site({ remark: `  一二三四五六七八九十一二三四${" ".repeat(20)}` }),
    [S("remark")],
  ],
  ["service.remark-length", "14 of two units", site({ remark: "𠮷".repeat(14) }), [S("remark")]],
  ["service.remark-length", "15 of two units", site({ remark: "𠮷".repeat(15) }), []],
  [
    "service.remark-advice",
    "内蒙古 29",
    mySite({ remark: "一".repeat(29) }, { province: "150000" }),
    [`length@${S("remark")}`],
  ],
  [
    "service.remark-advice",
    "内蒙古 30, no declaration",
    mySite({ remark: "一".repeat(30) }, { province: "150000" }),
    [S("remark")],
  ],
  ...["120000", "370000", "150000", "450000", "620000"].flatMap((province): LookCase[] => [
    [
      "service.remark-advice",
      `${province} without declaration`,
      mySite({ remark: "记录旅行摄影作品和拍摄心得体会，写下每一次出行的所见所闻和感想" }, { province }),
      [S("remark")],
    ],
    ["service.remark-advice", `${province} with it`, mySite({ remark: DECLARATION }, { province }), []],
  ]),
  [
    "service.remark-advice",
    "广东 asks none",
    mySite({ remark: "记录旅行摄影作品和拍摄心得" }, { province: "440000" }),
    [],
  ],
  ["service.remark-advice", "units are not asked", site({ remark: "介绍文具" }, { province: "370000" }), []],
];

const CONTENT: readonly LookCase[] = [
  ["service.content-by-nature", "portal of a person", mySite({ contents: [8] }), [S("contents")]],
  ["service.content-by-nature", "one of two", mySite({ contents: [24, 9] }), [S("contents")]],
  ["service.content-by-nature", "blog of a person", mySite({ contents: [6] }), []],
  ["service.content-by-nature", "other of a person", mySite({ contents: [24] }), []],
  ["service.content-by-nature", "shop of a unit", site({ contents: [9] }), []],
  [
    "service.content-advice",
    "江西 wants 8",
    site({ contents: [9] }, { province: "360000" }),
    [`unit-only@${S("contents")}`],
  ],
  ["service.content-advice", "江西 with 8", site({ contents: [8] }, { province: "360000" }), []],
  [
    "service.content-advice",
    "黑龙江 without 24",
    site({ contents: [24] }, { province: "230000" }),
    [`no-other@${S("contents")}`],
  ],
  ...["110000", "150000", "330000", "410000", "520000", "610000"].map(
    (province): LookCase => [
      "service.content-advice",
      `${province} without blogs`,
      mySite({ contents: [6] }, { province }),
      [`no-blog@${S("contents")}`],
    ],
  ),
  ["service.content-advice", "广东 with blogs", mySite({ contents: [6] }, { province: "440000" }), []],
  ["service.content-explained", "湖北, 9", site({ contents: [9] }, { province: "420000" }), [S("remark")]],
  ["service.content-explained", "湖北, 8", site({ contents: [8] }, { province: "420000" }), []],
  ["service.content-explained", "北京", site({ contents: [9] }), []],
  ["service.content-hint", "shop as portal", site({ name: "青禾文具商城" }), [S("contents")]],
  ["service.content-hint", "general portal", site({ contents: [3] }), [`portal@${S("contents")}`]],
  ["service.content-hint", "shop as other", site({ name: "青禾文具商城", contents: [24] }), []],
  ["service.game-number", "game without", site({ contents: [13] }), [S("remark")]],
  [
    "service.game-number",
    "without digits",
    site({ contents: [13], remark: "文具主题的休闲游戏，正在申请版号。" }),
    [S("remark")],
  ],
  [
    "service.game-number",
    "with",
    site({ contents: [13], remark: "文具主题的休闲游戏，版号：国新出审〔2024〕1234号。" }),
    [],
  ],
  ["service.game-number", "no game", unit(), []],
];

const SERVER: readonly LookCase[] = [
  ["service.ip-form", "v4", ips("203.0.113.10"), []],
  ["service.ip-form", "v6", ips("2001:db8::1"), []],
  ["service.ip-form", "v6 in full", ips("2001:db8:0:0:0:0:0:1"), []],
  ["service.ip-form", "none", ips(), []],
  ["service.ip-form", "256", ips("203.0.113.256"), [S("ips")]],
  ["service.ip-form", "three parts", ips("203.0.113"), [S("ips")]],
  ["service.ip-form", "nine groups", ips("1:2:3:4:5:6:7:8:9"), [S("ips")]],
  ["service.ip-form", "two gaps", ips("2001::1::2"), [S("ips")]],
  ["service.ip-form", "a word", ips("localhost"), [S("ips")]],
  ...[
    "10.0.0.1",
    "127.0.0.1",
    "172.16.0.1",
    "172.31.255.1",
    "192.168.0.1",
    "169.254.1.1",
    "224.0.0.1",
    "fe80::1",
    "fd00::1",
    "::1",
  ].map((ip): LookCase => ["service.ip-form", ip, ips(ip), [`private@${S("ips")}`]]),
  ["service.ip-form", "172.15", ips("172.15.0.1"), []],
  ["service.ip-form", "172.32", ips("172.32.0.1"), []],
  ["service.ip-of-server", "its own", ips("203.0.113.10"), []],
  ["service.ip-of-server", "its own among others", ips("203.0.113.11", "203.0.113.10"), []],
  ["service.ip-of-server", "another", ips("203.0.113.11"), [S("ips")]],
  ["service.ip-of-server", "not told", on({ publicIp: null }, { ips: ["203.0.113.11"] }), []],
  ["service.location-of-server", "same", unit(), []],
  ["service.location-of-server", "another", site({ serverLocation: "310000" }), [S("serverLocation")]],
  ["service.access-method", "cloud", unit(), []],
  ["service.access-method", "leased line to a cloud server", site({ accessMethod: 1 }), [S("accessMethod")]],
  ["service.access-method", "virtual host on hosting", on({ kind: "HOSTING" }, { accessMethod: 4 }), []],
];

export const SERVICE_CASES: readonly LookCase[] = [...TEXTS, ...LICENCES, ...CONTENT, ...SERVER];
