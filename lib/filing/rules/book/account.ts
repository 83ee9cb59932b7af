import { blank } from "../../application/access";
import { isChange } from "../../guide/order-type";
import { addHours, dayOf } from "../../policy/calendar";
import { NONE, sameName, timeOf } from "../parts";
import type { Rule } from "../types";

const PATH = "account";
const HERE = [{ path: PATH }] as const;

export const ACCOUNT_RULES: readonly Rule[] = [
  {
    id: "account.realname-missing",
    topic: "account",
    level: "error",
    source: "S4: 是否影响备案",
    reads: ["facts.account"],
    check: ({ facts: { account } }) =>
      account && (account.realNameVerifiedAt === null || blank(account.realName)) ? HERE : NONE,
  },
  {
    id: "account.realname-wait",
    topic: "account",
    level: "error",
    source: "S4: 是否影响备案; 备案小程序操作",
    reads: ["facts.account"],
    check: ({ facts: { account }, policy, at }) => {
      if (!account || account.realNameVerifiedAt === null) return NONE;
      const hours = policy.provider.accountRealNameWaitHours[account.kind];
      const ready = addHours(account.realNameVerifiedAt, hours);
      return at < ready
        ? [{ path: PATH, params: { hours, fromDay: dayOf(ready), fromTime: timeOf(ready) } }]
        : NONE;
    },
  },
  {
    id: "account.kind",
    topic: "account",
    level: "error",
    source: "S4: 备案小程序操作; 个人备案不能变更为单位备案",
    reads: ["entity.nature", "facts.account"],
    check: (c) => {
      const { account } = c.facts;
      if (!account || c.application.entity.nature === undefined || account.kind === c.side) return NONE;
      if (!c.policy.provider.accountNameMustMatch) return NONE;
      return [{ path: "entity.nature", message: account.kind === "person" ? "person" : "unit" }];
    },
  },
  {
    id: "account.name-mismatch",
    topic: "account",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: ["entity.name", "facts.account"],
    check: ({ application: { entity }, facts: { account }, policy, orderType }) => {
      if (!policy.provider.accountNameMustMatch || !account?.realName || !entity.name || blank(entity.name))
        return NONE;
      if (sameName(account.realName, entity.name)) return NONE;
      // A changed name is the account's next name, which it cannot take while this order is open.
      return [{ path: "entity.name", message: isChange(orderType) ? "change" : "filing" }];
    },
  },
  {
    id: "account.other-entity",
    topic: "account",
    level: "error",
    source: "S4: 能否进行备案",
    reads: ["facts.account"],
    // A change may be the very one that moves the filed entity to its new number.
    check: (c) =>
      c.facts.account?.holdsOtherEntity && c.policy.provider.entitiesPerAccount <= 1 && !isChange(c.orderType)
        ? HERE
        : NONE,
  },
  {
    id: "account.risk",
    topic: "account",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: ["facts.account"],
    check: ({ facts }) => (facts.account?.riskFlag ? HERE : NONE),
  },
];
