import { describe, expect, it } from "vitest";
import { BOOK } from "../rules";
import { browseRules, looksAt, readRuleFilter } from "./browse-rules";

const title = (rule: { id: string }) => (rule.id === "entity.required" ? "Entity Fields" : "");
const ids = (query: Record<string, string>) =>
  browseRules(BOOK, readRuleFilter(query), title).flatMap(({ rules }) => rules.map(({ id }) => id));

describe("the book for readers", () => {
  it("holds every rule once, whatever its topic", () => {
    expect(ids({}).sort()).toEqual(BOOK.map(({ id }) => id).sort());
    expect(ids({ topic: "nothing", level: "loud" })).toHaveLength(BOOK.length);
  });
  it("is filtered by topic, level and words of title or id", () => {
    expect(ids({ topic: "entity" })).toEqual(
      BOOK.filter(({ topic }) => topic === "entity").map(({ id }) => id),
    );
    expect(ids({ level: "warn" }).sort()).toEqual(
      BOOK.filter(({ level }) => level === "warn")
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids({ q: "entity fields" })).toEqual(["entity.required"]);
    expect(ids({ q: "ENTITY.required" })).toEqual(["entity.required"]);
    expect(ids({ q: "no such words" })).toEqual([]);
  });
  it("cuts a long search between characters", () => {
    expect(readRuleFilter({ q: ` ${"a".repeat(39)}😀 and more` }).q).toBe(`${"a".repeat(39)}😀`);
  });
  it("tells fields from facts", () => {
    const reads = [
      "entity.name",
      "services[*].domain",
      "services[*].domain",
      "facts.business",
      "facts.domains",
    ];
    const rule = { ...(BOOK[0] as (typeof BOOK)[number]), reads };
    expect(looksAt(rule)).toEqual({
      fields: ["entity.name", "services.domain"],
      facts: ["business", "domains"],
    });
    for (const one of BOOK) {
      const { fields, facts } = looksAt(one);
      expect(fields.length + facts.length, one.id).toBeGreaterThan(0);
    }
  });
});
