import { addHours } from "../../policy/calendar";
import { NOW, validEnterprise, validPerson } from "../../testing/fixtures";
import { account, type LookCase } from "../../testing/look";

export const ACCOUNT_CASES: readonly LookCase[] = [
  ["account.realname-missing", "never", account({ realNameVerifiedAt: null }), ["account"]],
  [
    "account.realname-wait",
    "person, a second short of 24 h",
    account({ kind: "person", realNameVerifiedAt: addHours(NOW, -24) + 1000 }, validPerson()),
    ["account"],
  ],
  [
    "account.realname-wait",
    "person, 24 h",
    account({ kind: "person", realNameVerifiedAt: addHours(NOW, -24) }, validPerson()),
    [],
  ],
  ["account.realname-wait", "unit at once", account({ realNameVerifiedAt: NOW }), []],
  ["account.name-mismatch", "other name", account({ realName: "别的公司" }), ["entity.name"]],
  [
    "account.name-mismatch",
    "brackets of other width",
    account(
      { realName: "青禾(北京)公司" },
      { ...validEnterprise(), entity: { ...validEnterprise().entity, name: "青禾（北京）公司" } },
    ),
    [],
  ],
  ["account.risk", "flagged", account({ riskFlag: true }), ["account"]],
];
