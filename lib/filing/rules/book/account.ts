import { blank } from "../../application/access";
import { addHours, dayOf } from "../../policy/calendar";
import { sameName, timeOf } from "../parts";
import type { Rule } from "../types";

const PATH = "account";

export const ACCOUNT_RULES: readonly Rule[] = [
  {
    id: "account.realname-missing",
    topic: "account",
    level: "error",
    source: "S4: 是否影响备案",
    reads: ["facts.account"],
    check: ({ facts: { account } }) =>
      account && (account.realNameVerifiedAt === null || blank(account.realName)) ? [{ path: PATH }] : [],
  },
  {
    id: "account.realname-wait",
    topic: "account",
    level: "error",
    source: "S4: 是否影响备案; 备案小程序操作",
    reads: ["facts.account"],
    check: ({ facts: { account }, policy, at }) => {
      if (!account || account.realNameVerifiedAt === null) return [];
      const hours = policy.provider.accountRealNameWaitHours[account.kind];
      const ready = addHours(account.realNameVerifiedAt, hours);
      return at < ready
        ? [{ path: PATH, params: { hours, fromDay: dayOf(ready), fromTime: timeOf(ready) } }]
        : [];
    },
  },
  {
    id: "account.name-mismatch",
    topic: "account",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: ["entity.name", "facts.account"],
    check: ({ application: { entity }, facts: { account }, policy }) => {
      if (!policy.provider.accountNameMustMatch || !account?.realName || !entity.name || blank(entity.name))
        return [];
      return sameName(account.realName, entity.name) ? [] : [{ path: "entity.name" }];
    },
  },
  {
    id: "account.risk",
    topic: "account",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: ["facts.account"],
    check: ({ facts }) => (facts.account?.riskFlag ? [{ path: PATH }] : []),
  },
];
