import type { AppDraft, EntityDraft, PersonDraft, WebsiteDraft } from "../../application/draft";
import { PROVINCES } from "../../policy";
import { ENTITY_NUMBER, filedService, onFiled, withProvince } from "../../testing/filed";
import { validLead, validWebsite } from "../../testing/fixtures";
import { app1, type LookCase, P, S, unit } from "../../testing/look";
import type { FiledEntity, FiledService } from "../facts";

const A = "ACCESS_FILING" as const;
const number = (recordNumber: string | undefined, entity: Partial<EntityDraft> = {}) =>
  onFiled(A, { entity: { recordNumber, ...entity } });
const N = "entity.recordNumber";
const serviceNumber = (
  serviceFilingNumber: string | undefined,
  recordNumber: string | undefined = ENTITY_NUMBER,
) => onFiled(A, { entity: { recordNumber }, rest: { services: [validWebsite({ serviceFilingNumber })] } });
const PACKAGE = { platform: "ANDROID", packageName: "com.qinghe.demo" } as const;
export const app = (over: Partial<AppDraft> = {}, filed: Partial<FiledService> = {}) =>
  onFiled(A, {
    rest: {
      services: [
        {
          ...app1,
          name: "青禾",
          serviceFilingNumber: `${ENTITY_NUMBER}-1A`,
          packages: [{ id: "pkg_0001", ...PACKAGE }],
          domains: [{ id: "dom_0001", domain: "qinghe-demo.com" }],
          ...over,
        },
      ],
    },
    filed: {
      services: [
        filedService({
          kind: "APP",
          number: `${ENTITY_NUMBER}-1A`,
          name: "青禾",
          packages: [PACKAGE],
          ...filed,
        }),
      ],
    },
  });
const person = (over: Partial<PersonDraft>, province = "110000", filed: Partial<FiledEntity> = {}) =>
  onFiled(A, { entity: { province }, rest: { people: [validLead(over)] }, filed });
export const site = (over: Partial<WebsiteDraft>, filed: Partial<FiledService> = {}, province = "110000") =>
  onFiled(A, {
    entity: { province },
    rest: { services: [validWebsite(over)] },
    filed: { services: [filedService(filed)] },
  });
const permit = (known: FiledService["preApprovals"]) =>
  site({ noPreApproval: false, preApprovals: [{ id: "pre_0001", type: 5 }] }, { preApprovals: known });
const phone = (known: string | null) => {
  const { lead } = filedService();
  return site({}, { lead: lead && { ...lead, phone: known } });
};
const SIX = ["150000", "210000", "360000", "430000", "510000", "520000"];

