import { describe, expect, it, test } from "vitest";
import { decideInspection, type InspectionCommand, type InspectionRecord, isOverdue } from "./machine";
import { INSPECTION_STATES, type InspectionState, isInspectionOver } from "./states";

const DEADLINE = Date.parse("2026-12-10T00:00:00+08:00");
const BEFORE = DEADLINE - 1;
const COMMANDS = {
  remind: { type: "remind", byHand: true },
  extend: { type: "extend", deadline: DEADLINE + 1 },
  answer: { type: "answer" },
  heal: { type: "heal" },
  "not fixed": { type: "not_fixed" },
  close: { type: "close" },
  order: { type: "order", by: "zhao" },
  "order returned": { type: "order_over", gone: false },
  "order done": { type: "order_over", gone: true },
  gone: { type: "gone" },
} as const satisfies Record<string, InspectionCommand>;
type Name = keyof typeof COMMANDS;

const all = (reason: string): Readonly<Record<Name, string>> =>
  Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, reason])) as Record<Name, string>;
const NOT_ORDERED = { "order returned": "inspection.not-ordered", "order done": "inspection.not-ordered" };
/** At the deadline: what each command does in each state, or why it does nothing. */
const TABLE: Readonly<Record<InspectionState, Readonly<Record<Name, string>>>> = {
  OPEN: {
    ...{ remind: "OPEN", extend: "OPEN", answer: "REPORTED_FIXED", heal: "REPORTED_FIXED" },
    ...{ "not fixed": "inspection.not-answered", close: "CLOSED", order: "ORDERED", gone: "ENDED" },
    ...NOT_ORDERED,
  },
  REPORTED_FIXED: {
    ...{ remind: "inspection.answered", extend: "REPORTED_FIXED", answer: "inspection.answered" },
    ...{ heal: "inspection.answered", "not fixed": "OPEN", close: "CLOSED", gone: "ENDED" },
    ...{ order: "inspection.answer-open", ...NOT_ORDERED },
  },
  ORDERED: {
    ...all("inspection.ordered"),
    ...{ "order returned": "OPEN", "order done": "ENDED", gone: "ENDED" },
  },
  CLOSED: all("inspection.closed"),
  ENDED: all("inspection.ended"),
};

const record = (over: Partial<InspectionRecord> = {}): InspectionRecord => ({
  ...{ state: "OPEN", origin: "PROVIDER", deadline: DEADLINE, remindedAt: null },
  ...{ openedBy: "lin", notice: null, sentBack: false },
  ...over,
});
const say = (over: Partial<InspectionRecord>, command: InspectionCommand, now = DEADLINE) => {
  const next = decideInspection(record(over), command, now);
  return next.ok ? next.value : next.error.reason;
};

describe("an inspection", () => {
  const cells = INSPECTION_STATES.flatMap((state) =>
    (Object.keys(COMMANDS) as Name[]).map((name) => [state, name, TABLE[state][name]] as const),
  );
  test.each(cells)("%s, %s: %s", (state, name, expected) => {
    expect(say({ state }, COMMANDS[name])).toBe(expected);
  });

  it("orders nothing a millisecond before its time is over", () => {
    expect(say({}, COMMANDS.order, BEFORE)).toBe("inspection.before-deadline");
    expect(say({}, COMMANDS.order, DEADLINE)).toBe("ORDERED");
    expect([isOverdue({ deadline: DEADLINE }, BEFORE), isOverdue({ deadline: DEADLINE }, DEADLINE)]).toEqual([
      false,
      true,
    ]);
  });
  it("is lengthened to a later day only, and never against the authority's word", () => {
    const to = (deadline: number) => ({ type: "extend", deadline }) as const;
    expect(say({}, to(DEADLINE), BEFORE)).toBe("inspection.not-later");
    expect(say({}, to(DEADLINE + 1), DEADLINE + 1)).toBe("inspection.not-later");
    expect(say({}, to(DEADLINE + 2), DEADLINE + 1)).toBe("OPEN");
    expect(say({ origin: "AUTHORITY" }, to(DEADLINE + 2), BEFORE)).toBe("inspection.authority-deadline");
  });
  it("is reminded of by hand once a day; the clock reminds as planned", () => {
    const morning = Date.parse("2026-12-08T08:00:00+08:00");
    const night = Date.parse("2026-12-08T23:59:59+08:00");
    expect(say({ remindedAt: morning }, COMMANDS.remind, night)).toBe("inspection.reminded-today");
    expect(say({ remindedAt: morning }, COMMANDS.remind, night + 1000)).toBe("OPEN");
    expect(say({ remindedAt: morning }, { type: "remind", byHand: false }, night)).toBe("OPEN");
  });
  it("hears one word of its owner after its time, and none once it was sent back by then", () => {
    expect(say({}, COMMANDS.answer)).toBe("REPORTED_FIXED");
    expect(say({ sentBack: true }, COMMANDS.answer, BEFORE)).toBe("REPORTED_FIXED");
    expect(say({ sentBack: true }, COMMANDS.answer, DEADLINE)).toBe("inspection.answer-over");
    // What an approved change mended is no word of his, and the order is free.
    expect(say({ sentBack: true }, COMMANDS.heal, DEADLINE)).toBe("REPORTED_FIXED");
    expect(say({ sentBack: true }, COMMANDS.order, DEADLINE)).toBe("ORDERED");
  });
  it("is ordered by another one than who opened it, unless the authority's notice stands behind it", () => {
    const order = (by: string) => ({ type: "order", by }) as const;
    for (const origin of ["PROVIDER", "AUTHORITY"] as const) {
      expect(say({ origin }, order("lin"))).toBe("inspection.own-finding");
      expect(say({ origin }, order("zhao"))).toBe("ORDERED");
    }
    expect(say({}, order("lin"), BEFORE)).toBe("inspection.before-deadline");
    expect(say({ notice: 7 }, order("lin"))).toBe("ORDERED");
    expect(say({ openedBy: null, notice: 7 }, order("lin"))).toBe("ORDERED");
  });
  it("is over in two states", () => {
    expect(INSPECTION_STATES.filter(isInspectionOver)).toEqual(["CLOSED", "ENDED"]);
  });
});
