import type { AppDraft } from "../../application/draft";
import { addNaturalDays } from "../../policy/calendar";
import { goodDomain, goodFacts, NOW, validEnterprise, validPerson } from "../../testing/fixtures";
import { app1, appOnly, facts, type LookCase, of, unit, validApp } from "../../testing/look";
import type { DomainFact, FiledService } from "../facts";

type Package = NonNullable<AppDraft["packages"]>[number];
const A = (field: string, id = "svc_app001") => `services[${id}].${field}`;
const P = (field: string, id = "pkg_0001") => A(`packages[${id}].${field}`);
const good = validApp().packages?.[0] as Package;
const pkg = (over: Partial<Package>) => appOnly({ packages: [{ ...good, ...over }] });
const print = (certFingerprint: string, platform: Package["platform"] = "ANDROID") =>
  pkg({ platform, certFingerprint });
const packages = (...list: readonly Partial<Package>[]) =>
  appOnly({ packages: list.map((over, i) => ({ ...good, id: `pkg_000${i + 1}`, ...over })) });
const twoApps = (over: Partial<Package>) =>
  unit(
    {},
    {
      services: [
        validApp(),
        validApp({ id: "svc_app002", name: "青禾日历", packages: [{ ...good, id: "pkg_0002", ...over }] }),
      ],
    },
  );
const FILED: FiledService = {
  number: "京ICP备2023111111号-1A",
  kind: "APP",
  name: null,
  domains: [],
  packages: [{ platform: "ANDROID", packageName: "com.qinghe.notes" }],
  lead: null,
  preApprovals: null,
  accessHere: true,
};
const filed = (app: Partial<AppDraft> = {}) => {
  const draft = validEnterprise({ services: [validApp(app)] });
  const base = goodFacts(draft);
  const entity = {
    province: "110000",
    nature: null,
    certType: null,
    certNo: null,
    name: null,
    entityLead: null,
    services: [FILED],
  };
  return facts(base.registry ? { registry: { ...base.registry, filed: entity } } : {}, draft);
};
const domains = (...names: string[]) =>
  appOnly({ domains: names.map((domain, i) => ({ id: `dom_000${i + 1}`, domain })) });
const fact = (over: Partial<DomainFact>) =>
  facts(
    { domains: { "api.qinghe-demo.com": goodDomain(over) } },
    validEnterprise({ services: [validApp()] }),
  );
const PUBLISHING = {
  id: "pre_0001",
  type: 2,
  permitNo: "国新出审〔2024〕1234号",
  validTo: "2029-01-01",
} as const;
const game = (over: Partial<AppDraft>) => appOnly({ game: "PLAYABLE", ...over });
const test = (name: string, packageName: string) =>
  game({ testGame: true, name, packages: [{ ...good, packageName }] });

const PACKAGES: readonly LookCase[] = [
  ["app.required", "no package", unit({}, { services: [app1] }), [`packages@${A("packages")}`]],
  [
    "app.required",
    "empty package",
    appOnly({ packages: [{ id: "pkg_0001" }] }),
    ["platform", "packageName", "publicKey", "certFingerprint"].map((field) => `${field}@${P(field)}`),
  ],
  ["app.required", "complete", appOnly(), []],
  ["app.fingerprint-length", "31 on Android", print("a".repeat(31)), [P("certFingerprint")]],
  ["app.fingerprint-length", "32 on Android", print("a".repeat(32)), []],
  ["app.fingerprint-length", "33 on Android", print("a".repeat(33)), [P("certFingerprint")]],
  ["app.fingerprint-length", "40 on Android", print("a".repeat(40)), [P("certFingerprint")]],
  ["app.fingerprint-length", "39 on Apple", print("a".repeat(39), "IOS"), [P("certFingerprint")]],
  ["app.fingerprint-length", "40 on Apple", print("a".repeat(40), "IOS"), []],
  ["app.fingerprint-length", "41 on Apple", print("a".repeat(41), "IOS"), [P("certFingerprint")]],
  ["app.fingerprint-length", "with colons", print("A1:".repeat(16)), []],
  ["app.fingerprint-length", "not hex", print("g".repeat(32)), [`hex@${P("certFingerprint")}`]],
  ["app.fingerprint-length", "32 elsewhere", print("a".repeat(32), "HARMONY"), []],
  ["app.fingerprint-length", "40 elsewhere", print("a".repeat(40), "HARMONY"), []],
  [
    "app.fingerprint-length",
    "64 elsewhere",
    print("a".repeat(64), "HARMONY"),
    [`any@${P("certFingerprint")}`],
  ],
  ["app.package-form", "good", appOnly(), []],
  ["app.package-form", "Chinese", pkg({ packageName: "青禾.手帐" }), [P("packageName")]],
  ["app.package-form", "no dot", pkg({ packageName: "qinghe" }), [`dots@${P("packageName")}`]],
  ["app.values-differ", "good", appOnly(), []],
  ["app.values-differ", "name is key", pkg({ publicKey: good.packageName }), [P("publicKey")]],
  ["app.values-differ", "key is fingerprint", pkg({ publicKey: "A1".repeat(16) }), [P("certFingerprint")]],
  ["app.values-differ", "name is fingerprint", pkg({ packageName: "a1".repeat(16) }), [P("certFingerprint")]],
];

