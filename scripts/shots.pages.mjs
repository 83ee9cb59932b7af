import { ACCESS } from "./shots.access.mjs";
import { ACCOUNT } from "./shots.account.mjs";
import { DESK } from "./shots.desk.mjs";
import { documentPages } from "./shots.documents.mjs";
import { FILED } from "./shots.filed.mjs";
import { GUIDE } from "./shots.guide.mjs";
import { LIFE } from "./shots.life.mjs";
import { outsidePages } from "./shots.outside.mjs";
import { POLICY } from "./shots.policy.mjs";
import { CONTINUE, fails, follow, inOrder, invalid, inWebsite, key, opens, press } from "./shots.steps.mjs";

/**
 * What `npm run shots` photographs and the accessibility specs walk through: a name, the sandbox persona who looks
 * (none: a visitor), a path, and for states one must click to, `act` (an error state, an opened dialog). Nothing here
 * changes data, so that the pages may be visited in any order, any number of times.
 */

const VISITOR = [
  { name: "home", path: "/" },
  { name: "callback-closed", path: `/callback/${"x".repeat(43)}` },
  { name: "not-found", path: "/nowhere" },
  { name: "terms", path: "/terms" },
  { name: "privacy", path: "/privacy" },
  { name: "sandbox", path: "/sandbox" },
  { name: "mailbox", path: "/sandbox/mailbox" },
  {
    name: "mailbox-sms",
    path: "/sandbox/mailbox",
    act: (tab) => tab.locator('select[id="f-channel"]').selectOption("sms"),
  },
  { name: "clock", path: "/sandbox/clock" },
  { name: "verify", path: "/verify" },
  { name: "verify-empty", path: "/verify", act: fails(press(/^(完成核验|Verify)$/)) },
  { name: "verify-password", path: "/verify/password" },
  { name: "query", path: "/query" },
  { name: "query-empty", path: "/query", act: invalid(press(/^(查询|Search)$/)) },
  {
    name: "query-found",
    path: "/query",
    act: async (tab) => {
      await tab.locator("main input[type=text]").fill("guanlan-sample.cn");
      await press(/^(查询|Search)$/)(tab);
      await tab.locator("main table").waitFor();
    },
  },
  {
    name: "query-none",
    path: "/query",
    act: async (tab) => {
      await tab.locator("main input[type=text]").fill("nobody-has-this.cn");
      await press(/^(查询|Search)$/)(tab);
      await tab.locator("main [role=status]").first().waitFor();
    },
  },
];

const START = [
  { name: "overview-first", persona: "fresh-unit", path: "/console" },
  { name: "orders-empty", persona: "fresh-unit", path: "/console/orders" },
  { name: "filings-empty", persona: "fresh-unit", path: "/console/filings" },
  { name: "resources", persona: "fresh-unit", path: "/console/resources" },
  {
    name: "server",
    persona: "fresh-unit",
    path: "/console/resources",
    act: follow("/console/resources/"),
  },
  {
    name: "server-person",
    persona: "fresh-person",
    path: "/console/resources",
    act: follow("/console/resources/"),
  },
  {
    name: "server-code-invalid",
    persona: "fresh-unit",
    path: "/console/resources",
    act: follow("/console/resources/", invalid(press(/^(生成|Make code)$/))),
  },
  { name: "notifications-empty", persona: "fresh-unit", path: "/console/notifications" },
  { name: "notification-settings", persona: "fresh-unit", path: "/console/notifications/settings" },
  { name: "forbidden", persona: "fresh-unit", path: "/review" },
  { name: "new", persona: "fresh-unit", path: "/console/orders/new" },
  {
    name: "new-errors",
    persona: "fresh-unit",
    path: "/console/orders/new",
    act: invalid(async (tab) => {
      await tab.locator('input[name="certNo"]').fill("");
      await press(/^(查询备案类型|Find the type)$/)(tab);
    }),
  },
];

const DRAFT = [
  { name: "overview-draft", persona: "draft-half", path: "/console" },
  { name: "new-blocked", persona: "draft-half", path: "/console/orders/new" },
  { name: "tasks", path: "/console/orders", act: inOrder("") },
  {
    name: "abandon-dialog",
    path: "/console/orders",
    act: opens(inOrder("", press(/^(放弃备案|Abandon)$/))),
  },
  { name: "entity", path: "/console/orders", act: inOrder("/entity") },
  { name: "services", path: "/console/orders", act: inOrder("/services") },
  {
    name: "services-remove-dialog",
    path: "/console/orders",
    act: opens(inOrder("/services", (tab) => tab.getByRole("button", { name: /^(移除|Remove) / }).click())),
  },
  { name: "website", path: "/console/orders", act: inWebsite() },
  { name: "website-errors", path: "/console/orders", act: invalid(inWebsite(press(CONTINUE))) },
  { name: "leads", path: "/console/orders", act: inOrder("/leads") },
  { name: "leads-errors", path: "/console/orders", act: invalid(inOrder("/leads", press(CONTINUE))) },
  ...documentPages({ inOrder, opens, fails }),
  { name: "check-blocked", path: "/console/orders", act: inOrder("/check") },
].map((page) => ({ persona: "draft-half", ...page }));

