import { describe, expect, it } from "vitest";
import { evolve, replay } from "./evolve";
import { orderIn, T0 } from "./testing";

const CREATED = { type: "created", orderType: "FIRST_FILING", accountId: "acc_1", province: null } as const;

describe("a history", () => {
  it("begins with its creation, once", () => {
    expect(() => replay("ord_1", [])).toThrow("no events");
    expect(() => evolve(null, { type: "saved", sections: [] }, { id: "ord_1", at: T0 })).toThrow(
      "before created",
    );
    expect(() => evolve(orderIn("DRAFT"), CREATED, { id: "ord_1", at: T0 })).toThrow("created twice");
  });

  it("starts the clocks of a state when it is entered, and the idle clock with every save", () => {
    const order = replay("ord_1", [
      { event: CREATED, at: T0 },
      { event: { type: "saved", sections: ["entity"] }, at: T0 + 5 },
      { event: { type: "typed", orderType: "ACCESS_FILING", province: "110000" }, at: T0 + 7 },
    ]);
    expect(order).toMatchObject({
      since: T0,
      touchedAt: T0 + 7,
      type: "ACCESS_FILING",
      province: "110000",
      round: 0,
    });
    const submitted = evolve(
      order,
      { type: "submitted", round: 1, policyVersion: "p" },
      { id: "ord_1", at: T0 + 9 },
    );
    expect(submitted).toMatchObject({ state: "PROVIDER_REVIEW", since: T0 + 9, touchedAt: T0 + 9 });
  });

  it("never changes the order it is given", () => {
    const order = Object.freeze(orderIn("SMS_PENDING"));
    expect(evolve(order, { type: "sms_done", personId: "ppl_a" }, { id: order.id, at: T0 })).not.toBe(order);
    expect(order.sms?.done).toEqual([]);
  });
});
