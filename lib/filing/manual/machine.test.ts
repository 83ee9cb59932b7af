import { describe, expect, it, test } from "vitest";
import { decideManual, type ManualCommand } from "./machine";
import { APPLICANT_IDS, manualSlots, missingIn } from "./slots";
import { MANUAL_STATES, type ManualState } from "./states";

const COMMANDS = {
  fill: { type: "fill" },
  submit: { type: "submit" },
  confirmed: { type: "call", outcome: "CONFIRMED" },
  denied: { type: "call", outcome: "DENIED" },
  "not self": { type: "call", outcome: "NOT_SELF" },
  "no answer": { type: "call", outcome: "NO_ANSWER" },
  refuse: { type: "refuse" },
  execute: { type: "execute" },
  withdraw: { type: "withdraw" },
  lapse: { type: "lapse" },
} as const satisfies Record<string, ManualCommand>;

/** DF §11.4: what each command does in each state; a reason where it does nothing. */
const TABLE: Readonly<Record<ManualState, Readonly<Record<keyof typeof COMMANDS, string>>>> = {
  PREPARING: {
    ...{ fill: "PREPARING", submit: "SUBMITTED", confirmed: "manual.not-submitted" },
    ...{ denied: "manual.not-submitted", "not self": "manual.not-submitted" },
    ...{
      "no answer": "manual.not-submitted",
      refuse: "manual.not-submitted",
      execute: "manual.not-verified",
    },
    ...{ withdraw: "WITHDRAWN", lapse: "LAPSED" },
  },
  SUBMITTED: {
    ...{
      fill: "manual.submitted",
      submit: "manual.submitted",
      confirmed: "PHONE_VERIFIED",
      denied: "REFUSED",
    },
    ...{
      "not self": "SUBMITTED",
      "no answer": "SUBMITTED",
      refuse: "REFUSED",
      execute: "manual.not-verified",
    },
    ...{ withdraw: "WITHDRAWN", lapse: "manual.submitted" },
  },
  PHONE_VERIFIED: {
    ...{ fill: "manual.submitted", submit: "manual.submitted", confirmed: "manual.verified" },
    ...{ denied: "manual.verified", "not self": "manual.verified", "no answer": "manual.verified" },
    ...{ refuse: "REFUSED", execute: "EXECUTED", withdraw: "WITHDRAWN", lapse: "manual.submitted" },
  },
  EXECUTED: over(),
  REFUSED: over(),
  WITHDRAWN: over(),
  LAPSED: over(),
};
function over() {
  return Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, "manual.over"])) as Record<
    keyof typeof COMMANDS,
    string
  >;
}

describe("a request on the manual path", () => {
  const cells = MANUAL_STATES.flatMap((state) =>
    (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).map(
      (name) => [state, name, TABLE[state][name]] as const,
    ),
  );
  test.each(cells)("%s, %s: %s", (state, name, expected) => {
    const next = decideManual({ state, missing: 0 }, COMMANDS[name]);
    expect(next.ok ? next.value : next.error.reason).toBe(expected);
  });

  it("is not handed in while a document is missing", () => {
    const next = decideManual({ state: "PREPARING", missing: 1 }, { type: "submit" });
    expect(next).toMatchObject({ ok: false, error: { reason: "manual.missing" } });
  });
});

describe("its documents (DF §11.4)", () => {
  const named = (...args: Parameters<typeof manualSlots>) =>
    manualSlots(...args).map(({ slot, sides }) => `${slot} ${sides.join("+")}`);

  it("of a person: the lead's ID, held in hand, and a statement with his fingerprint", () => {
    expect(named("person", "RESIDENT")).toEqual([
      "LEAD_ID FRONT+BACK",
      "HANDHELD_ID FRONT+BACK",
      "STATEMENT_PERSON SINGLE",
    ]);
  });
  it.each(APPLICANT_IDS)("of a unit whose applicant shows a %s", (id) => {
    expect(named("unit", id)).toEqual([
      "LICENCE SINGLE",
      "LEGAL_REP_ID FRONT+BACK",
      `APPLICANT_ID ${id === "PASSPORT" ? "SINGLE" : "FRONT+BACK"}`,
      "STATEMENT_UNIT SINGLE",
    ]);
  });
  it("counts what is missing, side by side", () => {
    const slots = manualSlots("person", "RESIDENT");
    expect(missingIn(slots, [])).toBe(5);
    expect(
      missingIn(slots, [
        { slot: "LEAD_ID", side: "FRONT" },
        { slot: "LICENCE", side: "SINGLE" },
      ]),
    ).toBe(4);
    const all = slots.flatMap(({ slot, sides }) => sides.map((side) => ({ slot, side })));
    expect(missingIn(slots, all)).toBe(0);
  });
});
