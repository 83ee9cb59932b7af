import { expect, it, test } from "vitest";
import { APP, app, approved, changes, ENTITY, filedRegistry, ONE, site, TWO } from "../registry/testing";
import { EMPTY_REGISTRY, type RegistryEvent } from "../registry/types";
import { Cursor, cursorText } from "./cursor";
import { touchedDomains } from "./touched";

test.each<[string, RegistryEvent, readonly string[]]>([
  ["a new service", approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]), ["site2.com"]],
  ["a cancelled service", { type: "struck", numbers: [ONE] }, ["site1.com"]],
  ["a cancelled entity", { type: "struck", numbers: [ENTITY] }, ["site1.com"]],
  ["a cancelled access", approved("CANCEL_ACCESS", [[ONE, site(1)]]), ["site1.com"]],
  [
    "a dropped and an added domain",
    approved("CHANGE_SERVICE", [[APP, app(1, { domains: [{ id: "dom_0001", domain: "other.com" }] })]]),
    ["site1.com", "other.com"],
  ],
])("%s moves its domains and no others", (_what, event, expected) => {
  const registry = filedRegistry();
  expect(touchedDomains(registry, changes(registry, event))).toEqual(expected);
});

it("is nothing where only data change", () => {
  const registry = filedRegistry();
  expect(touchedDomains(registry, changes(registry, approved("CHANGE_ENTITY", [])))).toEqual([]);
  expect(touchedDomains(EMPTY_REGISTRY, [])).toEqual([]);
});

it("is told from a cursor that comes back as it went, and from no other text", () => {
  for (const cursor of [
    { seq: 12, at: 34 },
    { seq: 12, at: 34, looking: { line: 5, until: 67 } },
  ])
    expect(Cursor.parse(cursorText(cursor))).toEqual(cursor);
  for (const text of ["", "x", btoa("1.2.3"), btoa("-1.2"), btoa("1"), btoa("1.2.3.4.5"), "1".repeat(97)])
    expect(Cursor.safeParse(text).success, text).toBe(false);
});
