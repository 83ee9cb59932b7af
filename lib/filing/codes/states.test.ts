import { describe, expect, it } from "vitest";
import { policyAt } from "../policy";
import { addNaturalDays } from "../policy/calendar";
import { NOW } from "../testing/fixtures";
import {
  CODE_STATES,
  type CodeCommand,
  type CodeRecord,
  type CodeState,
  decideCode,
  isCodeAlive,
  shownState,
} from "./states";

const HERE = { orderId: "order-1", serviceId: "svc_0001" };
const THERE = { orderId: "order-2", serviceId: "svc_0001" };
const inState = (state: CodeState): CodeRecord => ({
  ...{ state, targetAccountId: "mine", resourceId: "ins-1" },
  place: state === "UNUSED" ? null : HERE,
  usedFor: state === "USED" ? "京ICP备2023111111号-1" : null,
});
const take = (place = HERE, accountId = "mine"): CodeCommand => ({ type: "take", accountId, place });

/** Every command in every state: the state it leads to, or why not. */
const TABLE: readonly (readonly [string, CodeCommand, Readonly<Record<CodeState, string>>])[] = [
  ["take", take(), { UNUSED: "IN_USE", IN_USE: "IN_USE", USED: "lending.taken" }],
  ["take elsewhere", take(THERE), { UNUSED: "IN_USE", IN_USE: "lending.taken", USED: "lending.taken" }],
  [
    "take for another service of the order",
    take({ ...HERE, serviceId: "svc_0002" }),
    { UNUSED: "IN_USE", IN_USE: "lending.taken", USED: "lending.taken" },
  ],
  ["take by another account", take(HERE, "other"), { UNUSED: "?", IN_USE: "?", USED: "?" }],
  [
    "release",
    { type: "release" },
    { UNUSED: "lending.not-in-use", IN_USE: "UNUSED", USED: "lending.not-in-use" },
  ],
  [
    "use",
    { type: "use", number: "京ICP备2023111111号-1" },
    { UNUSED: "lending.not-in-use", IN_USE: "USED", USED: "lending.not-in-use" },
  ],
  [
    "bind to another",
    { type: "bind", accountId: "other" },
    { UNUSED: "UNUSED", IN_USE: "lending.bound", USED: "lending.bound" },
  ],
  [
    "bind to the same",
    { type: "bind", accountId: "mine" },
    { UNUSED: "UNUSED", IN_USE: "IN_USE", USED: "USED" },
  ],
  [
    "follow its service",
    { type: "follow", accountId: "other" },
    { UNUSED: "lending.not-in-use", IN_USE: "lending.not-in-use", USED: "USED" },
  ],
  [
    "re-point",
    { type: "repoint", resourceId: "ins-2" },
    { UNUSED: "UNUSED", IN_USE: "lending.repoint-in-use", USED: "USED" },
  ],
  [
    "delete",
    { type: "delete" },
    { UNUSED: "gone", IN_USE: "lending.delete-used", USED: "lending.delete-used" },
  ],
];

describe("a code", () => {
  for (const [name, command, expected] of TABLE)
    it.each(CODE_STATES)(`${name}: %s`, (state) => {
      const decided = decideCode(inState(state), command);
      const answer = decided.ok ? (decided.value?.state ?? "gone") : (decided.error.reason ?? "?");
      expect(answer).toBe(expected[state]);
    });

  it("keeps its place while in use and once used, and forgets it when released", () => {
    const taken = decideCode(inState("UNUSED"), take());
    expect(taken.ok && taken.value?.place).toEqual(HERE);
    const used = decideCode(inState("IN_USE"), { type: "use", number: "N" });
    expect(used.ok && used.value).toMatchObject({ place: HERE, usedFor: "N" });
    const released = decideCode(inState("IN_USE"), { type: "release" });
    expect(released.ok && released.value).toEqual(inState("UNUSED"));
  });

  it("answers another account as if it were not there", () => {
    const refused = decideCode(inState("UNUSED"), take(HERE, "other"));
    expect(refused).toEqual({ ok: false, error: { code: "not_found" } });
  });
});

describe("what is shown", () => {
  const policy = policyAt(NOW);
  const days = policy.provider.resourceMinRemainingDays;

  it("is void when the server is gone or ends within the days asked for", () => {
    expect(isCodeAlive(null, NOW, policy)).toBe(false);
    expect(isCodeAlive({ expiresAt: addNaturalDays(NOW, days) - 1 }, NOW, policy)).toBe(false);
    expect(isCodeAlive({ expiresAt: addNaturalDays(NOW, days) }, NOW, policy)).toBe(true);
  });

  it.each([
    ["UNUSED", true, "UNUSED"],
    ["UNUSED", false, "EXPIRED"],
    ["IN_USE", true, "IN_USE"],
    ["IN_USE", false, "EXPIRED"],
    ["USED", true, "USED"],
    ["USED", false, "USED"],
  ] as const)("%s, alive %s: %s", (state, alive, shown) => {
    expect(shownState(state, alive)).toBe(shown);
  });
});
