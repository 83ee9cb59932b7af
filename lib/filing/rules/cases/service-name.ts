import { goodFacts, validEnterprise, validWebsite } from "../../testing/fixtures";
import {
  advised,
  appOnly,
  facts,
  type LookCase,
  mySite,
  others,
  registry,
  S,
  site,
  typed,
  unit,
  validApp,
} from "../../testing/look";
import type { FiledService } from "../facts";

const N = S("name");
const A = "services[svc_app001].name";
const name = (value: string, entity = {}) => site({ name: value }, entity);
const mine = (value: string, entity = {}) => mySite({ name: value }, entity);
const app = (value: string) => appOnly({ name: value });
const filed = (kind: FiledService["kind"], filedNames: readonly string[] = []) => {
  const base = goodFacts(validEnterprise());
  const service: FiledService = {
    number: "京ICP备2023111111号-1",
    kind,
    name: "青禾文具官方商店",
    domains: [],
    packages: [],
    lead: null,
    preApprovals: null,
    accessHere: true,
  };
  const entity = {
    province: "110000",
    nature: null,
    certType: null,
    certNo: null,
    name: null,
    entityLead: null,
    services: [service],
  };
  return facts({
    ...(base.registry ? { registry: { ...base.registry, filed: entity } } : {}),
    ...(base.others ? { others: { ...base.others, filedServiceNames: filedNames } } : {}),
  });
};
const naming = {
  refusedWords: { unit: [], person: [] },
  minHan: { unit: null, person: null },
  latin: { unit: null, person: null },
  noRegions: false,
  notDomainNorPerson: false,
};

const FORM: readonly LookCase[] = [
  ["service-name.form", "2 characters", name("青禾"), [`short@${N}`]],
  ["service-name.form", "3 characters", name("青禾店"), []],
  ["service-name.form", "a letter counts", name("青禾A"), []],
  ["service-name.form", "brackets do not count", name("青（禾）"), [`short@${N}`]],
  ["service-name.form", "hyphens do not count", name("青-禾"), [`short@${N}`]],
  ["service-name.form", "digits", name("12345"), [`digits@${N}`]],
  ["service-name.form", "English", name("Qinghe Shop"), [`latin@${N}`]],
  ["service-name.form", "English with digits", name("Qinghe 24"), [`latin@${N}`]],
  ["service-name.form", "signs", name("青禾！文具"), [`characters@${N}`]],
  ["service-name.form", "emoji", name("青禾文具😀"), [`characters@${N}`]],
  ["service-name.form", "rare character", name("青禾𠮷"), []],
  ["service-name.form", "APP in English", app("Qinghe"), []],
  ["service-name.app-name", "emoji", app("青禾手帐😀"), [`signs@${A}`]],
  ["service-name.app-name", "promotion", app("青禾免费手帐"), [`promo@${A}`]],
  ["service-name.app-name", "another's name", app("青禾qq助手"), [`known-app@${A}`]],
  ["service-name.app-name", "plain", app("青禾手帐"), []],
  ["service-name.app-name", "websites are not asked", name("青禾免费文具"), []],
  ["service-name.sensitive-words", "gambling", name("青禾博彩"), [N]],
  ["service-name.sensitive-words", "a radical for a character", name("青禾\u2f8a情"), [N]],
  ["service-name.sensitive-words", "none", unit(), []],
  ["service-name.generic", "generic", name("官方网站"), [N]],
  ["service-name.generic", "with spaces", name("官方 网站"), [N]],
  ["service-name.generic", "specific", name("青禾官方网站"), []],
];

const WORDS: readonly LookCase[] = [
  ["service-name.reserved-words", "company", name("中国文具网"), [N]],
  ["service-name.reserved-words", "person", mine("中华摄影札记"), [N]],
  ["service-name.reserved-words", "state body", name("中国文具网", { nature: 3 }), []],
  [
    "service-name.reserved-words",
    "registered so",
    name("中国文具网", { name: "中国文具集团有限公司" }),
    [`own-name@${N}`],
  ],
  ["service-name.personal", "forum", mine("摄影爱好者论坛"), [N]],
  ["service-name.personal", "company", mine("知远摄影公司"), [N]],
  ["service-name.personal", "trade", mine("知远摄影买卖"), [N]],
  ["service-name.personal", "two Chinese characters", mine("摄影ABC"), [`chinese@${N}`]],
  ["service-name.personal", "three Chinese characters", mine("摄影记ABC"), []],
  ["service-name.personal", "own name", mine("方知远的摄影"), [`own-name@${N}`]],
  ["service-name.personal", "unit", name("青禾文具公司"), []],
  ["service-name.is-domain", "the label", mine("ZHIYUAN-DEMO"), [N]],
  ["service-name.is-domain", "inside", mine("摄影札记zhiyuan-demo"), [N]],
  [
    "service-name.is-domain",
    "a short label is a word",
    mySite({ name: "摄影abc札记", domain: "abc.com" }),
    [],
  ],
  ["service-name.is-domain", "not", mine("知远的摄影札记"), []],
  ["service-name.person-name", "legal representative", name("方知远文具"), [N]],
  [
    "service-name.person-name",
    "the unit is called so",
    name("方知远文具", { name: "北京方知远文具有限公司" }),
    [],
  ],
  ["service-name.person-name", "none", unit(), []],
  ["service-name.place-name", "outside", name("上海文具网"), [N]],
  ["service-name.place-name", "its own", name("北京文具网"), []],
  [
    "service-name.place-name",
    "city of its province",
    name("深圳文具网", { name: "广东青禾文具有限公司" }),
    [],
  ],
  [
    "service-name.place-name",
    "province of its city",
    name("广东文具网", { name: "深圳青禾文具有限公司" }),
    [N],
  ],
  [
    "service-name.place-name",
    "no place in the unit's name",
    name("上海文具网", { name: "青禾文具有限公司" }),
    [],
  ],
  ["service-name.place-name", "state unit", name("上海文具网", { nature: 2 }), []],
  ["service-name.place-name", "person", mine("上海摄影札记"), [`person@${N}`]],
];

