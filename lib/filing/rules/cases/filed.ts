import type { FiledCheckDraft } from "../../application/draft";
import { goodCheck, onFiled, otherFiled, withProvince } from "../../testing/filed";
import { validWebsite } from "../../testing/fixtures";
import { type LookCase, unit } from "../../testing/look";
import type { FiledService } from "../facts";

const lead = (idValidTo: string | null, register = {}) => ({
  register,
  filed: { entityLead: { name: "方知远", idType: 2 as const, idNo: null, phone: null, idValidTo } },
});
const newSite = { services: [validWebsite({ domain: "qinghe-new.com" })] };
/** A new website beside one that is filed, checked by the organiser as given. */
const checked = (
  checks: readonly FiledCheckDraft[] | undefined,
  filed: readonly FiledService[] = [otherFiled()],
  orderType: "NEW_SERVICE_LOCAL" | "ACCESS_FILING" | "CHANGE_FILING" = "NEW_SERVICE_LOCAL",
) =>
  onFiled(orderType, {
    rest: { ...newSite, ...(checks && { filedServices: [...checks] }) },
    filed: { services: filed },
  });
const C = (field: string) => `${field}@filedServices[flc_0002].${field}`;
const needing = (over: Partial<FiledService>) =>
  onFiled("NEW_SERVICE_LOCAL", {
    rest: newSite,
    filed: { services: [otherFiled({ name: "青禾药品馆", ...over })] },
  });

