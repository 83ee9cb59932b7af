import { describe, expect, it } from "vitest";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import { BY_SMS, NOTIFICATION_EVENTS, type NotificationEvent, placeOf, toldOf } from "./events";
import { CHANNELS, eventsOf, GROUP_OF, mayTurnOff, NOTIFICATION_GROUPS, sendsBy } from "./groups";

const items = [{ id: "c1", code: "NAME_NOT_OK", target: "order" }];

/**
 * The table of DF §3.8, typed by hand from there: who is told of what, on which way. `by` is why another tells it, or
 * why nobody can yet.
 */
const TABLE: readonly {
  readonly row: string;
  readonly event?: OrderEvent;
  readonly told?: NotificationEvent;
  readonly sms?: boolean;
  readonly lead?: boolean;
  readonly by?: string;
}[] = [
  {
    row: "provider review result: reject",
    event: { type: "rejected", items, automatic: false },
    told: "provider_rejected",
    sms: true,
  },
  {
    row: "provider review result: pass",
    event: { type: "approved_by_provider", override: false },
    told: "provider_approved",
    sms: true,
  },
  {
    row: "reviewer could not reach the lead",
    event: { type: "callback_opened", personId: "p", role: "service", requestBy: 1 },
    told: "callback_missed",
    sms: true,
  },
  ...[5, 10, 15].map((day) => ({
    row: `rejected order idle on day ${day}`,
    event: { type: "reminded", day } as const,
    told: "reminder" as const,
    sms: true,
  })),
  {
    row: "submitted to authority",
    event: { type: "sms_started", required: ["ppl_1"], deadline: 1 },
    told: "submitted_to_authority",
    sms: false,
    lead: true,
  },
  { row: "MIIT verification code", by: "sent by the ministry" },
  {
    row: "authority approved",
    event: { type: "authority_approved", entityNumber: "x", services: {} },
    told: "authority_approved",
    sms: true,
  },
  {
    row: "authority rejected",
    event: { type: "authority_rejected", items },
    told: "authority_rejected",
    sms: true,
  },
  { row: "authority cancelled", by: "a notice nobody asked for, about no order (unasked-notice.test.ts)" },
  {
    row: "cancellation / cancel access finished",
    event: { type: "cancelled", entityNumber: "京ICP备2026000001号", services: {} },
    told: "cancel_done",
    sms: true,
  },
  { row: "inspection failed, deadline", by: "about no order (lib/usecases/inspection)" },
  { row: "filing password (legacy)", by: "sent by the authority, abolished" },
];

describe("DF §3.8", () => {
  it.each(TABLE.filter((row) => row.by === undefined))("$row", ({ event, told, sms }) => {
    if (event === undefined || told === undefined) throw new Error("a row without event");
    expect(toldOf(event)?.event).toBe(told);
    expect(BY_SMS.has(told)).toBe(sms);
    expect(sendsBy(GROUP_OF[told], "mail")).toBe(true);
  });

  it("is complete: what is sent beyond it is the account's own road, and tells what happened to it", () => {
    const ofTable = new Set(TABLE.flatMap(({ told }) => (told ? [told] : [])));
    expect(NOTIFICATION_EVENTS.filter((event) => !ofTable.has(event))).toEqual([
      "order_submitted",
      "intercepted",
      "sms_failed",
      "lapsed",
      "expired",
      "filing_cancelled",
      "filing_conflict",
      "cancel_confirmed",
      "cancel_in_review",
      "cancel_returned",
      "migration_offered",
      "migration_given",
      "migration_taken",
      "migration_declined",
      "migration_taken_back",
      "migration_expired",
      "manual_refused",
      "manual_lapsed",
      "inspection_failed",
      "inspection_reminder",
      "inspection_overdue",
      "inspection_extended",
      "inspection_not_fixed",
      "inspection_closed",
      "inspection_ordered",
      "account_flagged",
      "account_unflagged",
      "question_answered",
    ]);
  });
});

describe("events of an order", () => {
  const quiet: readonly OrderEvent[] = [
    { type: "saved", sections: [] },
    { type: "withdrawn" },
    { type: "abandoned" },
    { type: "claimed", userId: "u" },
    { type: "released", automatic: true },
    { type: "phoned", personId: "p", outcome: "REACHED_OK" },
    { type: "pushed", sequence: 1 },
    { type: "sms_done", personId: "p" },
    { type: "sms_completed" },
    { type: "authority_accepted" },
  ];
  it.each(quiet.map((event) => [event.type, event] as const))("say nothing of %s", (_, event) => {
    expect(toldOf(event)).toBeNull();
  });

  it("tell when staff held an order back, for it is a draft again", () => {
    expect(toldOf({ type: "intercepted", reason: "asked" })).toEqual({ event: "intercepted", params: {} });
  });
});

describe("messages about no order", () => {
  it("lead to the filings, or to where an account's flag is told, and nowhere else", () => {
    const led = NOTIFICATION_EVENTS.filter((event) => placeOf(event) !== null);
    expect(led).toEqual(
      NOTIFICATION_EVENTS.filter((event) => /^(migration|manual|inspection|account|question)_/.test(event)),
    );
    const places = led.map((event) => [event.startsWith("account_"), placeOf(event)].join());
    expect(new Set(places)).toEqual(new Set(["false,/console/filings", "true,/console"]));
  });
});

describe("groups", () => {
  it("hold every event once", () => {
    expect(NOTIFICATION_GROUPS.flatMap(eventsOf).toSorted()).toEqual([...NOTIFICATION_EVENTS].toSorted());
  });

  it("keep the mails whose absence would cost somebody an order", () => {
    const fixed = NOTIFICATION_GROUPS.flatMap((group) =>
      CHANNELS.filter((channel) => sendsBy(group, channel) && !mayTurnOff(group, channel)).map(
        (channel) => `${group}:${channel}`,
      ),
    );
    expect(fixed).toEqual(["action:mail", "verification:mail", "ending:mail"]);
  });

  it("send text messages only where somebody has to act or waits", () => {
    expect(NOTIFICATION_GROUPS.filter((group) => sendsBy(group, "sms"))).toEqual([
      "action",
      "result",
      "progress",
      "reminder",
    ]);
  });
});