const PROVINCE: readonly LookCase[] = [
  ["service-name.province-rule", "天津 format word", name("青禾文具平台", { province: "120000" }), [N]],
  [
    "service-name.province-rule",
    "天津 2 characters",
    name("青禾AB", { province: "120000" }),
    [`chinese@${N}`],
  ],
  ["service-name.province-rule", "天津 3 characters", name("青禾店AB", { province: "120000" }), []],
  ["service-name.province-rule", "山东", mine("摄影作品展示", { province: "370000" }), [N]],
  [
    "service-name.province-rule",
    "重庆 Latin letters",
    name("青禾ABC", { province: "500000" }),
    [`no-latin@${N}`],
  ],
  [
    "service-name.province-rule",
    "上海 English of a person",
    mine("Photo Notes", { province: "310000" }),
    [`only-latin@${N}`],
  ],
  ["service-name.province-rule", "云南 region", name("昆明文具网", { province: "530000" }), [`region@${N}`]],
  ["service-name.province-rule", "北京", name("青禾文具平台"), []],
  [
    "service-name.province-rule",
    "not the domain",
    advised({ serviceName: { ...naming, notDomainNorPerson: true } }, name("qinghe-demo")),
    [`domain-or-person@${N}`],
  ],
  [
    "service-name.province-rule",
    "no person",
    advised({ serviceName: { ...naming, notDomainNorPerson: true } }, mine("方知远札记")),
    [`domain-or-person@${N}`],
  ],
];

const UNIQUE: readonly LookCase[] = [
  [
    "service-name.duplicate",
    "twice",
    unit({}, { services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ["services[svc_site02].name"],
  ],
  [
    "service-name.duplicate",
    "twice but for case and brackets",
    unit(
      {},
      {
        services: [
          validWebsite({ name: "青禾（AB）" }),
          validWebsite({ id: "svc_site02", name: "青禾(ab)" }),
        ],
      },
    ),
    ["services[svc_site02].name"],
  ],
  [
    "service-name.duplicate",
    "twice but for a radical that looks the same",
    unit(
      {},
      {
        services: [
          validWebsite({ name: "青禾文具" }),
          validWebsite({ id: "svc_site02", name: "青禾\u2f42具" }),
        ],
      },
    ),
    ["services[svc_site02].name"],
  ],
  [
    "service-name.duplicate",
    "website and APP",
    unit({}, { services: [validWebsite(), validApp({ name: validWebsite().name })] }),
    [],
  ],
  ["service-name.already-filed", "listed", others({ filedServiceNames: ["青禾文具官方商店"] }), [N]],
  ["service-name.already-filed", "another", others({ filedServiceNames: ["青禾手帐"] }), []],
  ["service-name.already-filed", "filed as a website", filed("WEBSITE"), [N]],
  ["service-name.already-filed", "filed as an APP", filed("APP"), []],
  ["service-name.already-filed", "the list's is the APP", filed("APP", ["青禾文具官方商店"]), []],
  ["service-name.already-filed", "access order", typed("ACCESS_FILING", filed("WEBSITE")), []],
  ["service.name-blacklisted", "listed", registry({ blacklistedNames: ["青禾文具官方商店"] }), [N]],
  [
    "service.name-blacklisted",
    "a radical for a character",
    registry({ blacklistedNames: ["青禾\u2f42具官方商店"] }),
    [N],
  ],
  ["service.name-blacklisted", "another", registry({ blacklistedNames: ["别的名称"] }), []],
  ["service-name.unrelated", "unrelated", name("蓝鲸咖啡馆"), [N]],
  ["service-name.unrelated", "by the scope", name("办公用品之家"), []],
  ["service-name.unrelated", "by the unit's name", unit(), []],
  ["service-name.unrelated", "person", mine("蓝鲸咖啡馆"), []],
];

export const SERVICE_NAME_CASES: readonly LookCase[] = [...FORM, ...WORDS, ...PROVINCE, ...UNIQUE];