export const FILED_CASES: readonly LookCase[] = [
  [
    "filed.lead-id-expired",
    "yesterday",
    onFiled("NEW_SERVICE_LOCAL", lead("2026-11-20", { entityKnownHere: true })),
    ["entity.entityLead"],
  ],
  [
    "filed.lead-id-expired",
    "yesterday, filed elsewhere",
    onFiled("ACCESS_FILING", lead("2026-11-20")),
    ["elsewhere@entity.entityLead"],
  ],
  ["filed.lead-id-expired", "today", onFiled("NEW_SERVICE_LOCAL", lead("2026-11-21")), []],
  ["filed.lead-id-expired", "long-term", onFiled("NEW_SERVICE_LOCAL", lead("long-term")), []],
  ["filed.lead-id-expired", "filed without dates", onFiled("NEW_SERVICE_LOCAL", lead(null)), []],
  ["filed.lead-id-expired", "the change that mends it", onFiled("CHANGE_FILING", lead("2026-11-20")), []],
  ["filed.lead-id-expired", "nothing filed", unit(), []],
  ["filed.self-check", "not looked at", checked(undefined), ["missing@filedServices"]],
  ["filed.self-check", "all in order", checked([goodCheck()]), []],
  [
    "filed.self-check",
    "number in another writing",
    checked([goodCheck({ number: "京ICP备2023111111-2" })]),
    [],
  ],
  ...(["opens", "hasContent", "showsNumber", "titleFits", "natureFits"] as const).flatMap(
    (mark): LookCase[] => [
      ["filed.self-check", `${mark} denied`, checked([goodCheck({ [mark]: false })]), [C(mark)]],
      ["filed.self-check", `${mark} not answered`, checked([goodCheck({ [mark]: undefined })]), [C(mark)]],
    ],
  ),
  ["filed.self-check", "cancelled first", checked([goodCheck({ opens: false, cancelFirst: true })]), []],
  [
    "filed.self-check",
    "apps as well",
    checked(undefined, [otherFiled({ kind: "APP" })]),
    ["missing@filedServices"],
  ],
  ["filed.self-check", "not mini-programs", checked(undefined, [otherFiled({ kind: "MINI_PROGRAM" })]), []],
  ["filed.self-check", "not quick apps", checked(undefined, [otherFiled({ kind: "QUICK_APP" })]), []],
  [
    "filed.self-check",
    "access as well",
    checked(undefined, [otherFiled()], "ACCESS_FILING"),
    ["missing@filedServices"],
  ],
  ["filed.self-check", "a change asks nothing", checked(undefined, [otherFiled()], "CHANGE_FILING"), []],
  ["filed.self-check", "what this order takes over is not asked", onFiled("ACCESS_FILING"), []],
  [
    "filed.self-check",
    "register does not tell",
    onFiled("NEW_SERVICE_LOCAL", { filed: null }),
    ["unknown@filedServices"],
  ],
  [
    "filed.self-check",
    "copyright line",
    withProvince(checked([goodCheck()]), { footerCopyright: true }),
    [C("showsCopyright")],
  ],
  [
    "filed.self-check",
    "copyright line shown",
    withProvince(checked([goodCheck({ showsCopyright: true })]), { footerCopyright: true }),
    [],
  ],
  [
    "filed.self-check",
    "no copyright line of an app",
    withProvince(checked([goodCheck()], [otherFiled({ kind: "APP" })]), { footerCopyright: true }),
    [],
  ],
  ["filed.outdated", "same data", onFiled("NEW_SERVICE_LOCAL"), []],
  [
    "filed.outdated",
    "renamed",
    onFiled("NEW_SERVICE_LOCAL", { filed: { name: "旧名有限公司" } }),
    ["entity.name"],
  ],
  [
    "filed.outdated",
    "brackets of another width",
    onFiled("NEW_SERVICE_LOCAL", { entity: { name: "青禾（北京）公司" }, filed: { name: "青禾(北京)公司" } }),
    [],
  ],
  [
    "filed.outdated",
    "old number",
    onFiled("NEW_SERVICE_LOCAL", { filed: { certNo: "110108000000015" } }),
    ["entity.certNo"],
  ],
  [
    "filed.outdated",
    "another nature",
    onFiled("NEW_SERVICE_LOCAL", { filed: { nature: 5, certType: 2 } }),
    ["entity.nature"],
  ],
  [
    "filed.outdated",
    "another certificate",
    onFiled("NEW_SERVICE_LOCAL", { filed: { certType: 12 } }),
    ["entity.certType"],
  ],
  [
    "filed.outdated",
    "not told",
    onFiled("NEW_SERVICE_LOCAL", { filed: { name: null, certNo: null, nature: null, certType: null } }),
    [],
  ],
  [
    "filed.outdated",
    "filed elsewhere",
    onFiled("NEW_SERVICE_FOREIGN", { filed: { name: "旧名有限公司" } }),
    ["elsewhere@entity.name"],
  ],
  [
    "filed.outdated",
    "a change is what it takes",
    onFiled("CHANGE_ENTITY", { filed: { name: "旧名有限公司" } }),
    [],
  ],
  [
    "filed.other-province",
    "河北",
    onFiled("NEW_SERVICE_LOCAL", { filed: { province: "130000" } }),
    ["entity.province"],
  ],
  [
    "filed.other-province",
    "changes as well",
    onFiled("CHANGE_ENTITY", { filed: { province: "130000" } }),
    ["entity.province"],
  ],
  ["filed.other-province", "the same", onFiled("ACCESS_FILING"), []],
  ["filed.pre-approval", "filed here without a permit", needing({ accessHere: true }), ["filedServices"]],
  ["filed.pre-approval", "filed elsewhere", needing({}), ["elsewhere@filedServices"]],
  [
    "filed.pre-approval",
    "province wants it at the old provider",
    withProvince(needing({}), {}, { preApprovalAtOldProviderFirst: true }),
    ["old-provider@filedServices"],
  ],
  ["filed.pre-approval", "permit filed", needing({ preApprovals: [5] }), []],
  ["filed.pre-approval", "permits not told", needing({ preApprovals: null }), []],
  ["filed.pre-approval", "an ordinary name", needing({ name: "青禾画室" }), []],
  ["filed.pre-approval", "a change", { ...needing({}), orderType: "CHANGE_FILING" }, []],
  ["filed.pre-approval", "name not told", needing({ name: null }), []],
];
