import type { PreApprovalType, ServiceContent } from "../../application/codes";
import type { EntityDraft } from "../../application/draft";
import { CONTENT_PERMITS, PERMIT_TOPICS } from "../../policy/permit-topics";
import { validWebsite } from "../../testing/fixtures";
import { type LookCase, mySite, S, site, unit } from "../../testing/look";

const A = S("preApprovals");
const held = (type: PreApprovalType, over: { permitNo?: string; validTo?: string } = {}) => [
  { id: "pre_0001", type, permitNo: "A1", validTo: "2029-05-01", ...over },
];
const scope = (businessScope: string, type?: PreApprovalType, entity: Partial<EntityDraft> = {}) =>
  unit(
    { businessScope, ...entity },
    {
      services: [
        validWebsite(type === undefined ? {} : { preApprovals: held(type), noPreApproval: undefined }),
      ],
    },
  );
const content = (one: ServiceContent, type?: PreApprovalType) =>
  site({ contents: [one], ...(type === undefined ? {} : { preApprovals: held(type) }) });
const ends = (validTo: string, type: PreApprovalType = 9) => site({ preApprovals: held(type, { validTo }) });

const DETAILS: readonly LookCase[] = [
  ["pre-approval.answered", "no answer", site({ noPreApproval: undefined }), [A]],
  ["pre-approval.answered", "both", site({ preApprovals: [{ id: "pre_0001" }] }), [`both@${A}`]],
  ["pre-approval.answered", "none", unit(), []],
  ["pre-approval.answered", "persons are not asked", mySite({}), []],
  ["pre-approval.person", "permit", mySite({ preApprovals: [{ id: "pre_0001", type: 1 }] }), [A]],
  ["pre-approval.person", "none", mySite({}), []],
  [
    "pre-approval.details",
    "empty",
    site({ preApprovals: [{ id: "pre_0001", type: 1, validTo: "2026-11-20" }] }),
    [`permitNo@${S("preApprovals[pre_0001].permitNo")}`, `expired@${S("preApprovals[pre_0001].validTo")}`],
  ],
  ["pre-approval.details", "no day", ends("2026-02-30"), [`date@${S("preApprovals[pre_0001].validTo")}`]],
  ["pre-approval.details", "valid today", ends("2026-11-21"), []],
  // 60 working days after Saturday 2026-11-21, New Year and Spring Festival between.
  ["pre-approval.renewal-due", "soon", ends("2027-01-15"), [S("preApprovals[pre_0001].validTo")]],
  ["pre-approval.renewal-due", "last due day", ends("2027-02-19"), [S("preApprovals[pre_0001].validTo")]],
  ["pre-approval.renewal-due", "a day later", ends("2027-02-20"), []],
  ["pre-approval.renewal-due", "far", ends("2029-05-01"), []],
  ["pre-approval.renewal-due", "expired is another finding", ends("2026-11-20"), []],
  ["pre-approval.renewal-due", "another permit", ends("2027-01-15", 1), []],
];

const CONTENTS: readonly LookCase[] = CONTENT_PERMITS.flatMap(
  ({ content: one, types, needed }): LookCase[] => [
    ["pre-approval.content", `${one} without`, content(one), [`${needed}@${A}`]],
    ...types.map((type): LookCase => ["pre-approval.content", `${one} with ${type}`, content(one, type), []]),
  ],
);

const KEYWORDS: readonly LookCase[] = PERMIT_TOPICS.flatMap(({ id, types, words }): LookCase[] => [
  ...words.map(
    (word): LookCase => ["pre-approval.keywords", `${id}: ${word}`, scope(`零售、${word}相关服务`), [A]],
  ),
  ...types.map(
    (type): LookCase => ["pre-approval.keywords", `${id} with ${type}`, scope(`零售、${words[0]}`, type), []],
  ),
]);

const SCOPE: readonly LookCase[] = [
  ["pre-approval.content", "portal", unit(), []],
  ["pre-approval.content", "persons have another finding", mySite({ contents: [5] }), []],
  ["pre-approval.keywords", "unit name", unit({ name: "北京青禾教育有限公司" }), [A]],
  ["pre-approval.keywords", "service name", site({ name: "青禾宗教文具" }), [A]],
  ["pre-approval.keywords", "two topics", scope("药品零售、游戏"), [A, A]],
  ["pre-approval.keywords", "remark", site({ remark: "介绍单位的文具产品，不含论坛、游戏和医疗内容。" }), []],
  ["pre-approval.keywords", "person", mySite({ name: "知远医院札记" }), [`person@${S("name")}`]],
  ["pre-approval.keywords", "forum of a person", mySite({ name: "摄影论坛札记" }), [`person@${S("name")}`]],
  ["pre-approval.keywords", "person without", mySite({}), []],
  [
    "pre-approval.keywords",
    "湖北 takes no promise",
    scope("药品零售", undefined, { province: "420000" }),
    [`no-promise@${A}`],
  ],
  ["pre-approval.finance", "广东", scope("金融信息服务", undefined, { province: "440000" }), [A]],
  ["pre-approval.finance", "浙江", scope("金融信息服务", undefined, { province: "330000" }), [A]],
  ["pre-approval.finance", "山东", scope("投资咨询", undefined, { province: "370000" }), [`advised@${A}`]],
  ["pre-approval.finance", "广东, by content", site({ contents: [10] }, { province: "440000" }), [A]],
  ["pre-approval.finance", "广东 with the permit", scope("金融信息服务", 13, { province: "440000" }), []],
  ["pre-approval.finance", "广东 without finance", unit({ province: "440000" }), []],
  ["pre-approval.finance", "北京", scope("金融信息服务"), []],
  [
    "pre-approval.culture",
    "江西",
    scope("文化艺术交流", undefined, { province: "360000" }),
    ["entity.businessScope"],
  ],
  [
    "pre-approval.culture",
    "江西, by name",
    unit({ province: "360000", name: "南昌青禾文化有限公司" }),
    ["entity.businessScope"],
  ],
  ["pre-approval.culture", "江西 without", unit({ province: "360000" }), []],
  ["pre-approval.culture", "北京", scope("文化艺术交流"), []],
  ["pre-approval.adult-products", "scope lacks it", site({ name: "青禾成人用品" }), [S("name")]],
  [
    "pre-approval.adult-products",
    "scope has it",
    site({ name: "青禾成人用品" }, { businessScope: "互联网成人用品信息服务" }),
    [`minors@${S("name")}`],
  ],
  ["pre-approval.adult-products", "person", mySite({ name: "知远情趣札记" }), [`person@${S("name")}`]],
  ["pre-approval.adult-products", "none", unit(), []],
];

export const PRE_APPROVAL_CASES: readonly LookCase[] = [...DETAILS, ...CONTENTS, ...KEYWORDS, ...SCOPE];
