import { describe, expect, it } from "vitest";
import type { OrderType } from "../application/codes";
import { decide } from "./decide";
import { GUARDS } from "./decide/guards";
import { evolveAll } from "./evolve";
import { reasonOf } from "./reasons";
import { FINAL_STATES, isFinal, ORDER_STATES, type OrderState } from "./states";
import { ACTORS, COMMANDS, ctxOf, GOOD, orderIn, REVIEWER, T0 } from "./testing";
import { mayCommand, rowsOf, TRANSITIONS } from "./transitions";
import type { ActorKind, OrderCommand, OrderCommandType, OrderSnapshot } from "./types";

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
  authority_accept: { pushed: 7 },
  sms_started: { pushed: 7 },
};
/** Staff confirm by their own word, everybody else by a code. */
const given = (command: OrderCommandType, kind: ActorKind): OrderCommand =>
  command === "confirm" && (kind === "reviewer" || kind === "supervisor")
    ? { type: "confirm", by: "STAFF", requestId: "req_1" }
    : GOOD[command];
const ready = (command: OrderCommandType, state: OrderState, type: OrderType) =>
  orderIn(state, { type, ...READINESS[command] });

/** One of each life; access is the cancellation that asks nobody for a code. */
const TYPES = ["FIRST_FILING", "CANCEL_ENTITY", "CANCEL_ACCESS"] as const satisfies readonly OrderType[];
/** What the policy as shipped, or the kind of cancellation, closes though there is a row. */
const CLOSED: Readonly<Record<string, string>> = {
  "abandon PROVIDER_REVIEW CANCEL_ENTITY": "order.irrevocable",
  "abandon PROVIDER_REVIEW CANCEL_ACCESS": "order.irrevocable",
  "abandon READY_FOR_AUTHORITY CANCEL_ENTITY": "order.irrevocable",
  "abandon READY_FOR_AUTHORITY CANCEL_ACCESS": "order.irrevocable",
  "authority_accept READY_FOR_AUTHORITY CANCEL_ENTITY": "order.sms-needed",
};

const cells = COMMANDS.flatMap((command) =>
  TYPES.flatMap((type) =>
    ORDER_STATES.flatMap((state) => KINDS.map((kind) => ({ command, type, state, kind }))),
  ),
);

describe("every cell of type × state × command × actor", () => {
  it("is as many as there are", () => expect(cells.length).toBe(26 * 3 * 13 * 6));

  it.each(cells)("$command of $type in $state by $kind", ({ command, type, state, kind }) => {
    const order = ready(command, state, type);
    const decision = decide(order, given(command, kind), ctxOf(kind, T0));
    const rows = rowsOf(command, order, kind);
    const closed = rows.length > 0 && CLOSED[`${command} ${state} ${type}`];
    if (closed)
      return expect(decision).toEqual({ ok: false, error: { code: "wrong_state", reason: closed } });
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
      ? { code: "wrong_state", reason: reasonOf(order, command) }
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
