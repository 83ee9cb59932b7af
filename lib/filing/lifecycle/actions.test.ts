import { describe, expect, it } from "vitest";
import { allowedActions } from "./actions";
import { ACTORS, GOOD, orderIn, POLICY, REVIEWER, T0 } from "./testing";
import type { ActorKind, OrderSnapshot } from "./types";

const ctx = { now: T0, policy: POLICY };
const possible = (order: OrderSnapshot, kind: ActorKind) =>
  allowedActions(order, ACTORS[kind], ctx)
    .filter((action) => action.allowed)
    .map((action) => action.command);

describe("what somebody can do now", () => {
  it.each([
    ["DRAFT", ["save", "settle_type", "submit", "abandon"]],
    ["PROVIDER_REVIEW", ["withdraw", "abandon"]],
    ["PROVIDER_REJECTED", ["save", "settle_type", "submit", "abandon"]],
    ["READY_FOR_AUTHORITY", ["abandon"]],
    ["SMS_PENDING", []],
    ["SMS_FAILED", ["abandon", "resubmit_to_authority"]],
    ["AUTHORITY_REVIEW", []],
    ["AUTHORITY_REJECTED", ["save", "settle_type", "submit", "abandon"]],
    ["APPROVED", []],
  ] as const)("applicant in %s: %j", (state, commands) => {
    expect(possible(orderIn(state), "applicant")).toEqual(commands);
  });

  it("a reviewer claims before he decides", () => {
    expect(possible(orderIn("PROVIDER_REVIEW"), "reviewer")).toEqual(["claim"]);
    const claim = { userId: REVIEWER, at: T0, activeAt: T0 };
    expect(possible(orderIn("PROVIDER_REVIEW", { claim }), "reviewer")).toEqual([
      "claim",
      "release",
      "phone",
      "reject",
    ]);
  });

  it("says why not", () => {
    const actions = allowedActions(orderIn("AUTHORITY_REVIEW"), ACTORS.applicant, ctx);
    expect(actions.find((action) => action.command === "withdraw")).toEqual({
      command: "withdraw",
      allowed: false,
      refusal: { code: "wrong_state", reason: "order.at-authority" },
    });
  });

  it("takes what the page knows better", () => {
    const submit = { ...GOOD.submit, blockingFindings: 2 };
    const actions = allowedActions(orderIn("DRAFT"), ACTORS.applicant, ctx, { submit });
    expect(actions.find((action) => action.command === "submit")?.refusal?.params).toEqual({ count: 2 });
  });

  it("offers nobody what machines do", () => {
    const offered = (["applicant", "lead", "reviewer", "supervisor"] as const).flatMap((kind) =>
      allowedActions(orderIn("READY_FOR_AUTHORITY"), ACTORS[kind], ctx).map((action) => action.command),
    );
    for (const command of ["push", "push_refused", "sweep", "sms_started", "authority_approve"])
      expect(offered).not.toContain(command);
  });
});
