import { describe, expect, it } from "vitest";
import { policyAt } from "../policy";
import { addNaturalDays } from "../policy/calendar";
import type { ServerRecord } from "../rules/facts";
import { goodServer, NOW } from "../testing/fixtures";
import { CODE_CONDITIONS, type CodeMaking, codeConditions, refusalOfMaking } from "./conditions";
import { formatCode, isCode, maskCode, normaliseCode } from "./form";
import { codeQuota, codesCounted } from "./quota";

const policyWith = (setting?: string, value?: number | boolean) =>
  policyAt(
    NOW,
    setting === undefined || value === undefined ? [] : [{ id: setting, effectiveFrom: 0, setting, value }],
  );
const policy = policyWith();
const { used: _used, ...server } = goodServer();
const issued = (count: number, ended = 0) =>
  Array.from({ length: count }, (_, index) => ({ serviceEnded: index < ended }));
const making = (
  over: Partial<ServerRecord> = {},
  account: Partial<CodeMaking["account"]> = {},
  codes = issued(0),
): CodeMaking => ({
  account: { kind: "unit", verified: true, owner: true, ...account },
  server: { ...server, ...over },
  issued: codes,
});
const unmet = (what: CodeMaking, by = policy) =>
  codeConditions(what, NOW, by)
    .filter(({ met }) => !met)
    .map(({ id }) => id);

describe("making a code", () => {
  it.each<[string, CodeMaking, readonly string[]]>([
    ["a unit with a good server", making(), []],
    ["a person", making({}, { kind: "person" }), ["unit", "quota"]],
    ["not verified", making({}, { verified: false }), ["verified"]],
    ["a member", making({}, { owner: false }), []],
    ["LIGHTHOUSE", making({ kind: "LIGHTHOUSE" }), []],
    ["SERVERLESS", making({ kind: "SERVERLESS" }), ["kind", "quota"]],
    ["HOSTING", making({ kind: "HOSTING" }), ["kind", "quota"]],
    ["CLB", making({ kind: "CLB" }), ["kind", "quota"]],
    ["abroad", making({ mainland: false }), ["mainland"]],
    ["no address", making({ publicIp: null }), ["address"]],
    ["by the hour", making({ prepaid: false }), ["prepaid"]],
    ["2 months", making({ prepaidMonths: 2 }), ["prepaid"]],
    ["3 months", making({ prepaidMonths: 3 }), []],
    ["30 days less a moment", making({ expiresAt: addNaturalDays(NOW, 30) - 1 }), ["remaining"]],
    ["30 days", making({ expiresAt: addNaturalDays(NOW, 30) }), []],
    ["4 of 5", making({}, {}, issued(4)), []],
    ["5 of 5", making({}, {}, issued(5)), ["quota"]],
    ["5, one of a service that ended", making({}, {}, issued(5, 1)), []],
    ["1 of 2", making({ kind: "LIGHTHOUSE" }, {}, issued(1)), []],
    ["2 of 2", making({ kind: "LIGHTHOUSE" }, {}, issued(2)), ["quota"]],
  ])("%s", (_name, what, expected) => {
    expect(unmet(what)).toEqual(expected);
  });

  it("explains every condition, in one order, with its source", () => {
    const all = codeConditions(making(), NOW, policy);
    expect(all.map(({ id }) => id)).toEqual(CODE_CONDITIONS);
    expect(all.every(({ source }) => source.startsWith("S4"))).toBe(true);
  });

  it("asks members only where the provider lets them", () => {
    expect(unmet(making({}, { owner: false }), policyWith("codesForSubAccounts", false))).toEqual(["member"]);
    expect(unmet(making({}, { owner: true }), policyWith("codesForSubAccounts", false))).toEqual([]);
  });

  it("gives places back only where the provider does", () => {
    expect(codesCounted(issued(3, 2), policy)).toBe(1);
    expect(codesCounted(issued(3, 2), policyWith("returnQuotaOnCancel", false))).toBe(3);
  });

  it("is refused with its first obstacle", () => {
    expect(refusalOfMaking(codeConditions(making(), NOW, policy))).toBeNull();
    expect(refusalOfMaking(codeConditions(making({}, {}, issued(5)), NOW, policy))).toEqual({
      code: "wrong_state",
      reason: "lending.no-quota",
      params: { used: 5, limit: 5 },
    });
  });

  it.each([
    ["CVM", 5],
    ["LIGHTHOUSE", 2],
    ["SERVERLESS", 0],
    ["HOSTING", 0],
    ["CLB", 0],
  ] as const)("%s grants %i to units, none to persons", (kind, granted) => {
    expect(codeQuota(kind, "unit", policy)).toBe(granted);
    expect(codeQuota(kind, "person", policy)).toBe(0);
  });
});

describe("the form of a code", () => {
  const CODE = "ABCDE23456FGHJK789PQ";

  it("does not mind how it was passed on", () => {
    for (const typed of ["abcde-23456-fghjk-789pq", " ABCDE 23456 FGHJK 789PQ ", "ABCDE–23456–FGHJK–789PQ"])
      expect(normaliseCode(typed)).toBe(CODE);
    expect(formatCode(CODE)).toBe("ABCDE-23456-FGHJK-789PQ");
  });

  it("is of twenty letters and figures nobody mixes up", () => {
    expect(isCode(CODE)).toBe(true);
    for (const wrong of ["", CODE.slice(1), `${CODE}A`, `0${CODE.slice(1)}`, `I${CODE.slice(1)}`])
      expect(isCode(wrong)).toBe(false);
  });

  it("is told apart by its end", () => {
    expect(maskCode("abcde-23456-fghjk-789pq")).toBe("····-89PQ");
  });
});
