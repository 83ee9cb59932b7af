import { expect, test } from "vitest";
import { contextOf, validEnterprise, validPerson } from "../testing/fixtures";
import { FACT_KEYS, type Facts, type MaterialFact } from "./facts";
import { type FactsInput, FactsSchema } from "./facts-schema";
import type { MaterialCode } from "./material-types";

type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T;
type Same<A, B> = [Deep<A>] extends [Deep<B>] ? ([Deep<B>] extends [Deep<A>] ? true : false) : false;

/** A file names materials of the catalogue only; what was uploaded long ago may carry a code of then. */
interface Named extends Omit<Facts, "materials"> {
  readonly materials?: readonly (MaterialFact & { readonly code: MaterialCode })[];
}

test("the schema of the facts and their type say the same", () => {
  // Fails to compile as soon as one of them has a member, or a value, that the other has not.
  const bound: Same<FactsInput, Named> = true;
  expect(bound).toBe(true);
  expect(Object.keys(FactsSchema.shape).sort()).toEqual([...FACT_KEYS]);
});

test.each([
  ["enterprise", validEnterprise()],
  ["person", validPerson()],
])("good facts of an %s pass", (_, app) => {
  const { facts } = contextOf(app);
  expect(FactsSchema.parse(structuredClone(facts))).toEqual(facts);
});

/** Every object inside a value, with the path to it. */
const objects = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([key, inner]) => objects(inner, [...path, key])),
      ];

test("a given fact is whole: any member left out is refused", () => {
  const { facts } = contextOf(validEnterprise());
  const records = new Set(["", "domains", "resources", "codes"]);
  const whole = objects(facts).filter((path) => !records.has(path.join(".")));
  expect(whole.length).toBeGreaterThan(6);
  for (const path of whole) {
    const members = Object.keys(at(facts, path));
    for (const member of members) {
      const copy = structuredClone(facts);
      Reflect.deleteProperty(at(copy, path), member);
      expect(FactsSchema.safeParse(copy).success, [...path, member].join(".")).toBe(false);
    }
  }
});

const at = (value: unknown, path: readonly string[]): object =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value) as object;
