import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { GUARDS } from "./decide/guards";
import { evolveAll } from "./evolve";
import { REASON_OF_STATE } from "./reasons";
import { FINAL_STATES, isFinal, ORDER_STATES, type OrderState } from "./states";
import { ACTORS, COMMANDS, ctxOf, GOOD, orderIn, REVIEWER, T0 } from "./testing";
import { mayCommand, rowsOf, TRANSITIONS } from "./transitions";
import type { ActorKind, OrderCommandType, OrderSnapshot } from "./types";

const KINDS = Object.keys(ACTORS) as ActorKind[];
const CLAIMED = { claim: { userId: REVIEWER, at: T0, activeAt: T0 } };

/** What the snapshot must say beyond its state before a command's guards let it pass. */
const READINESS: Partial<Record<OrderCommandType, Partial<OrderSnapshot>>> = {
  release: CLAIMED,
  phone: CLAIMED,
  reject: CLAIMED,
  approve: { ...CLAIMED, calls: { ppl_a: "REACHED_OK" } },
  request_callback: { callbacks: { ppl_a: { requestBy: T0 + 1e9, requestedAt: null, callBy: null } } },
  push: { since: T0 - 3_600_000 },
  push_refused: { pushed: 7 },
  sms_started: { pushed: 7 },
};
const ready = (command: OrderCommandType, state: OrderState) => orderIn(state, READINESS[command]);

const cells = COMMANDS.flatMap((command) =>
  ORDER_STATES.flatMap((state) => KINDS.map((kind) => ({ command, state, kind }))),
);

describe("every cell of state × command × actor", () => {
  it("is as many as there are", () => expect(cells.length).toBe(23 * 11 * 6));

  it.each(cells)("$command in $state by $kind", ({ command, state, kind }) => {
    const order = ready(command, state);
    const decision = decide(order, GOOD[command], ctxOf(kind, T0));
    const rows = rowsOf(command, state, kind);
    if (rows.length > 0) {
      expect(decision.ok, JSON.stringify(decision)).toBe(true);
      if (!decision.ok) return;
      const after = evolveAll(order, decision.value, T0);
      const reached = rows.map((row) => (row.to === "same" ? state : row.to));
      expect(reached).toContain(after.state);
      const mayEmit: readonly string[] = rows.flatMap((row) => row.emits);
      for (const event of decision.value) expect(mayEmit).toContain(event.type);
      return;
    }
    const refusal = mayCommand(command, kind)
      ? { code: "wrong_state", reason: REASON_OF_STATE[state] }
      : { code: "forbidden", reason: "order.wrong-actor" };
    expect(decision).toEqual({ ok: false, error: refusal });
  });
});

describe("the table itself", () => {
  it("knows every command, and every guard is used", () => {
    expect(new Set(TRANSITIONS.map((row) => row.command))).toEqual(new Set(COMMANDS));
    expect(new Set(TRANSITIONS.flatMap((row) => row.guards))).toEqual(new Set(Object.keys(GUARDS)));
  });

  it("leaves no final state", () => {
    for (const row of TRANSITIONS)
      if (row.to !== "same")
        for (const state of row.from) expect(isFinal(state), `${row.command} ${state}`).toBe(false);
  });

  it("reaches every state from DRAFT, and a final one from every state", () => {
    const next = (state: OrderState) =>
      TRANSITIONS.filter((row) => row.from.includes(state) && row.to !== "same").map(
        (row) => row.to as OrderState,
      );
    const reach = (start: OrderState) => {
      const seen = new Set([start]);
      for (const state of seen) for (const to of next(state)) seen.add(to);
      return seen;
    };
    expect(reach("DRAFT")).toEqual(new Set(ORDER_STATES));
    for (const state of ORDER_STATES)
      expect([...reach(state)].some((to) => FINAL_STATES.includes(to as never))).toBe(true);
  });

  it("says for each row where it comes from", () => {
    for (const row of TRANSITIONS) expect(row.source).not.toBe("");
  });

  it("gives people and machines different commands, giving back and the correction after the SMS apart", () => {
    const shared = COMMANDS.filter(
      (command) =>
        (["system", "authority"] as const).some((kind) => mayCommand(command, kind)) &&
        (["applicant", "lead", "reviewer", "supervisor"] as const).some((kind) => mayCommand(command, kind)),
    );
    expect(shared).toEqual(["release", "sms_needs_change"]);
  });
});
