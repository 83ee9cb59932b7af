import { addHours } from "../../policy/calendar";
import { NOW, validPerson } from "../../testing/fixtures";
import { account, type LookCase, of, set, typed, unit } from "../../testing/look";

const withName = (name: string) => unit({ name }).application;

export const ACCOUNT_CASES: readonly LookCase[] = [
  ["account.realname-missing", "never", account({ realNameVerifiedAt: null }), ["account"]],
  ["account.realname-missing", "verified without a name", account({ realName: null }), ["account"]],
  ["account.realname-missing", "verified", account({}), []],
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
  [
    "account.realname-wait",
    "unit, where the provider wants an hour, a second short",
    set({ "accountRealNameWaitHours.unit": 1 }, account({ realNameVerifiedAt: addHours(NOW, -1) + 1000 })),
    ["account"],
  ],
  [
    "account.realname-wait",
    "unit, where the provider wants an hour",
    set({ "accountRealNameWaitHours.unit": 1 }, account({ realNameVerifiedAt: addHours(NOW, -1) })),
    [],
  ],
  ["account.realname-wait", "never verified is another matter", account({ realNameVerifiedAt: null }), []],
  ["account.kind", "unit from a person's account", account({ kind: "person" }), ["person@entity.nature"]],
  [
    "account.kind",
    "person from a unit's account",
    account({ kind: "unit" }, validPerson()),
    ["unit@entity.nature"],
  ],
  ["account.kind", "unit from a unit's account", account({}), []],
  ["account.kind", "person from a person's account", of(validPerson()), []],
  [
    "account.kind",
    "nature not chosen",
    account({ kind: "person" }, unit({ nature: undefined }).application),
    [],
  ],
  [
    "account.kind",
    "provider takes any account",
    set({ accountNameMustMatch: false }, account({ kind: "person" })),
    [],
  ],
  ["account.name-mismatch", "other name", account({ realName: "别的公司" }), ["filing@entity.name"]],
  [
    "account.name-mismatch",
    "other name, a change",
    typed("CHANGE_ENTITY", account({ realName: "别的公司" })),
    ["change@entity.name"],
  ],
  ["account.name-mismatch", "same name", account({}), []],
  [
    "account.name-mismatch",
    "provider takes any name",
    set({ accountNameMustMatch: false }, account({ realName: "别的公司" })),
    [],
  ],
  [
    "account.name-mismatch",
    "brackets of other width",
    account({ realName: "青禾(北京)公司" }, withName("青禾（北京）公司")),
    [],
  ],
  ["account.name-mismatch", "no name typed", account({ realName: "别的公司" }, withName("  ")), []],
  ["account.other-entity", "holds another", account({ holdsOtherEntity: true }), ["account"]],
  ["account.other-entity", "holds this or none", account({}), []],
  [
    "account.other-entity",
    "provider takes two",
    set({ entitiesPerAccount: 2 }, account({ holdsOtherEntity: true })),
    [],
  ],
  [
    "account.other-entity",
    "a change of the number",
    typed("CHANGE_ENTITY", account({ holdsOtherEntity: true })),
    [],
  ],
  ["account.risk", "flagged", account({ riskFlag: true }), ["account"]],
  ["account.risk", "flagged, a change", typed("CHANGE_ENTITY", account({ riskFlag: true })), ["account"]],
  ["account.risk", "not flagged", account({}), []],
];
