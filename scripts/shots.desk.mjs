import { fails, follow, invalid, opens, press } from "./shots.steps.mjs";

/** What the officer sees at his desk. */
export const DESK = [
  { name: "desk-review", path: "/authority/queue/review" },
  { name: "desk-sms", path: "/authority/queue/sms" },
  { name: "desk-decided", path: "/authority/queue/decided" },
  { name: "submission", path: "/authority/queue/review", act: follow("/authority/submissions/") },
  {
    name: "submission-approve",
    path: "/authority/queue/review",
    act: follow("/authority/submissions/", opens(press(/^(通过|Approve)$/))),
  },
  {
    name: "submission-reject-empty",
    path: "/authority/queue/review",
    act: follow(
      "/authority/submissions/",
      fails(async (tab) => {
        await press(/^(驳回|Reject)$/)(tab);
        await tab
          .getByRole("dialog")
          .getByRole("button", { name: /^(确认驳回|Reject with )/ })
          .click();
      }),
    ),
  },
  { name: "submission-decided", path: "/authority/queue/decided", act: follow("/authority/submissions/") },
  { name: "desk-line", path: "/authority/line" },
  { name: "desk-blacklist", path: "/authority/blacklist" },
  {
    name: "desk-blacklist-errors",
    path: "/authority/blacklist",
    act: invalid(press(/^(添加条目|Add an entry)$/)),
  },
  { name: "desk-register", path: "/authority/register" },
  { name: "desk-settings", path: "/authority/settings" },
  {
    name: "desk-settings-errors",
    path: "/authority/settings",
    act: invalid(async (tab) => {
      await tab.locator('input[name="smsDelay"]').fill("soon");
      await press(/^(保存设置|Save settings)$/)(tab);
    }),
  },
].map((page) => ({ persona: "officer", ...page }));
