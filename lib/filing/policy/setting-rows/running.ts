import type { Setting } from "../settings";
import { choice, number, numbers, OURS, range, SWITCH, set, WORDS } from "./make";

const hours = (least: number) => number("hours", least, 168);

/** While an order runs: waits, verification, the reviewers' work (DF §4.4, §3). */
export const RUNNING_SETTINGS: readonly Setting[] = [
  set("waits", "providerReviewWorkingDays", range("working-days", 0, 20), [1, 2], "S4: 备案审核"),
  set(
    "waits",
    "authorityReviewMaxWorkingDays",
    number("working-days", 1, 60),
    20,
    "O33: art. 12; S4: 备案审核",
  ),
  set("waits", "stepValidityDays", number("natural-days", 1, 365), 45, "S4: 备案期间", {
    before: [["T21: 备案限制说明", 45]],
    decides: [4],
  }),
  set("waits", "rejectedHandlingDays", number("natural-days", 1, 365), 45, "S4: 备案驳回", { decides: [4] }),
  set("waits", "draftValidityDays", number("natural-days", 1, 365), 30, "T21: 备案限制说明", {
    decides: [4],
  }),
  set("waits", "eraseEndedAfterDays", number("natural-days", 0, 365), 30, OURS),
  set("waits", "rejectReminderDays", numbers("natural-days", 1, 60), [5, 10, 15], "T21: 备案限制说明"),
  set("waits", "syncHours", number("hours", 0, 168), 6, "S4: 备案审核; 备案后咨询", { decides: [27] }),
  set("waits", "retryAfterOutageMinutes", number("minutes", 1, 1440), 30, "S4: 其他问题"),
  set("waits", "outageTicketAfterFailures", number("count", 1, 10), 2, "S4: 其他问题"),
  set("verification", "smsCodeValidHours", hours(1), 24, "S4: 短信; 短信核验问题"),
  set("verification", "smsMaxWrongInputs", number("count", 1, 20), 5, "S4: 短信核验问题"),
  set("verification", "smsResendMaxPer24h", number("count", 0, 20), 3, "T21: 短信核验说明"),
  set("verification", "smsFirstAfterMinutes", number("minutes", 0, 1440), 5, "T21: 短信核验说明"),
  set("verification", "smsAutoResendHour", number("hours", 0, 23), 12, "T21: 短信核验说明"),
  set("verification", "smsFailedAutoResubmitHours", hours(0), 24, "S4: 短信", { decides: [37] }),
  set(
    "verification",
    "callback.requestWithinHours",
    hours(1),
    24,
    "S4: 未接到腾讯云备案初审电话如何处理; DESIGN",
    { decides: [14, 36] },
  ),
  set(
    "verification",
    "callback.providerCallsWithinHours",
    hours(1),
    24,
    "S4: 未接到腾讯云备案初审电话如何处理",
    { decides: [14] },
  ),
  set("verification", "callback.secondCallAfterMinutes", number("minutes", 0, 1440), 60, "S4: 常见驳回原因", {
    decides: [14],
  }),
  set(
    "verification",
    "phoneCheck",
    choice("always", "on-defect", "sample"),
    "always",
    "S4: 未接到腾讯云备案初审电话如何处理",
    { before: [["S4: 常见驳回原因", "on-defect"]], decides: [47] },
  ),
  set("verification", "callingNumbers", WORDS, [], OURS, { decides: [15] }),
  set("verification", "callingHours", WORDS, ["09:00-18:00"], OURS),
  set("verification", "hotline", WORDS, ["010-66411166"], "S4: 部分管局特殊要求", { decides: [15] }),
  set("verification", "videoCheck", choice("film", "elsewhere"), "film", "S4: 视频核验; T21: 首次备案"),
  set("verification", "videoQrValidHours", hours(1), 1, "S4: 视频核验"),
  set("verification", "videoRateLimitHours", hours(0), 24, "S4: 视频核验"),
  set("review", "pushDelayMinutes", number("minutes", 0, 1440), 10, OURS),
  set("review", "withdraw.unclaimedReview", SWITCH, true, "H: 备案进度查询", {
    before: [["S0: 取消进行中的备案订单", false]],
    decides: [2],
  }),
  set("review", "withdraw.claimedReview", SWITCH, false, "S4: 备案审核", { decides: [2] }),
  set("review", "abandon.providerReview", SWITCH, true, "S4: 如何进行备案", {
    before: [["S0: 取消进行中的备案订单", false]],
    decides: [43],
  }),
  set("review", "abandon.readyForAuthority", SWITCH, true, "S4: 备案审核相关", { decides: [3] }),
  set("review", "claimHours", hours(1), 4, OURS),
  set("review", "lookUpValidDays", number("natural-days", 1, 90), 7, OURS),
];
