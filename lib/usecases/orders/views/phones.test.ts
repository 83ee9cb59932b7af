import { describe, expect, it } from "vitest";
import { ORDER_STATES, type OrderState } from "@/lib/filing/lifecycle/states";
import { policyAt } from "@/lib/filing/policy";
import { phonesOf } from "./phones";

const NOW = Date.parse("2026-11-21T02:00:00Z");

describe("numbers that matter while one waits", () => {
  const policy = policyAt(NOW);
  const provider = { ...policy.provider, callingNumbers: ["0571-88880000"], hotline: ["010-66411166"] };
  const of = (state: OrderState, over: object = {}) =>
    phonesOf({ state }, { ...policy, provider: { ...provider, ...over } });

  it("are those a reviewer calls from, with his hours, while the provider reviews", () => {
    expect(of("PROVIDER_REVIEW")).toEqual({
      kind: "calls",
      numbers: ["0571-88880000"],
      hours: ["09:00-18:00"],
    });
    expect(of("PROVIDER_REVIEW", { callingNumbers: [] })).toMatchObject({ kind: "calls", numbers: [] });
  });

  it.each(["SMS_PENDING", "AUTHORITY_REVIEW"] as const)("are the hotline's in %s", (state) => {
    expect(of(state)).toEqual({ kind: "hotline", numbers: ["010-66411166"] });
    expect(of(state, { hotline: [] })).toBeNull();
  });

  it.each(
    ORDER_STATES.filter((state) => !["PROVIDER_REVIEW", "SMS_PENDING", "AUTHORITY_REVIEW"].includes(state)),
  )("are none in %s", (state) => expect(of(state)).toBeNull());
});
