import type { Setting } from "../settings";
import { CHANNELS_OR_NONE, choice, codes, number, numbers, OURS, range, SWITCH, set } from "./make";

const PASSWORD = choice("none", "optional", "required");
/** Since this day cancelling asks for no filing password [H]. */
const NO_PASSWORD = "2020-08-17";

/** Cancelling, and what holds for a filing once it is approved (DF §4.4, §5.4, §5.5, §11). */
export const AFTERWARDS_SETTINGS: readonly Setting[] = [
  set("cancellation", "cancel.confirmBy.entity", codes("channels"), ["PHONE"], "S4: 注销备案相关", {
    decides: [7, 8],
  }),
  set("cancellation", "cancel.confirmBy.service", codes("channels"), ["PHONE", "EMAIL"], "S4: 注销备案相关", {
    decides: [7],
  }),
  // The authority asks nobody for access either; a provider may want the service lead to know of it.
  set("cancellation", "cancel.confirmBy.access", CHANNELS_OR_NONE, [], "T21: 短信核验说明", {
    decides: [7],
  }),
  set("cancellation", "cancel.filingPassword.entity", PASSWORD, "none", "H: 备案注销咨询", {
    before: [["S1: 线上注销", "required"]],
    from: NO_PASSWORD,
    decides: [7],
  }),
  set("cancellation", "cancel.filingPassword.service", PASSWORD, "none", "H: 备案注销咨询", {
    before: [["S1: 线上注销", "required"]],
    from: NO_PASSWORD,
    decides: [7],
  }),
  // The generation with the password had a reviewer look at it first; with codes it goes straight on.
  set("cancellation", "cancel.review", choice("off", "entity", "all"), "off", "S4: 注销备案相关", {
    before: [["T21: 注销主体", "entity"]],
    decides: [7],
  }),
  set("cancellation", "cancel.reviewWorkingDays", number("working-days", 1, 20), 1, "T21: 注销主体"),
  set("cancellation", "cancel.revocableUntil", choice("none", "authority"), "none", "S4: 注销备案相关", {
    before: [
      ["S2: Q11", "none"],
      ["S0: 注销备案", "authority"],
    ],
    decides: [6],
  }),
  set("cancellation", "cancel.serviceMayNameSeveral", SWITCH, true, "S4: 注销备案相关"),
  set("cancellation", "cancel.onlyAccess", choice("allow", "refuse"), "allow", OURS, {
    before: [["V30: 1025", "refuse"]],
    decides: [31],
  }),
  set("cancellation", "cancel.workingDays", range("working-days", 0, 60), [0, 20], "S4: 注销备案相关", {
    before: [
      ["S2: Q10", [3, 20]],
      ["S0: 注销备案", [1, 20]],
    ],
    decides: [5],
  }),
  set("cancellation", "shellDirectAddProvinces", codes("provinces"), [], "S4: 注销备案相关", {
    decides: [24],
  }),
  set(
    "filed",
    "accessReachable",
    choice("AFTER_SUBMISSION", "AFTER_PROVIDER_REVIEW", "AFTER_AUTHORITY"),
    "AFTER_AUTHORITY",
    "S4: 接入备案相关",
    {
      before: [
        ["S2: Q1", "AFTER_SUBMISSION"],
        ["T21: 接入备案", "AFTER_PROVIDER_REVIEW"],
      ],
      decides: [16],
    },
  ),
  set("filed", "accessMayChange", SWITCH, true, "S4: 接入备案相关", {
    before: [["S2: Q1", false]],
    from: "2023-09-04",
    decides: [25],
  }),
  set("filed", "accessLagMinutes", range("minutes", 0, 1440), [10, 30], "S4: 接入备案相关; 阻断相关", {
    decides: [27],
  }),
  set("filed", "crossProvinceChange", SWITCH, false, "S4: 变更备案相关", { decides: [35] }),
  set("filed", "ipChangeNeedsOrder", choice("always", "with-licence"), "with-licence", "S4: 是否需要备案", {
    before: [["S2: Q5", "always"]],
    decides: [48],
  }),
  // Long enough for a colleague on leave, short enough that nobody accepts what both have forgotten.
  set("filed", "migrationRequestDays", number("natural-days", 1, 60), 7, OURS),
  // Deadlines of the authority stand in its notice; nobody prescribes the provider's own.
  set("filed", "inspection.workingDays", number("working-days", 1, 60), 10, OURS),
  // A letter of the authority that nobody but who types it has seen leaves its owner at least so long.
  set("filed", "inspection.letterDays", number("natural-days", 1, 60), 5, OURS),
  set("filed", "inspection.reminderDays", numbers("natural-days", 1, 30), [1, 3], OURS),
  set("filed", "publicSecurityFilingDays", number("natural-days", 1, 365), 30, "T21: 公安备案"),
  set("filed", "permitRenewalWorkingDays", number("working-days", 0, 250), 60, "S4: 网络文化经营许可证"),
];