const APP = [
  { name: "tasks-app", path: "/console/orders", act: inOrder("") },
  { name: "app", path: "/console/orders", act: inWebsite() },
  { name: "app-errors", path: "/console/orders", act: invalid(inWebsite(press(CONTINUE))) },
  { name: "materials-app", path: "/console/orders", act: inOrder("/materials") },
].map((page) => ({ persona: "draft-app", ...page }));

const COURSE = [
  { name: "overview-rejected", persona: "rejected-two", path: "/console" },
  { name: "order-rejected", persona: "rejected-two", path: "/console/orders", act: inOrder("") },
  { name: "website-correction", persona: "rejected-two", path: "/console/orders", act: inWebsite() },
  { name: "check-corrections", persona: "rejected-two", path: "/console/orders", act: inOrder("/check") },
  { name: "copy", persona: "rejected-two", path: "/console/orders", act: inOrder("/copy") },
  { name: "record", persona: "rejected-two", path: "/console/orders", act: inOrder("/record") },
  { name: "overview-sms", persona: "sms-waiting", path: "/console" },
  { name: "order-sms", persona: "sms-waiting", path: "/console/orders", act: inOrder("") },
  { name: "order-answers", persona: "sms-waiting", path: "/console/orders", act: inOrder("/check") },
  { name: "overview-authority", persona: "at-authority", path: "/console" },
  { name: "order-authority", persona: "at-authority", path: "/console/orders", act: inOrder("") },
  { name: "overview", persona: "filed", path: "/console" },
  { name: "orders", persona: "filed", path: "/console/orders" },
  { name: "order-approved", persona: "filed", path: "/console/orders", act: inOrder("") },
  ...FILED,
  { name: "notifications", persona: "filed", path: "/console/notifications" },
  {
    name: "notifications-none-of-kind",
    persona: "filed",
    path: "/console/notifications?show=unread&group=ending",
  },
];

const BENCH = "/review/orders/";
const mine = (act) => follow(BENCH, act && opens(act));
const collect = async (tab) => {
  await tab
    .getByRole("button", { name: /^(要求修改：|Ask to correct: )/ })
    .first()
    .click({ force: true });
  await tab.getByRole("dialog").waitFor();
};
const collectOne = async (tab) => {
  await collect(tab);
  await tab.getByRole("dialog").getByRole("radio").first().check();
  await tab
    .getByRole("dialog")
    .getByRole("button", { name: /^(保存|Save)$/ })
    .click();
  await tab.getByRole("dialog").waitFor({ state: "detached" });
  await tab.getByRole("button", { name: /^(驳回（|Reject \()/ }).click();
};

const REVIEW = [
  ...["unclaimed", "mine", "due", "callbacks", "resubmitted", "review", "forwarded", "all"].map((view) => ({
    name: `queue-${view}`,
    persona: "reviewer-lin",
    path: `/review/queue/${view}`,
  })),
  {
    name: "queue-filtered",
    persona: "reviewer-lin",
    path: "/review/queue/unclaimed?kind=unit&round=first",
  },
  {
    name: "queue-save-dialog",
    persona: "reviewer-lin",
    path: "/review/queue/unclaimed?kind=unit",
    act: opens(press(/^(保存此视图|Save this view)$/)),
  },
  { name: "queue-done", persona: "reviewer-lin", path: "/review/queue/unclaimed?done=1&province=540000" },
  {
    name: "queue-nothing-found",
    persona: "reviewer-lin",
    path: `/review/queue/all?q=${encodeURIComponent("没有这样的单位")}`,
  },
  { name: "workbench-unclaimed", persona: "reviewer-lin", path: "/review/queue/unclaimed", act: mine() },
  {
    name: "staff-copy",
    persona: "reviewer-lin",
    path: "/review/queue/resubmitted",
    act: follow(BENCH, async (tab) => {
      await tab.locator('main a[href$="/copy"]').click();
      await tab.waitForURL("**/copy");
    }),
  },
  { name: "workbench-resubmitted", persona: "reviewer-lin", path: "/review/queue/resubmitted", act: mine() },
  ...[
    { name: "workbench" },
    {
      name: "workbench-calls",
      act: (tab) => tab.getByRole("button", { name: /^(电话核验|Phone check)/ }).click(),
    },
    { name: "workbench-item", act: collect },
    { name: "workbench-keys", act: key("?") },
    { name: "workbench-reject", act: collectOne },
    {
      name: "workbench-approve",
      act: (tab) => tab.getByRole("button", { name: /^(通过，提交管局|Approve)/ }).click(),
    },
  ].map(({ name, act }) => ({ name, persona: "reviewer-zhao", path: "/review/queue/mine", act: mine(act) })),
  {
    name: "workbench-reassign",
    persona: "supervisor",
    path: "/review/queue/unclaimed",
    act: mine(press(/^(改派|Reassign)$/)),
  },
  { name: "review-admin", persona: "admin", path: "/review" },
  { name: "deliveries", persona: "supervisor", path: "/review/deliveries" },
  { name: "provider-settings", persona: "admin", path: "/review/settings" },
  ...outsidePages({ invalid, press }),
  { name: "deliveries-trying", persona: "admin", path: "/review/deliveries?view=trying" },
];

export const pages = [
  ...VISITOR,
  ...ACCOUNT,
  ...GUIDE,
  ...START,
  ...ACCESS,
  ...DRAFT,
  ...APP,
  ...COURSE,
  ...REVIEW,
  ...POLICY,
  ...DESK,
  ...LIFE,
];
