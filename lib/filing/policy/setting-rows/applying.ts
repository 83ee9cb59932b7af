import type { Setting } from "../settings";
import { choice, codes, number, OURS, range, SWITCH, set, WORDS } from "./make";

/** Account, domains, texts and uploads (DF §4.1, §4.4, §4.5). */
export const APPLYING_SETTINGS: readonly Setting[] = [
  set(
    "account",
    "accountRealNameWaitHours.person",
    number("hours", 0, 720),
    24,
    "S4: 是否影响备案; 备案小程序操作",
    {
      before: [["T21: 备案限制说明", 48]],
      decides: [1, 50],
    },
  ),
  set("account", "accountRealNameWaitHours.unit", number("hours", 0, 720), 0, "S4: 是否影响备案", {
    decides: [50],
  }),
  set("account", "accountNameMustMatch", SWITCH, true, "S4: 是否影响备案; 备案小程序操作", { decides: [13] }),
  set("account", "personalContactMustEqualAccountPhone", SWITCH, true, "T21: 备案限制说明; 首次备案", {
    decides: [46],
  }),
  set("account", "phoneProof", choice("off", "advise", "required"), "advise", OURS),
  // Carriers keep a number that was given up for at least 90 days before somebody else gets it.
  set("account", "phoneProofKeepsDays", number("natural-days", 0, 365), 90, OURS),
  // Shipped as an offer: nobody is locked out of a fresh installation. `doctor` recommends "required" in production.
  set("account", "staffTotp", choice("off", "optional", "required"), "optional", OURS),
  set(
    "account",
    "businessRegistryLagWorkingDays",
    range("working-days", 0, 60),
    [3, 7],
    "S4: 备案小程序操作",
  ),
  set(
    "domains",
    "domainRealNameWait.hereNaturalDays",
    number("natural-days", 0, 60),
    3,
    "S4: 是否影响备案; 网站域名",
  ),
  set(
    "domains",
    "domainRealNameWait.elsewhereWorkingDays",
    number("working-days", 0, 60),
    3,
    "S4: 是否影响备案; 网站域名",
  ),
  set("domains", "domainRealNameCheckWorkingDays", range("working-days", 0, 60), [1, 7], "S4: 是否影响备案"),
  set("domains", "newDomainMustVerifyWithinDays", number("natural-days", 1, 60), 5, "S4: 阻断相关"),
  set("domains", "appDomainMinMonths", number("months", 0, 24), 1, "S4: APP 备案常见问题"),
  set("domains", "suffixesAdded", WORDS, [], OURS, { decides: [30] }),
  set("domains", "suffixesRemoved", WORDS, [], OURS, { decides: [30] }),
  set("texts", "certificateMinRemainingMonths", number("months", 0, 24), 3, "S4: 常见驳回原因"),
  set("texts", "remarkMinLength", number("characters", 1, 200), 15, "S4: 常见驳回原因"),
  set("texts", "commitmentProvinces", codes("provinces"), ["440000"], "T+: 备案材料模板下载"),
  set("texts", "requireCompanyPrefix", SWITCH, false, "S4: 备案号", {
    before: [["S3: 备案号", true]],
    decides: [10],
  }),
  set("texts", "numbering", choice("separate", "running"), "separate", "S4: APP 备案常见问题"),
  set("uploads", "upload.imageMinSide", number("pixels", 1, 4000), 400, OURS),
  set("uploads", "upload.imageMaxBytes", number("bytes", 100000, 104857600), 20 * 1024 * 1024, OURS),
  set("uploads", "upload.videoMaxBytes", number("bytes", 1048576, 52428800), 50 * 1024 * 1024, OURS),
  set("uploads", "upload.maxPixels", number("pixels", 1000000, 200000000), 50_000_000, OURS),
  set("uploads", "upload.accountQuotaBytes", number("bytes", 1048576, 107374182400), 500 * 1024 * 1024, OURS),
  set("uploads", "authorityCopyMaxKb", number("kilobytes", 20, 10240), 100, "V30: 附件"),
];
