import { describe, expect, it } from "vitest";
import { emptyApplication } from "@/lib/filing/application/access";
import { orderIn, POLICY, T0 } from "@/lib/filing/lifecycle/testing";
import { HOUR_MS } from "@/lib/filing/policy/calendar/time";
import { smsOf } from "./sms";

const app = emptyApplication();
const policy = { ...POLICY, provider: { ...POLICY.provider, smsAutoResendHour: 12 } };
const NOON = Date.parse("2026-03-10T12:00:00+08:00");
/** Codes sent at three in the afternoon. */
const SENT = T0 + 5 * HOUR_MS;
const afternoon = orderIn("SMS_PENDING", {
  since: SENT,
  sms: { required: ["ppl_a"], done: [], deadline: SENT + 24 * HOUR_MS },
});

describe("the SMS panel", () => {
  it("is there in its state only", () => {
    expect(smsOf(orderIn("AUTHORITY_REVIEW"), app, policy, T0)).toBeNull();
    expect(smsOf(afternoon, app, policy, SENT)?.leads).toMatchObject([{ personId: "ppl_a", done: false }]);
  });

  it("counts down in hours and minutes, and stops at none", () => {
    const left = (now: number) => smsOf(afternoon, app, policy, now)?.left;
    expect(left(SENT)).toEqual({ hours: 24, minutes: 0 });
    expect(left(SENT + 61_000)).toEqual({ hours: 23, minutes: 58 });
    expect(left(SENT + 24 * HOUR_MS)).toEqual({ hours: 0, minutes: 0 });
    expect(left(SENT + 25 * HOUR_MS)).toEqual({ hours: 0, minutes: 0 });
  });

  it("names the automatic message of the next day until it has come, if the codes live that long", () => {
    expect(smsOf(afternoon, app, policy, NOON - 1)?.autoResendAt).toBe(NOON);
    expect(smsOf(afternoon, app, policy, NOON)?.autoResendAt).toBeNull();
    const morning = orderIn("SMS_PENDING");
    expect(smsOf(morning, app, policy, T0)?.autoResendAt, "sent at ten, over at ten").toBeNull();
  });
});
