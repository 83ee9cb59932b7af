import { describe, expect, it, test } from "vitest";
import { CANCELLATIONS, type CancelType } from "../lifecycle/life";
import { policyAt } from "../policy";
import { settingByKey, shippedAt } from "../policy/provider";
import { NOW } from "../testing/fixtures";
import {
  GONE,
  type LeaveAdvice,
  type LeaveService,
  type LeaveShape,
  USED,
  WHERE,
  type Wish,
  whichCancellation,
} from "./cancellation";
import { COMPARED, type Compared, comparison } from "./cancellation-table";

const of = (n: number, domains = 1, accessHere = true): LeaveService => ({
  number: `京ICP备2026000001号-${n}`,
  domains: Array.from({ length: domains }, (_, i) => `site${n}${i}.com`),
  accessHere,
});
const HERE: LeaveShape = {
  ...{ where: "here", services: [of(1)], openOrder: "none" },
  ...{ person: false, personToUnit: "UNSPECIFIED" },
};
const [ONE, TWO] = [of(1).number, of(2).number];
const wish = (over: Partial<Wish> = {}): Wish => ({ gone: "service", used: "no", services: [], ...over });
const short = (advice: LeaveAdvice | null) => advice && `${advice.answer}: ${advice.reason}`;
const ask = (shape: Partial<LeaveShape>, over: Partial<Wish> = {}) =>
  whichCancellation({ ...HERE, ...shape }, wish(over));

/** Every row of DF §10.1, and what it meets on the way. */
const ROWS: readonly (readonly [what: string, Partial<LeaveShape>, Partial<Wish>, string | null])[] = [
  ["not approved yet", { openOrder: "abandonable" }, { gone: "order" }, "abandon: order-not-approved"],
  ["not approved yet, nothing known", { services: [] }, { gone: "order" }, "abandon: order-not-approved"],
  ["at the authority", { openOrder: "locked" }, { gone: "order" }, "wait: order-at-authority"],
  ["one service, one domain", {}, {}, "cancel-entity: only-service"],
  ["its domain", {}, { gone: "domain" }, "cancel-entity: only-service"],
  [
    "one service, several domains, drop some",
    { services: [of(1, 3)] },
    { gone: "domain" },
    "change-service: one-of-several-domains",
  ],
  ["one service, several domains, all of it", { services: [of(1, 3)] }, {}, "cancel-entity: only-service"],
  [
    "several services of one domain, drop one",
    { services: [of(1), of(2)] },
    { services: [TWO] },
    "cancel-service: one-of-several-services",
  ],
  [
    "its domain",
    { services: [of(1), of(2)] },
    { gone: "domain", services: [TWO] },
    "cancel-service: one-of-several-services",
  ],
  [
    "several services of several domains, drop a domain",
    { services: [of(1, 2), of(2, 2)] },
    { gone: "domain", services: [ONE] },
    "change-service: one-of-several-domains",
  ],
  [
    "every service, one by one",
    { services: [of(1), of(2)] },
    { services: [ONE, TWO] },
    "cancel-entity: all-services",
  ],
  ["everything", { services: [of(1), of(2, 3)] }, { gone: "everything" }, "cancel-entity: everything"],
  ["moved to another provider", {}, { used: "elsewhere" }, "access-then-cancel-access: moved"],
  [
    "all moved",
    { services: [of(1), of(2)] },
    { gone: "everything", used: "elsewhere" },
    "access-then-cancel-access: moved",
  ],
  [
    "moved, and cut off here before",
    { services: [of(1), of(2, 1, false)] },
    { used: "elsewhere", services: [TWO] },
    "old-provider: not-served-here",
  ],
  ["a shell, also after the last service", { services: [] }, {}, "offline-shell: shell"],
  ["somebody else's", { where: "someone-else", services: [] }, {}, "authority-form: bought-domain"],
  ["not filed here", { where: "elsewhere", services: [] }, {}, "old-provider: filed-elsewhere"],
  ["filed, not served here", { services: [of(1, 1, false)] }, {}, "old-provider: not-served-here"],
  [
    "a service not served here beside one that is",
    { services: [of(1), of(2, 1, false)] },
    { services: [TWO] },
    "old-provider: not-served-here",
  ],
  [
    "a domain of a service not served here",
    { services: [of(1), of(2, 2, false)] },
    { gone: "domain", services: [TWO] },
    "old-provider: not-served-here",
  ],
  ["another account", { where: "other-account", services: [] }, {}, "other-account: other-account"],
  [
    "person to unit, not allowed",
    { person: true, personToUnit: "NOT_ALLOWED" },
    { used: "as-unit" },
    "cancel-then-file: person-not-to-unit",
  ],
  ["person to unit, not said", { person: true }, { used: "as-unit" }, "cancel-then-file: person-not-to-unit"],
  [
    "person to unit, allowed",
    { person: true, personToUnit: "ALLOWED" },
    { used: "as-unit" },
    "change-filing: person-to-unit",
  ],
  [
    "a unit has no such question",
    { personToUnit: "ALLOWED" },
    { used: "as-unit" },
    "cancel-entity: only-service",
  ],
  ["an order under way", { openOrder: "abandonable" }, {}, "abandon: open-order-first"],
  ["an order at the authority", { openOrder: "locked" }, {}, "wait: open-order-locked"],
  ["which of several is not said", { services: [of(1), of(2)] }, {}, null],
  ["nor known", { services: [of(1), of(2)] }, { services: ["京ICP备2026000009号-1"] }, null],
];

