import { describe, expect, it, test } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import {
  DF_CERTIFICATES,
  DF_CONTENTS,
  DF_LANGUAGES,
  DF_MATERIALS,
  DF_NATURES,
  DF_PRE_APPROVALS,
  DF_SUFFIXES,
  rowsOf,
} from "../testing/df/tables";
import { CERTIFICATE_ROWS, CONTENT_ROWS, LANGUAGE_ROWS, NATURE_ROWS, PRE_APPROVAL_ROWS } from "./code-tables";
import { MATERIALS } from "./materials";
import { SUFFIX_ROWS } from "./suffixes";

/** The official term of a code, as the product shows it. */
const term = (table: string, id: string): unknown =>
  (loadMessages("zh-CN").codes as Record<string, Record<string, string>>)[table]?.[id];
const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => String(id));
const numbers = (cells: readonly string[]) => cells.map(Number);
const dated = (row: { readonly source: string; readonly effectiveFrom: string } | undefined) => {
  expect(row?.source).toMatch(/^(S\d|T21|T\+|H|BC|WX|V30|O33)\b/);
  expect(row?.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
};

describe("natures", () => {
  test.each(rowsOf(DF_NATURES))("%s %s", (id = "", name) => {
    dated(NATURE_ROWS.find((row) => String(row.id) === id));
    expect(term("nature", id)).toBe(name);
  });
  test.each(rowsOf(DF_CERTIFICATES))("certificates of %s", (nature = "", ...certificates) => {
    const row = NATURE_ROWS.find(({ id }) => String(id) === nature);
    expect(row?.certificates).toEqual(numbers(certificates));
    for (const id of numbers(certificates)) {
      const certificate = CERTIFICATE_ROWS.find((one) => one.id === id);
      dated(certificate);
      expect(certificate?.natures).toContain(Number(nature));
    }
  });
  it("are no others", () => {
    expect(ids(NATURE_ROWS)).toEqual(rowsOf(DF_NATURES).map(([id]) => id));
    expect(rowsOf(DF_CERTIFICATES)).toHaveLength(NATURE_ROWS.length);
  });
});

describe("service contents", () => {
  test.each(rowsOf(DF_CONTENTS))("group %s: %s %s", (group, id = "", name) => {
    const row = CONTENT_ROWS.find((one) => String(one.id) === id);
    dated(row);
    expect(row).toMatchObject({ group: Number(group), bit: 2 ** (Number(id) - 1) });
    expect(term("content", id)).toBe(name);
  });
  it("are no others", () => expect(ids(CONTENT_ROWS)).toEqual(rowsOf(DF_CONTENTS).map(([, id]) => id)));
});

describe("languages", () => {
  test.each(rowsOf(DF_LANGUAGES))("%s %s", (id = "", name) => {
    dated(LANGUAGE_ROWS.find((row) => String(row.id) === id));
    expect(term("language", id)).toBe(name);
  });
  it("are no others", () => expect(ids(LANGUAGE_ROWS)).toEqual(rowsOf(DF_LANGUAGES).map(([id]) => id)));
});

describe("pre-approvals", () => {
  test.each(rowsOf(DF_PRE_APPROVALS))("%s: bit %s, abolished %s", (id, bit, abolished) => {
    const row = PRE_APPROVAL_ROWS.find((one) => String(one.id) === id);
    dated(row);
    expect(row).toMatchObject({ bit: Number(bit), abolished: abolished === "yes" });
  });
  it("are no others", () =>
    expect(ids(PRE_APPROVAL_ROWS)).toEqual(rowsOf(DF_PRE_APPROVALS).map(([id]) => id)));
});

describe("materials", () => {
  test.each(rowsOf(DF_MATERIALS))("%s in %s, %s side(s)", (code, orders, sides) => {
    const row = [...MATERIALS.values()].find((kind) => kind.code === code);
    dated(row);
    expect(row?.orders.join("")).toBe(orders);
    expect(row?.sides).toHaveLength(Number(sides));
  });
  it("are no others", () =>
    expect([...MATERIALS.keys()]).toEqual(rowsOf(DF_MATERIALS).map(([code]) => code)));
});

describe("suffixes", () => {
  const printed = DF_SUFFIXES.trim().split(/\s+/);
  it("are those printed, and no others", () => {
    const shipped = SUFFIX_ROWS.map(({ suffix }) => suffix);
    expect(printed.filter((suffix) => !shipped.includes(suffix))).toEqual([]);
    expect(shipped.filter((suffix) => !printed.includes(suffix))).toEqual([]);
  });
  it("carry the day of the list", () =>
    expect(SUFFIX_ROWS.filter(({ effectiveFrom }) => effectiveFrom !== "2020-07-24")).toEqual([]));
});
