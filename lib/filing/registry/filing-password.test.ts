import { describe, expect, it, test } from "vitest";
import { policyAt } from "../policy";
import type { FilingPassword } from "../policy/types";
import { PASSWORD_MAX, passwordFor, passwordProblem } from "./filing-password";

const policy = policyAt(Date.parse("2026-11-24"));
const set = (entity: FilingPassword, service: FilingPassword) => {
  const cancel = { ...policy.provider.cancel, filingPassword: { entity, service } };
  return { ...policy, provider: { ...policy.provider, cancel } };
};

describe("the filing password", () => {
  it("is asked by the kind of cancellation, and never for access", () => {
    const of = set("required", "optional");
    expect(passwordFor("CANCEL_ENTITY", of)).toBe("required");
    expect(passwordFor("CANCEL_SERVICE", of)).toBe("optional");
    expect(passwordFor("CANCEL_ACCESS", set("required", "required"))).toBe("none");
  });

  it("is not asked as shipped (since 17 August 2020)", () => {
    expect(passwordFor("CANCEL_ENTITY", policy)).toBe("none");
    expect(passwordFor("CANCEL_ENTITY", policyAt(Date.parse("2020-08-16T12:00:00+08:00")))).toBe("required");
  });

  test.each([
    ["required", "", "password-missing"],
    ["required", "kM7wPq2x", null],
    ["optional", "", null],
    ["optional", "kM7wPq2x", null],
    ["none", "", null],
    ["none", "kM7wPq2x", "password-not-asked"],
    ["required", "two words", "password-form"],
    ["required", "a\u0000b", "password-form"],
    ["optional", "x".repeat(PASSWORD_MAX), null],
    ["optional", "x".repeat(PASSWORD_MAX + 1), "password-form"],
  ] as const)("%s, given %j: %s", (asked, given, problem) =>
    expect(passwordProblem(asked, given)).toBe(problem),
  );
});