export const ACCESS_CASES: readonly LookCase[] = [
  ["access.entity-number", "missing", number(undefined), [`recordNumber@${N}`]],
  ["access.entity-number", "ten digits", number(ENTITY_NUMBER), []],
  ["access.entity-number", "eight digits", number("京ICP备12345678号"), []],
  ["access.entity-number", "seven digits", number("京ICP备1234567号"), [N]],
  ["access.entity-number", "eleven digits", number("京ICP备12345678901号"), [N]],
  ["access.entity-number", "without 号", number("京ICP备2023111111"), []],
  ["access.entity-number", "of a service", number(`${ENTITY_NUMBER}-1`), [`service@${N}`]],
  ["access.entity-number", "telecom licence", number("京B2-20090059"), []],
  ["access.entity-number", "commercial licence", number("京ICP证030173号"), []],
  ["access.entity-number", "licence of a service", number("京ICP证030173号-1"), [`service@${N}`]],
  ["access.entity-number", "other province", number("粤ICP备2023111111号"), [`province@${N}`]],
  [
    "access.entity-number",
    "甘 for 陇",
    number("甘ICP备2023111111号", { province: "620000" }),
    [`alias@${N}`],
  ],
  ["access.entity-number", "陇 itself", number("陇ICP备2023111111号", { province: "620000" }), []],
  [
    "access.entity-number",
    "贵 for 黔",
    number("贵ICP备2023111111号", { province: "520000" }),
    [`alias@${N}`],
  ],
  ["access.entity-number", "黔 itself", number("黔ICP备2023111111号", { province: "520000" }), []],
  ["access.entity-number", "贵 elsewhere", number("贵ICP备2023111111号"), [`province@${N}`]],
  ["access.entity-number", "not asked of a first filing", unit(), []],
  [
    "access.entity-number",
    "a new service may leave it out",
    { ...number(undefined), orderType: "NEW_SERVICE_LOCAL" },
    [],
  ],
  ["access.entity-number", "but not mistype it", { ...number("123"), orderType: "NEW_SERVICE_FOREIGN" }, [N]],
  [
    "access.service-number",
    "missing",
    serviceNumber(undefined),
    [`serviceFilingNumber@${S("serviceFilingNumber")}`],
  ],
  ["access.service-number", "website", serviceNumber(`${ENTITY_NUMBER}-1`), []],
  ["access.service-number", "licence", serviceNumber("京B2-20090059-1", "京B2-20090059"), []],
  ["access.service-number", "no number", serviceNumber("第一个"), [S("serviceFilingNumber")]],
  ["access.service-number", "serial zero", serviceNumber(`${ENTITY_NUMBER}-0`), [S("serviceFilingNumber")]],
  [
    "access.service-number",
    "the entity's",
    serviceNumber(ENTITY_NUMBER),
    [`entity@${S("serviceFilingNumber")}`],
  ],
  [
    "access.service-number",
    "an app's for a website",
    serviceNumber(`${ENTITY_NUMBER}-1A`),
    [`kind@${S("serviceFilingNumber")}`],
  ],
  ["access.service-number", "an app's for an app", app(), []],
  [
    "access.service-number",
    "a mini-program's for an app",
    app({ serviceFilingNumber: `${ENTITY_NUMBER}-1X` }),
    ["kind@services[svc_app001].serviceFilingNumber"],
  ],
  [
    "access.service-number",
    "another entity's",
    serviceNumber("京ICP备2019000002号-1"),
    [`other@${S("serviceFilingNumber")}`],
  ],
  ["access.service-number", "entity not given yet", serviceNumber("京ICP备2019000002号-1", ""), []],
  ["access.register-number", "equal in another writing", number("京ICP备2023111111"), []],
  ["access.register-number", "another", number("京ICP备2019000002号"), [N]],
  ["access.register-number", "unreadable is the form's matter", number("京"), []],
  [
    "access.register-number",
    "not known",
    onFiled(A, { entity: { recordNumber: "京ICP备2019000002号" }, register: { recordNumber: null } }),
    [],
  ],
  ["access.certificate-number", "as filed", onFiled(A), []],
  [
    "access.certificate-number",
    "another",
    onFiled(A, { filed: { certNo: "110108000000015" } }),
    ["entity.certNo"],
  ],
  ["access.certificate-number", "not told", onFiled(A, { filed: { certNo: null } }), []],
  [
    "access.certificate-number",
    "a new service",
    onFiled("NEW_SERVICE_LOCAL", { filed: { certNo: "110108000000015" } }),
    [],
  ],
  ["access.not-filed", "filed", onFiled(A), []],
  ["access.not-filed", "another domain", site({ domain: "qinghe-new.com" }), [S("domain")]],
  [
    "access.not-filed",
    "another app",
    app({ serviceFilingNumber: undefined, packages: [] }),
    ["app@services[svc_app001].name"],
  ],
  ["access.not-filed", "register does not tell", onFiled(A, { filed: null }), []],
  [
    "access.not-filed",
    "a new service",
    { ...site({ domain: "qinghe-new.com" }), orderType: "NEW_SERVICE_LOCAL" },
    [],
  ],
  ["access.domain-number", "its own", site({ serviceFilingNumber: `${ENTITY_NUMBER}-1` }), []],
  [
    "access.domain-number",
    "of another domain",
    site({ serviceFilingNumber: `${ENTITY_NUMBER}-1`, domain: "qinghe-new.com" }),
    [S("serviceFilingNumber")],
  ],
  [
    "access.domain-number",
    "domains not told",
    site({ serviceFilingNumber: `${ENTITY_NUMBER}-1` }, { domains: [] }),
    [],
  ],
  ["access.pre-approval", "filed", permit([5]), []],
  ["access.pre-approval", "not filed", permit([]), [`other-materials@${S("preApprovals[pre_0001].type")}`]],
  ["access.pre-approval", "not told", permit(null), []],
  [
    "access.pre-approval",
    "old provider first",
    withProvince(permit([]), {}, { preApprovalAtOldProviderFirst: true }),
    [S("preApprovals[pre_0001].type")],
  ],
  ["access.lead-phone", "as filed", phone("13800000001"), []],
  ["access.lead-phone", "another", phone("13900000009"), [P("phone1")]],
  ["access.lead-phone", "not told", phone(null), [`unknown@${P("phone1")}`]],
  ["access.lead-phone", "service not told", onFiled(A, { filed: null }), []],
  ["access.lead-phone", "a new service", { ...phone("13900000009"), orderType: "NEW_SERVICE_LOCAL" }, []],
  ...PROVINCES.map(
    ({ code, name }): LookCase => [
      "access.must-match",
      `another lead in ${name}`,
      person({ name: "林小满" }, code),
      SIX.includes(code) ? [P("name")] : [],
    ],
  ),
  ["access.must-match", "everything equal", person({}, "430000"), []],
  [
    "access.must-match",
    "number and kind of document",
    person({ idType: 14, idNo: "H12345678" }, "430000"),
    [P("idType"), P("idNo")],
  ],
  ["access.must-match", "unit renamed", person({}, "430000", { name: "旧名有限公司" }), ["entity.name"]],
  [
    "access.must-match",
    "nature",
    person({}, "430000", { nature: 6, certType: 6 }),
    ["entity.nature", "entity.certType"],
  ],
  ["access.must-match", "service renamed", site({}, { name: "旧名" }, "430000"), [S("name")]],
  ["access.must-match", "entity lead's phone", person({ phone1: "13900000009" }, "430000"), [P("phone1")]],
  ["access.must-match", "nothing told", onFiled(A, { entity: { province: "430000" }, filed: null }), []],
  [
    "access.must-match",
    "a new service",
    { ...person({ name: "林小满" }, "430000"), orderType: "NEW_SERVICE_LOCAL" },
    [],
  ],
  ["access.app-differs", "equal", app(), []],
  ["access.app-differs", "renamed", app({}, { name: "旧名" }), ["services[svc_app001].name"]],
  [
    "access.app-differs",
    "another package",
    app({ packages: [{ id: "pkg_0002", platform: "IOS", packageName: "com.qinghe.demo" }] }),
    ["services[svc_app001].packages[pkg_0002].packageName"],
  ],
  [
    "access.app-differs",
    "another domain",
    app({}, { domains: [] }),
    ["services[svc_app001].domains[dom_0001].domain"],
  ],
];
