import { describe, expect, it } from "vitest";
import { pushAt } from "./deadlines";
import { POSSIBILITIES, type PossibilityId, possibilitiesOf } from "./possibilities";
import { ORDER_STATES, type OrderState } from "./states";
import { ACTORS, orderIn, POLICY, policyWith, REVIEWER, T0 } from "./testing";
import type { OrderSnapshot } from "./types";

/**
 * DF §3.3, copied from the page and not from the machine. y = possible, n = not, = possible because the order is open
 * for it anyway. Columns: DRAFT, PROVIDER_REVIEW, PROVIDER_REJECTED, READY, SMS_PENDING, SMS_FAILED, AUTHORITY_REVIEW,
 * AUTHORITY_REJECTED, APPROVED, and the ends (§3.1: terminal; the last two are of cancellations).
 */
const TABLE: Readonly<Record<PossibilityId, string>> = {
  edit: "ynynnnnynnnnn",
  services: "ynynnnnynnnnn",
  submit: "ynynnnnynnnnn",
  resubmit: "nnnnnynnnnnnn",
  withdraw: "=y=nnnn=nnnnn",
  abandon: "yyyynynynnnnn",
  callback: "nnnnnnnnnnnnn",
  video: "ynynnnnynnnnn",
  start_another: "nnnnnnnnyyyyy",
  change_filed: "nnnnnnnnyyyyy",
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
  "CANCELLED",
  "RETURNED",
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

describe("a change", () => {
  const EDITABLE = COLUMNS.filter((state) => TABLE.edit[COLUMNS.indexOf(state)] === "y");

  it.each(["CHANGE_FILING", "CHANGE_ENTITY", "CHANGE_SERVICE"] as const)(
    "%s is about the services chosen when it began: written on, and none added or taken away",
    (type) => {
      for (const state of EDITABLE) {
        expect(ask(orderIn(state, { type }), "services").refusal?.reason).toBe("order.change-chosen");
        expect(sign(orderIn(state, { type }), "edit")).toBe("y");
      }
      // Once it is under way, the state answers for it as for any other order.
      expect(ask(orderIn("AUTHORITY_REVIEW", { type }), "services").refusal?.reason).toBe(
        "order.at-authority",
      );
    },
  );
});

describe("a cancellation (DF §3.2, §11.5), cell by cell", () => {
  /** It only ever is in these. */
  const STATES = ["READY_FOR_AUTHORITY", "SMS_PENDING", "AUTHORITY_REVIEW", "CANCELLED", "RETURNED"] as const;
  const CELLS = (["CANCEL_ENTITY", "CANCEL_SERVICE", "CANCEL_ACCESS"] as const).flatMap((type) =>
    STATES.flatMap((state) => POSSIBILITIES.map((id) => ({ type, state, id }))),
  );
  const over = (state: OrderState) => state === "CANCELLED" || state === "RETURNED";
  const why = (state: OrderState, id: PossibilityId) => {
    if (state === "CANCELLED") return "order.is-cancelled";
    if (state === "RETURNED") return "order.is-returned";
    return id === "withdraw" || id === "abandon" ? "order.irrevocable" : "order.cancellation-fixed";
  };

  it.each(CELLS)("$id of $type in $state", ({ type, state, id }) => {
    const { allowed, refusal } = ask(orderIn(state, { type }), id);
    const afterwards = id === "start_another" || id === "change_filed";
    expect(allowed).toBe(afterwards && over(state));
    const expected = afterwards ? "order.too-many-open" : why(state, id);
    expect(refusal?.reason).toBe(allowed ? undefined : expected);
  });

  it("can be taken back before the hand-over only where the provider says so, and is sent at once where not", () => {
    const cancel = { ...POLICY.provider.cancel, revocableUntil: "authority" as const };
    const revocable = policyWith({ cancel });
    const ready = orderIn("READY_FOR_AUTHORITY", { type: "CANCEL_ENTITY" });
    expect(sign(ready, "abandon", revocable)).toBe("y");
    expect(ask({ ...ready, pushed: 7 }, "abandon", revocable).refusal?.reason).toBe("order.handed-over");
    const sms = orderIn("SMS_PENDING", { type: "CANCEL_ENTITY" });
    expect(ask(sms, "abandon", revocable).refusal?.reason).toBe("order.irrevocable");
    expect([pushAt(ready, POLICY), pushAt(ready, revocable)]).toEqual([T0, T0 + 10 * 60_000]);
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

  it("another order: as many as the provider allows, while what is filed waits all the same", () => {
    const two = policyWith({ openOrdersPerAccount: 2 });
    const answers = (openOrders: number) =>
      possibilitiesOf(claimed, ACTORS.applicant, { now: T0, policy: two, openOrders })
        .filter(({ id }) => id === "start_another" || id === "change_filed")
        .map(({ id, allowed }) => [id, allowed]);
    expect(answers(1)).toEqual([
      ["start_another", true],
      ["change_filed", false],
    ]);
    expect(answers(2)).toEqual([
      ["start_another", false],
      ["change_filed", false],
    ]);
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
