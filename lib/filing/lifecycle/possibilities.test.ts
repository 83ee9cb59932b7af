import { describe, expect, it } from "vitest";
import { POSSIBILITIES, type PossibilityId, possibilitiesOf } from "./possibilities";
import { ORDER_STATES, type OrderState } from "./states";
import { ACTORS, orderIn, POLICY, policyWith, REVIEWER, T0 } from "./testing";
import type { OrderSnapshot } from "./types";

/**
 * DF §3.3, copied from the page and not from the machine. y = possible, n = not, = possible because the order is open
 * for it anyway. Columns: DRAFT, PROVIDER_REVIEW, PROVIDER_REJECTED, READY, SMS_PENDING, SMS_FAILED, AUTHORITY_REVIEW,
 * AUTHORITY_REJECTED, APPROVED, and the two ends (§3.1: terminal).
 */
const TABLE: Readonly<Record<PossibilityId, string>> = {
  edit: "ynynnnnynnn",
  services: "ynynnnnynnn",
  submit: "ynynnnnynnn",
  resubmit: "nnnnnynnnnn",
  withdraw: "=y=nnnn=nnn",
  abandon: "yyyynynynnn",
  callback: "nnnnnnnnnnn",
  video: "ynynnnnynnn",
  start_another: "nnnnnnnnyyy",
  change_filed: "nnnnnnnnyyy",
};
const COLUMNS: readonly OrderState[] = [
  "DRAFT",
  "PROVIDER_REVIEW",
  "PROVIDER_REJECTED",
  "READY_FOR_AUTHORITY",
  "SMS_PENDING",
  "SMS_FAILED",
  "AUTHORITY_REVIEW",
  "AUTHORITY_REJECTED",
  "APPROVED",
  "ABANDONED",
  "EXPIRED",
];

const cells = POSSIBILITIES.flatMap((id) =>
  COLUMNS.map((state, column) => ({ id, state, expected: TABLE[id][column] })),
);
const ask = (order: OrderSnapshot, id: PossibilityId, policy = POLICY) => {
  const found = possibilitiesOf(order, ACTORS.applicant, { now: T0, policy }).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const sign = (order: OrderSnapshot, id: PossibilityId, policy = POLICY) => {
  const { allowed, already } = ask(order, id, policy);
  return already ? "=" : allowed ? "y" : "n";
};

describe("DF §3.3, cell by cell", () => {
  it("has a column for every state", () => expect(new Set(COLUMNS)).toEqual(new Set(ORDER_STATES)));

  it.each(cells)("$id in $state: $expected", ({ id, state, expected }) => {
    expect(sign(orderIn(state), id)).toBe(expected);
  });

  it("says why for every no, and nothing for a yes", () => {
    for (const state of COLUMNS)
      for (const id of POSSIBILITIES) {
        const { allowed, refusal } = ask(orderIn(state), id);
        expect(refusal?.reason !== undefined, `${id} in ${state}`).toBe(!allowed);
      }
  });
});

describe("what depends on more than the state", () => {
  const claimed = orderIn("PROVIDER_REVIEW", { claim: { userId: REVIEWER, at: T0, activeAt: T0 } });

  it("withdraw: unclaimed by policy, claimed not; both sides of both switches", () => {
    const closed = policyWith({ withdraw: { unclaimedReview: false, claimedReview: false } });
    const open = policyWith({ withdraw: { unclaimedReview: true, claimedReview: true } });
    expect(sign(orderIn("PROVIDER_REVIEW"), "withdraw", closed)).toBe("n");
    expect(sign(claimed, "withdraw")).toBe("n");
    expect(ask(claimed, "withdraw").refusal?.reason).toBe("order.withdraw-claimed");
    expect(sign(claimed, "withdraw", open)).toBe("y");
  });

  it("abandon: policy during the review, also while claimed; until the hand-over, never after", () => {
    const closed = policyWith({ abandon: { providerReview: false, readyForAuthority: false } });
    expect(sign(claimed, "abandon")).toBe("y");
    expect(sign(orderIn("PROVIDER_REVIEW"), "abandon", closed)).toBe("n");
    expect(sign(orderIn("READY_FOR_AUTHORITY"), "abandon", closed)).toBe("n");
    expect(sign(orderIn("DRAFT"), "abandon", closed)).toBe("y");
    expect(ask(orderIn("READY_FOR_AUTHORITY", { pushed: 7 }), "abandon").refusal?.reason).toBe(
      "order.handed-over",
    );
  });

  it("call back: only while one is open, and once", () => {
    const open = { requestBy: T0 + 1, requestedAt: null, callBy: null };
    const asked = { ...open, requestedAt: T0, callBy: T0 + 2 };
    const review = (callbacks: OrderSnapshot["callbacks"]) => orderIn("PROVIDER_REVIEW", { callbacks });
    expect(sign(review({ ppl_a: open }), "callback")).toBe("y");
    expect(sign(review({ ppl_a: asked, ppl_b: open }), "callback"), "another lead's").toBe("y");
    expect(ask(review({ ppl_a: asked }), "callback").refusal?.reason).toBe(
      "order.callback-already-requested",
    );
  });
});
