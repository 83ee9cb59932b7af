import { NATURES } from "../../application/codes";
import type { Setting } from "../settings";
import { codes, number, OURS, range, SWITCH, set } from "./make";

const count = number("count", 1, 40);
/** Own services and codes an instance grants, per kind of server (DF §4.3); codes go to unit accounts only. */
const QUOTAS = [
  ["CVM", 5, 5, "S4: 备案授权码; 能否进行备案", null],
  ["LIGHTHOUSE", 5, 2, "S4: 备案授权码", 0],
  ["SERVERLESS", 2, 0, "T21: 备案云服务", null],
  ["HOSTING", 2, 0, "T21: 备案云服务", null],
  ["CLB", 5, 0, "S4: 备案授权码; T21: 备案云服务", null],
] as const;

const perServer = QUOTAS.flatMap(([kind, own, granted, source, before]): Setting[] => [
  set("resources", `resourceQuota.${kind}.own`, number("count", 0, 100), own, source),
  set(
    "resources",
    `resourceQuota.${kind}.codes`,
    number("count", 0, 100),
    granted,
    source,
    before === null ? {} : { before: [["T21: 备案云服务", before]], decides: [17] },
  ),
]);

/** What is offered, how much of it, and on which servers (DF §4.2, §4.3). */
export const OFFER_SETTINGS: readonly Setting[] = [
  set(
    "offer",
    "orderTypesEnabled",
    codes("orderTypes"),
    [
      ...["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN", "ACCESS_FILING", "ACCESS_SERVICE"],
      ...["CHANGE_FILING", "CHANGE_ENTITY", "CHANGE_SERVICE"],
      ...["CANCEL_ENTITY", "CANCEL_SERVICE", "CANCEL_ACCESS"],
    ],
    OURS,
  ),
  set("offer", "naturesEnabled", codes("natures"), [...NATURES], OURS),
  set("quotas", "entitiesPerAccount", number("count", 1, 100), 1, "S4: 能否进行备案"),
  set("quotas", "openOrdersPerAccount", number("count", 1, 100), 1, "S4: 网站域名; 备案审核"),
  set("quotas", "websitesPerOrder.unit", count, 10, "S4: 如何进行备案; 网站域名", { decides: [23] }),
  set("quotas", "websitesPerOrder.person", count, 1, "S4: 如何进行备案; 网站域名"),
  set("quotas", "appsPerOrder.unit", count, 10, "S4: 如何进行备案; 网站域名", { decides: [23] }),
  set("quotas", "appsPerOrder.person", count, 1, "S4: 如何进行备案; 网站域名"),
  set("quotas", "newServiceMayMix", SWITCH, false, "S4: 新增服务相关"),
  set("quotas", "personServicesTotal", number("count", 0, 100), 0, OURS),
  set("resources", "resourceMinPrepaidMonths", number("months", 0, 60), 3, "S4: 备案授权码"),
  set("resources", "resourceMinRemainingDays", number("natural-days", 0, 365), 30, "S4: 备案授权码"),
  set("resources", "hostingMinRemainingMonths", number("months", 0, 60), 3, "T21: 备案云服务"),
  ...perServer,
  set("resources", "codesForSubAccounts", SWITCH, true, "S4: 备案授权码", {
    before: [["T21: 备案授权码操作指引", false]],
    decides: [18],
  }),
  set("resources", "returnQuotaOnCancel", SWITCH, true, "S4: 注销备案相关", { decides: [19] }),
  set("resources", "resourceVisibleAfterMinutes", range("minutes", 0, 1440), [30, 60], "S4: 其他问题"),
  set(
    "resources",
    "resourceDuringReview",
    { type: "choice", options: ["ignore", "warn", "error"] },
    "warn",
    "S4: 备案审核相关",
  ),
];