/** DF §7.7, row by row. */
const UNIQUE: readonly LookCase[] = [
  [
    "app.package-repeated",
    "same APP, same platform, equal",
    packages({}, {}),
    [P("packageName", "pkg_0002")],
  ],
  [
    "app.package-repeated",
    "same APP, same platform, different",
    packages({}, { packageName: "com.qinghe.two" }),
    [],
  ],
  ["app.package-repeated", "same APP, other platform, equal", packages({}, { platform: "IOS" }), []],
  [
    "app.package-repeated",
    "different APPs, equal",
    twoApps({}),
    [`other-app@${A("packages[pkg_0002].packageName", "svc_app002")}`],
  ],
  [
    "app.package-repeated",
    "different APPs, equal on other platforms",
    twoApps({ platform: "IOS" }),
    [`other-app@${A("packages[pkg_0002].packageName", "svc_app002")}`],
  ],
  ["app.package-repeated", "different APPs, different", twoApps({ packageName: "com.qinghe.two" }), []],
  ["app.package-filed", "another APP of the entity", filed(), [P("packageName")]],
  ["app.package-filed", "the APP itself", filed({ serviceFilingNumber: "京ICP备2023111111-1A" }), []],
  [
    "app.package-filed",
    "another package",
    filed({ packages: [{ ...good, packageName: "com.qinghe.two" }] }),
    [],
  ],
  ["app.package-filed", "nothing filed", appOnly(), []],
  [
    "app.domain-of-other",
    "of another entity",
    fact({ appOfOtherEntity: true }),
    [A("domains[dom_0001].domain")],
  ],
  ["app.domain-of-other", "of nobody", fact({}), []],
];

const DOMAINS: readonly LookCase[] = [
  ["app.domain-missing", "none", domains(), [`domains@${A("domains")}`]],
  ["app.domain-missing", "one", appOnly(), []],
  ["app.domain-repeated", "twice", domains("qinghe.com", "QINGHE.com"), [A("domains[dom_0002].domain")]],
  ["app.domain-repeated", "two", domains("qinghe.com", "api.qinghe.com"), []],
  // One month after 2026-11-21 is 2026-12-21: more than that is wanted.
  [
    "app.domain-ends",
    "a month",
    fact({ expiresAt: Date.parse("2026-12-21T10:00:00Z") }),
    [A("domains[dom_0001].domain")],
  ],
  ["app.domain-ends", "a day more", fact({ expiresAt: Date.parse("2026-12-22T10:00:00Z") }), []],
  ["app.domain-ends", "a year", fact({ expiresAt: addNaturalDays(NOW, 365) }), []],
];

const CONTENT: readonly LookCase[] = [
  ["app.game-answered", "by name", appOnly({ name: "青禾手游" }), [A("game")]],
  ["app.game-answered", "by content", appOnly({ contents: [13] }), [A("game")]],
  ["app.game-answered", "denied", appOnly({ name: "青禾手游", game: "NONE" }), [`none@${A("game")}`]],
  ["app.game-answered", "answered", appOnly({ name: "青禾手游", game: "INFORMATION" }), []],
  ["app.game-answered", "the unit's scope alone", appOnly({}, { businessScope: "游戏开发" }), []],
  [
    "app.game-permit",
    "playable, nothing",
    game({}),
    [`gameNumber@${A("gameNumber")}`, `permit@${A("preApprovals")}`],
  ],
  [
    "app.game-permit",
    "playable, number without permit",
    game({ gameNumber: "1234" }),
    [`permit@${A("preApprovals")}`],
  ],
  [
    "app.game-permit",
    "playable, all",
    game({ gameNumber: PUBLISHING.permitNo, preApprovals: [PUBLISHING] }),
    [],
  ],
  [
    "app.game-permit",
    "two numbers",
    game({ gameNumber: "国新出审〔2024〕9999号", preApprovals: [PUBLISHING] }),
    [`differs@${A("gameNumber")}`],
  ],
  ["app.game-permit", "information", appOnly({ game: "INFORMATION" }), []],
  ["app.game-permit", "test game", game({ testGame: true }), []],
  [
    "app.game-person",
    "playable",
    of(validPerson({ services: [validApp({ game: "PLAYABLE" })] })),
    [A("game")],
  ],
  ["app.game-person", "unit", game({}), []],
  [
    "app.test-game",
    "good",
    test("青禾手游（TapTap 测试版）", "game.TapTap.qinghe"),
    [`only-there@${A("packages")}`],
  ],
  [
    "app.test-game",
    "narrow brackets",
    test("青禾手游(TapTap测试版)", "game.TapTap.qinghe"),
    [`only-there@${A("packages")}`],
  ],
  ["app.test-game", "name", test("青禾手游", "game.TapTap.qinghe"), [`name@${A("name")}`]],
  ["app.test-game", "package", test("青禾手游（TapTap 测试版）", "com.qinghe.game"), [P("packageName")]],
  ["app.test-game", "no test", game({}), []],
  ["app.sdk", "no answer", appOnly({ noSdk: undefined }), [A("sdks")]],
  ["app.sdk", "none", appOnly(), []],
  [
    "app.sdk",
    "both",
    appOnly({ sdks: [{ id: "sdk_0001", functionType: "统计", vendor: "某厂商" }] }),
    [`both@${A("sdks")}`],
  ],
  [
    "app.sdk",
    "listed",
    appOnly({ noSdk: undefined, sdks: [{ id: "sdk_0001", functionType: "统计", vendor: "某厂商" }] }),
    [],
  ],
  [
    "app.sdk",
    "half",
    appOnly({ noSdk: undefined, sdks: [{ id: "sdk_0001", functionType: "统计" }] }),
    [`vendor@${A("sdks[sdk_0001].vendor")}`],
  ],
];

export const APP_CASES: readonly LookCase[] = [...PACKAGES, ...UNIQUE, ...DOMAINS, ...CONTENT];
