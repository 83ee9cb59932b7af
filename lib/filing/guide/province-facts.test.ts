import { describe, expect, it } from "vitest";
import { LOCALES } from "../../messages/locales";
import { translator } from "../../messages/translator";
import { policyAt } from "../policy";
import { PROVINCES, PROVINCES_BY_CODE } from "../policy/provinces";
import type { ProvincePolicy } from "../policy/types";
import { FACT_GROUPS } from "./fact-words";
import { provinceFacts } from "./province-facts";
import { provinceBySlug, slugOf } from "./province-slug";
import { ADVICE_WORDS } from "./province-words";

const province = (code: string): ProvincePolicy => {
  const found = PROVINCES_BY_CODE[code];
  if (found === undefined) throw new Error(`no province ${code}`);
  return found;
};
const DAY = "2026-11-24";
const policy = policyAt(Date.parse(DAY));
const factsOf = (code: string, day = DAY) => provinceFacts(province(code), policy, day);
const keys = (code: string) => factsOf(code).map(({ key }) => key);

describe("facts of a province", () => {
  it("has words for every field the advice has", () => {
    const fields = Object.keys(province("110000").advice).filter(
      (field) => field !== "authoritative" && field !== "notes",
    );
    expect(Object.keys(ADVICE_WORDS).sort()).toEqual(fields.sort());
  });

  it.each(PROVINCES)(
    "$name: every fact is dated, sourced, in its group's place, and said once",
    ({ code }) => {
      const facts = factsOf(code);
      for (const { source, date } of facts) {
        expect(source).toMatch(/^(S4|T21|T\+|H|DESIGN)(:|$)/);
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      const places = facts.map(({ group }) => FACT_GROUPS.indexOf(group));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const said = facts.map(({ key, side }) => `${key} ${side ?? ""}`);
      expect(new Set(said).size).toBe(said.length);
      expect(facts.filter(({ key }) => key === "days")).toMatchObject([{ authoritative: true }]);
    },
  );

  it("says what the tables say", () => {
    expect(factsOf("320000")[0]).toMatchObject({ key: "days", params: { min: 9, max: 30 } });
    expect(keys("110000")).toEqual(expect.arrayContaining(["entityLead.FREE", "noPersonalBlog"]));
    expect(keys("360000")).toContain("unitContentOnly");
    expect(keys("360000")).toContain("accessInfoMayDiffer.no");
    const ages = factsOf("120000").filter(({ key }) => key === "minAge");
    expect(ages.map(({ side, params }) => [side, params?.count])).toEqual([
      ["unit", 18],
      ["person", 16],
    ]);
    const sameAge = factsOf("110000").filter(({ key }) => key === "minAge");
    expect(sameAge.map(({ side, params }) => [side, params?.count])).toEqual([[undefined, 18]]);
  });

  it("binds where it comes from the newest pages, and only there", () => {
    const facts = factsOf("320000");
    const fact = (key: string) => facts.find((one) => one.key === key);
    expect(fact("responsibilityDocuments")).toMatchObject({
      authoritative: true,
      source: "S4: 材料上传",
      date: "2025-04-17",
    });
    expect(fact("localPhone")).toMatchObject({
      authoritative: false,
      source: "T21: 各省管局要求/江苏",
      date: "2021-04-09",
    });
    expect(facts.find(({ note }) => note)).toMatchObject({ group: "notes" });
  });

  it("follows the provider's own settings", () => {
    expect(keys("110000")).toContain("shellHere.no");
    expect(keys("110000")).toContain("shellElsewhere");
    expect(keys("130000")).not.toContain("shellElsewhere");
    const provider = { ...policy.provider, shellDirectAddProvinces: ["110000"] };
    const facts = provinceFacts(province("110000"), { ...policy, provider }, DAY);
    expect(facts.find(({ key }) => key === "shellHere.yes")).toMatchObject({ source: null, date: null });
    expect(factsOf("440000").find(({ key }) => key === "commitment")?.source).toMatch(/^T/);
  });

  it("names the source that holds on the day", () => {
    const lead = (day: string) => factsOf("140000", day).find(({ key }) => key.startsWith("entityLead"));
    expect(lead("2022-01-01")?.source).toBe("T21: 各省管局要求/山西");
    expect(lead(DAY)?.source).toBe("S4: 主体负责人信息");
  });
});

describe.each(LOCALES)("in %s", (locale) => {
  const translate = translator(locale);
  it("every fact of every province has its sentence", () => {
    const said = PROVINCES.flatMap((one) => factsOf(one.code).filter(({ note }) => note !== true));
    const missing = said.filter(({ key }) => !translate.has(`publicRules.fact.${key}`));
    expect(missing.map(({ key }) => key)).toEqual([]);
    for (const { key, params, list } of said) {
      const text = translate(`publicRules.fact.${key}`, { ...params, ...(list && { list: "x" }) });
      expect(text, key).not.toMatch(/[{}]|publicRules/);
    }
  });
});

describe("addresses of provinces", () => {
  it("are all different and lead back", () => {
    expect(new Set(PROVINCES.map(slugOf)).size).toBe(31);
    for (const one of PROVINCES) {
      expect(slugOf(one)).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(provinceBySlug(PROVINCES_BY_CODE, slugOf(one))).toBe(one);
      expect(provinceBySlug(PROVINCES_BY_CODE, one.code)).toBe(one);
    }
    expect(provinceBySlug(PROVINCES_BY_CODE, "nowhere")).toBeUndefined();
  });
});
