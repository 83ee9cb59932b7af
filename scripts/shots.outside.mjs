import { fails, follow } from "./shots.steps.mjs";

/** Pages about the provider's other systems: imports by file, receivers of order events, readers of what is served. */
export const outsidePages = ({ invalid, press }) => [
  { name: "accounts-none", persona: "supervisor", path: "/review/accounts" },
  { name: "accounts-found", persona: "supervisor", path: `/review/accounts?q=${encodeURIComponent("样例")}` },
  {
    name: "account-desk",
    persona: "supervisor",
    path: `/review/accounts?q=${encodeURIComponent("蓝湾样例")}`,
    act: follow("/review/accounts/"),
  },
  {
    name: "account-flag-empty",
    persona: "supervisor",
    path: `/review/accounts?q=${encodeURIComponent("蓝湾样例")}`,
    act: follow(
      "/review/accounts/",
      fails(async (tab) => {
        await press(/^(标记账号|Flag the account)$/)(tab);
        await tab
          .getByRole("dialog")
          .getByRole("button", { name: /^(标记账号|Flag the account)$/ })
          .click();
      }),
    ),
  },
  { name: "imports", persona: "supervisor", path: "/review/imports" },
  {
    name: "imports-bad",
    persona: "supervisor",
    path: "/review/imports",
    act: async (tab) => {
      const buffer = Buffer.from("customer,email\nC-1,nobody\n,someone@sample.cn\n");
      await tab.locator("#f-file").setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer });
      await press(/^(检查文件|Look at it)$/)(tab);
      await tab.locator("main table").first().waitFor();
    },
  },
  { name: "cancellations", persona: "reviewer-lin", path: "/review/cancellations?view=review" },
  { name: "tickets-none", persona: "reviewer-lin", path: "/review/tickets" },
  { name: "inspections-none", persona: "reviewer-lin", path: "/review/inspections" },
  { name: "inspection-find", persona: "reviewer-lin", path: "/review/inspections/new" },
  {
    name: "inspection-find-none",
    persona: "reviewer-lin",
    path: `/review/inspections/new?q=${encodeURIComponent("没有")}`,
  },
  {
    name: "inspection-new-errors",
    persona: "reviewer-lin",
    path: "/review/inspections/new?q=guanlan-sample.cn",
    act: invalid(press(/^(发起核查并通知|Open the inspection)$/)),
  },
  { name: "questions-none", persona: "reviewer-lin", path: "/review/questions" },
  { name: "webhooks-empty", persona: "admin", path: "/review/webhooks" },
  { name: "serving-empty", persona: "admin", path: "/review/serving" },
  {
    name: "serving-errors",
    persona: "admin",
    path: "/review/serving",
    act: invalid(press(/^(添加|Add)$/)),
  },
  {
    name: "webhooks-errors",
    persona: "admin",
    path: "/review/webhooks",
    act: invalid(press(/^(添加|Add)$/)),
  },
];
