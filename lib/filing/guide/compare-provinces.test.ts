import { expect, it, test } from "vitest";
import { policyAt } from "../policy";
import { compareProvinces, readProvinceFilter } from "./compare-provinces";

const policy = policyAt(Date.parse("2026-11-24T00:00:00Z"));
const names = (query: Record<string, string | string[]>) =>
  compareProvinces(policy, readProvinceFilter(query)).map(({ name }) => name);

/** The aggregates of DF §5: 23/4/1/3 kinds of entity lead, 11 letters, 18 renames, 25 accesses. */
test.each([
  [{}, 31],
  [{ lead: "MUST_LEGAL_REP" }, 23],
  [{ lead: "LETTER_ENTITY_LEAD" }, 4],
  [{ lead: "LETTER_LEGAL_REP" }, 1],
  [{ lead: "FREE" }, 3],
  [{ letter: "service" }, 11],
  [{ letter: "rename" }, 18],
  [{ letter: "entity" }, 5],
  [{ access: "differ" }, 25],
  [{ access: "match" }, 6],
  [{ time: "over" }, 2],
  [{ time: "within" }, 29],
])("%j leaves %i", (query, count) => expect(names(query)).toHaveLength(count));

test.each([
  [{ q: "江苏" }, ["江苏"]],
  [{ q: "jiangsu" }, ["江苏"]],
  [{ q: "INNER mongolia" }, ["内蒙古"]],
  [{ q: "innermongolia" }, ["内蒙古"]],
  [{ q: "粤" }, ["广东"]],
  [{ q: "530000" }, ["云南"]],
  [{ q: "nowhere" }, []],
  [{ lead: "FREE", time: "fast" }, ["辽宁", "海南"]],
  [{ time: "over" }, ["江苏", "云南"]],
  [{ lead: ["FREE", "MUST_LEGAL_REP"], access: "match" }, ["辽宁"]],
])("%j finds %j", (query, found) => expect(names(query as Record<string, string>)).toEqual(found));

it("takes what an address does not know as not said", () => {
  expect(readProvinceFilter({ lead: "nobody", sort: "sideways", q: "  ", other: "x" })).toEqual({ q: "" });
  expect(names({ lead: "nobody" })).toHaveLength(31);
  expect(readProvinceFilter({ q: "a".repeat(99) }).q).toHaveLength(40);
});

it("orders by code, by time, by name", () => {
  expect(names({}).slice(0, 3)).toEqual(["北京", "天津", "河北"]);
  expect(names({ sort: "days" }).slice(0, 2).sort()).toEqual(["上海", "新疆"]);
  expect(names({ sort: "days" }).at(-1)).toBe("江苏");
  expect(names({ sort: "name" })[0]).toBe("安徽");
});
