import { describe, expect, it } from "vitest";
import { placeOf, type SectionId } from "../application/draft-sections";
import { isLocal } from "../application/section-context";
import { CASES } from "./cases";
import { findingsOf, ruleById } from "./index";
import { SERVER_TOLD } from "./page-books/live";
import { isLive, liveRules } from "./page-rules";

const isSection = (place: string): place is SectionId => /^(entity|people|filed|service:)/.test(place);

describe("the rules a page judges while one types", () => {
  it("are all that can be judged there and speak there, in any row of the tables", () => {
    const late = new Set<string>();
    for (const [id, , ctx] of CASES) {
      const rule = ruleById(id);
      for (const { path } of rule ? findingsOf(rule, ctx) : []) {
        const place = placeOf(path);
        if (
          rule &&
          isSection(place) &&
          isLocal(place, rule.reads) &&
          !isLive(place, id) &&
          !SERVER_TOLD.has(id)
        )
          late.add(`${id} on ${place}`);
      }
    }
    expect([...late]).toEqual([]);
  });

  it("need no fact, and outside their own page nobody's data", () => {
    for (const section of ["entity", "people", "service:svc_site01"] as const) {
      const rules = liveRules(section);
      expect(rules.length).toBeGreaterThan(3);
      for (const { id, reads } of rules) expect(isLocal(section, reads), id).toBe(true);
    }
  });

  it("are not those of another page", () => {
    expect(isLive("service:svc_site01", "domain.form")).toBe(true);
    expect(isLive("entity", "domain.form")).toBe(false);
    expect(isLive("entity", "no.such-rule")).toBe(false);
  });
});