describe("which cancellation", () => {
  test.each(ROWS)("%s", (_what, shape, asked, answer) => expect(short(ask(shape, asked))).toBe(answer));

  it("names its order, and what the order is about", () => {
    const several = { services: [of(1, 2), of(2)] };
    expect(ask(several, { services: [TWO] })).toMatchObject({ order: "CANCEL_SERVICE", services: [TWO] });
    expect(ask(several, { gone: "everything" })).toMatchObject({ order: "CANCEL_ENTITY", services: [] });
    expect(ask(several, { gone: "domain", services: [ONE] })?.order).toBe("CHANGE_SERVICE");
    expect(ask(several, { used: "elsewhere", services: [ONE] })).toMatchObject({
      ...{ order: "CANCEL_ACCESS", services: [ONE] },
    });
    expect(ask({ where: "someone-else" })?.order).toBeNull();
  });

  test.each([
    ["a shell", {}, {}, ["would-leave-shell", "everything-dies", "irrevocable"]],
    ["everything, on purpose", {}, { gone: "everything" }, ["everything-dies", "irrevocable"]],
    ["a change", { services: [of(1, 2)] }, { gone: "domain" }, ["is-a-change"]],
    ["one of two", { services: [of(1), of(2)] }, { services: [ONE] }, ["irrevocable"]],
    [
      "with all its domains",
      { services: [of(1, 2), of(2)] },
      { services: [ONE] },
      ["chooses-all-domains", "irrevocable"],
    ],
    ["no access left", {}, { used: "elsewhere" }, ["access-first", "no-access-left", "irrevocable"]],
    [
      "one of two moved",
      { services: [of(1), of(2)] },
      { used: "elsewhere", services: [ONE] },
      ["access-first", "irrevocable"],
    ],
    [
      "one domain moved takes the service along",
      { services: [of(1, 2), of(2)] },
      { gone: "domain", used: "elsewhere", services: [ONE] },
      ["access-first", "whole-service", "irrevocable"],
    ],
  ] as const)("warns of %s", (_what, shape, asked, warnings) =>
    expect(ask(shape, asked as Partial<Wish>)?.warnings).toEqual(warnings),
  );

  describe.each(WHERE)("%s", (where) => {
    const orders = ["none", "abandonable", "locked"] as const;
    const wishes = GONE.flatMap((gone) => USED.map((used) => ({ gone, used, services: [ONE] })));
    const shapes = orders.flatMap((openOrder) =>
      [[], [of(1)], [of(1, 2), of(2, 1, false)]].map((services) => ({ where, openOrder, services })),
    );
    it("answers every combination, and cancels nothing of somebody else or beside an open order", () => {
      const made = shapes.flatMap((shape) => wishes.map((asked) => [shape, ask(shape, asked)] as const));
      expect(made.filter(([, advice]) => advice === null)).toEqual([]);
      const closed = made.filter(([{ openOrder }]) => where !== "here" || openOrder !== "none");
      expect(closed.filter(([, advice]) => advice?.order !== null)).toEqual([]);
    });
  });
});

/** The printed table, DF §11.1: entity, service, access. */
const TABLE: Readonly<Record<Compared, readonly [string, string, string]>> = {
  effect: ["entity-gone", "service-gone", "link-gone"],
  others: ["all-dead", "unaffected", "unaffected"],
  domain: ["dead", "dead", "dead-here"],
  reversible: ["refile", "no", "new-access"],
  danger: ["suffix", "suffix-and-shell", "struck-off"],
  verified: ["entity-lead", "service-lead", "nobody"],
  email: ["no", "yes", "not-asked"],
  sms: ["entity-lead", "service-lead", "none"],
  time: ["at-once-or", "at-once-or", "days"],
  password: ["none", "none", "none"],
};

describe("the three compared", () => {
  const policy = policyAt(NOW);
  const cells = COMPARED.flatMap((row) =>
    CANCELLATIONS.map((kind, column) => [row, kind, TABLE[row][column] ?? ""] as const),
  );
  test.each(cells)("%s of %s: %s", (row, kind, value) => {
    const cell = comparison(policy)[row][kind];
    expect(cell.value).toBe(value);
    expect(cell.source).toMatch(/^(S[0-4]|T21|H|V30)/);
  });

  it("follows the provider's policy", () => {
    const cancel = {
      ...policy.provider.cancel,
      confirmBy: { entity: ["PHONE"], service: ["PHONE"], access: ["PHONE", "EMAIL"] } as const,
      filingPassword: { entity: "required", service: "optional" } as const,
      workingDays: [3, 20] as const,
    };
    const table = comparison({ ...policy, provider: { ...policy.provider, cancel } });
    const row = (name: Compared) => CANCELLATIONS.map((kind: CancelType) => table[name][kind].value);
    expect(row("email")).toEqual(["no", "no", "yes"]);
    expect(row("verified")).toEqual(["entity-lead", "service-lead", "service-lead"]);
    expect(row("password")).toEqual(["required", "optional", "none"]);
    expect(row("time")).toEqual(["days", "days", "days"]);
    expect(table.time.CANCEL_ENTITY.params).toEqual({ min: 3, max: 20 });
    expect(table.time.CANCEL_ACCESS.params).toEqual({ min: 3, max: 5 });
  });

  it("knows how long each source said it takes (DF §11.8)", () => {
    const setting = settingByKey("cancel.workingDays");
    if (setting === undefined) throw new Error("no such setting");
    const days = ["2017-06-01", "2020-10-01", "2025-05-23"].map((day) => shippedAt(setting, day).value);
    expect(days).toEqual([
      [3, 20],
      [1, 20],
      [0, 20],
    ]);
    expect(comparison(policy).time.CANCEL_SERVICE.params).toEqual({ min: 0, max: 20 });
  });
});
