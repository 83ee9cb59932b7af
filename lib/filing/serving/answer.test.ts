import { describe, expect, it, test } from "vitest";
import { policyAt } from "../policy";
import type { PolicyOverride } from "../policy/settings";
import { lagMinutesAt, type Standing, servingAnswer } from "./answer";
import { ServingFeed } from "./feed";
import { askedName } from "./names";
import type { Span } from "./spans";

const MINUTE = 60_000;
const T = Date.parse("2026-11-24T02:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();
const span = (from: number, to: number | null = null): Span => ({
  since: T + from * MINUTE,
  until: to === null ? null : T + to * MINUTE,
});
const ask = (standing: Partial<Standing>, minute: number, elsewhere: "filed" | "free" | null = "free") => {
  const answer = servingAnswer("a.cn", { filed: [], accessed: [], ...standing }, elsewhere, {
    now: T + minute * MINUTE,
    lagMinutes: () => 30,
  });
  expect(ServingFeed.safeParse({ domains: [answer] }).success).toBe(true);
  return answer;
};
const filed = { filed: [span(0)], accessed: [span(0)] };

describe("may a domain be served", () => {
  it("not before the lag is over, and from that very moment on", () => {
    const lag = { served: false, reason: "in-lag", since: iso(T), from: iso(T + 30 * MINUTE) };
    expect(ask(filed, 0)).toMatchObject(lag);
    expect(ask(filed, 30 - 1 / MINUTE)).toMatchObject(lag);
    expect(ask(filed, 30)).toEqual({
      ...{ domain: "a.cn", served: true, reason: null, from: null },
      since: iso(T + 30 * MINUTE),
    });
  });

  it("without a new lag when an access only moves to another server", () => {
    const moved = { filed: [span(0)], accessed: [span(0, 100), span(100)] };
    expect(ask(moved, 100)).toMatchObject({ served: true, since: iso(T + 30 * MINUTE) });
  });

  it("with a new lag after a gap", () => {
    const again = { filed: [span(0)], accessed: [span(0, 100), span(101)] };
    expect(ask(again, 130)).toMatchObject({ served: false, reason: "in-lag", since: iso(T + 101 * MINUTE) });
    expect(ask(again, 131)).toMatchObject({ served: true, since: iso(T + 131 * MINUTE) });
  });

  it("not once its access has ended, though it is filed", () => {
    expect(ask({ filed: [span(0)], accessed: [span(0, 50)] }, 50)).toMatchObject({
      ...{ served: false, reason: "not-accessed-here", since: iso(T + 50 * MINUTE), from: null },
    });
    expect(ask({ filed: [span(3)] }, 50)).toMatchObject({
      ...{ reason: "not-accessed-here", since: iso(T + 3 * MINUTE) },
    });
  });

  it("not once it has ended, even within the lag", () => {
    expect(ask({ filed: [span(0, 10)], accessed: [span(0, 10)] }, 10)).toMatchObject({
      ...{ served: false, reason: "ended", since: iso(T + 10 * MINUTE) },
    });
  });

  it("by whatever service of it has access, also a later one", () => {
    const two = { filed: [span(0, 10), span(20)], accessed: [span(20)] };
    expect(ask(two, 60)).toMatchObject({ served: true, since: iso(T + 50 * MINUTE) });
  });

  test.each([
    ["free", "not-filed"],
    ["filed", "filed-elsewhere"],
    [null, "not-known-here"],
  ] as const)("not when nothing is known of it: the authority says %s", (elsewhere, reason) =>
    expect(ask({}, 0, elsewhere)).toEqual({ domain: "a.cn", served: false, since: null, reason, from: null }),
  );
});

describe("the lag", () => {
  it("is the longer bound of the day of the approval, as the provider had it then", () => {
    const override: PolicyOverride = {
      id: "p1",
      setting: "accessLagMinutes",
      value: [0, 5],
      effectiveFrom: T,
    };
    expect(lagMinutesAt(T, [])).toBe(30);
    expect(lagMinutesAt(T - 1, [override])).toBe(30);
    expect(lagMinutesAt(T, [override])).toBe(5);
  });
});

describe("a name as a gateway asks for it", () => {
  const { suffixes } = policyAt(T);
  test.each([
    ["WWW.Sample.COM.", ["www.sample.com", "sample.com"]],
    ["b.sample.com.cn", ["b.sample.com.cn", "sample.com.cn"]],
    ["a.b.sample.com.cn", ["b.sample.com.cn", "sample.com.cn"]],
    [`${"a.".repeat(50)}sample.com`, ["a.a.sample.com", "a.sample.com", "sample.com"]],
    ["sample.com.cn", ["sample.com.cn"]],
    ["例子.中国", ["xn--fsqu00a.xn--fiqs8s"]],
    ["xn--fsqu00a.xn--fiqs8s", ["xn--fsqu00a.xn--fiqs8s"]],
  ])("%s", (typed, candidates) => expect(askedName(typed, suffixes)?.candidates).toEqual(candidates));
  test.each(["", "localhost", "192.168.0.1", "a..com", "com.cn", "пример.com", "a b.com", "*.sample.com"])(
    "%j is none",
    (typed) => expect(askedName(typed, suffixes)).toBeNull(),
  );
});
