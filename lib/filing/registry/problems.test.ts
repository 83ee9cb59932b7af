import { describe, expect, it } from "vitest";
import { validEnterprise } from "../testing/fixtures";
import { applyChanges } from "./apply";
import {
  APP,
  app,
  approved,
  changes,
  ENTITY,
  ended,
  filedRegistry,
  lived,
  made,
  ONE,
  site,
  TWO,
} from "./testing";
import { EMPTY_REGISTRY, type Registry, type RegistryEvent } from "./types";

const OTHER = "沪ICP备2026000009号";
const FILED = filedRegistry();

describe("what cannot be true", () => {
  const gone = lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ENTITY", []));
  const without = lived(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [TWO, site(2)],
    ]),
    approved("CANCEL_SERVICE", [[TWO, site(2)]]),
  );
  it.each<[string, string, Registry, RegistryEvent]>([
    [
      "entity-unknown",
      "a new service of nobody",
      EMPTY_REGISTRY,
      approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]),
    ],
    ["entity-unknown", "a change of nobody", EMPTY_REGISTRY, approved("CHANGE_ENTITY", [])],
    ["entity-unknown", "a cancellation of nobody", EMPTY_REGISTRY, approved("CANCEL_ENTITY", [])],
    ["entity-ended", "anything of an ended record", gone, approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]])],
    [
      "entity-ended",
      "a first filing under an ended number",
      gone,
      approved("FIRST_FILING", [[TWO, site(2)]]),
    ],
    [
      "number-of-other-entity",
      "an order under another number",
      FILED,
      approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]], {}, OTHER),
    ],
    ["number-taken", "a number given twice", FILED, approved("NEW_SERVICE_LOCAL", [[ONE, site(2)]])],
    [
      "service-ended",
      "a cancelled number given again",
      without,
      approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]),
    ],
    ["service-ended", "access to a cancelled service", without, approved("ACCESS_SERVICE", [[TWO, site(2)]])],
    ["service-ended", "a cancelled service changed", without, approved("CHANGE_SERVICE", [[TWO, site(2)]])],
    ["service-ended", "a service cancelled twice", without, approved("CANCEL_SERVICE", [[TWO, site(2)]])],
    [
      "service-unknown",
      "a change of what is not filed here",
      FILED,
      approved("CHANGE_SERVICE", [[TWO, site(2)]]),
    ],
    ["service-unknown", "a cancellation of it", FILED, approved("CANCEL_SERVICE", [[TWO, site(2)]])],
    ["service-unknown", "access cancelled to it", FILED, approved("CANCEL_ACCESS", [[TWO, site(2)]])],
    [
      "access-missing",
      "access cancelled twice",
      lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ACCESS", [[ONE, site(1)]])),
      approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    ],
    ["kind-changed", "a website that becomes an APP", FILED, approved("CHANGE_SERVICE", [[ONE, app(1)]])],
    [
      "province-changed",
      "a move to another province",
      FILED,
      approved("CHANGE_ENTITY", [], { entity: { ...validEnterprise().entity, province: "310000" } }),
    ],
    [
      "domain-taken",
      "a second website of one domain",
      FILED,
      approved("NEW_SERVICE_LOCAL", [[TWO, site(1)]]),
    ],
    [
      "domain-taken",
      "a website changed to another one's domain",
      lived(
        approved("FIRST_FILING", [
          [ONE, site(1)],
          [TWO, site(2)],
        ]),
      ),
      approved("CHANGE_SERVICE", [[ONE, site(1, { domain: "site2.com" })]]),
    ],
    [
      "incomplete",
      "an organiser without a province",
      EMPTY_REGISTRY,
      approved("FIRST_FILING", [], { entity: {} }),
    ],
  ])("%s: %s", (problem, _what, registry, event) => {
    expect(made(registry, event)).toEqual(problem);
  });

  it("but the domain of an ended service is free again", () => {
    const moved = approved("CHANGE_SERVICE", [[ONE, site(1, { domain: "site2.com" })]]);
    expect(made(without, moved)).toEqual([
      ...[`service_changed ${ONE}`, `domain_ended ${ONE} site1.com`, `domain_opened ${ONE} site2.com`],
    ]);
  });
});

describe("an unasked notice", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["of one service ends it alone", [ONE], ended(ONE, "site1.com")],
    [
      "of the record ends all, also what it does not name",
      [ENTITY],
      [...ended(ONE, "site1.com"), ...ended(APP, "site1.com", "com.sample.app1"), `entity_ended ${ENTITY}`],
    ],
    ["of numbers not known here ends nothing", [OTHER, `${OTHER}-1`], []],
  ])("%s", (_name, numbers, expected) => {
    expect(made(FILED, { type: "struck", numbers })).toEqual(expected);
  });

  it("heard twice does nothing the second time", () => {
    const struck = { type: "struck", numbers: [ENTITY, ONE] } as const;
    expect(made(applyChanges(FILED, changes(FILED, struck)), struck)).toEqual([]);
    expect(made(EMPTY_REGISTRY, struck)).toEqual([]);
  });

  it("of going to another account needs somebody to go, and touches nothing filed", () => {
    expect(made(EMPTY_REGISTRY, { type: "moved", to: "acc_2" })).toBe("entity-unknown");
    const gone = lived(approved("FIRST_FILING", [[ONE, site(1)]]), { type: "struck", numbers: [ENTITY] });
    expect(made(gone, { type: "moved", to: "acc_2" })).toBe("entity-ended");
    const event = { type: "moved", to: "acc_2" } as const;
    expect(changes(FILED, event)).toEqual([{ type: "entity_moved", entity: ENTITY, to: "acc_2" }]);
    expect(applyChanges(FILED, changes(FILED, event))).toEqual(FILED);
  });

  it("of a conflict touches nothing", () => {
    expect(made(FILED, { type: "conflict", target: ONE })).toEqual([]);
  });
});
