import { describe, expect, it } from "vitest";
import { PLACES } from "../places";
import { PROVINCES } from "../provinces";
import { divisionsOf } from ".";
import { listedAs, shortPlace } from "./parse";

const all = PROVINCES.map(({ code }) => ({
  code,
  divisions: divisionsOf(code) ?? new Map<string, string[]>(),
}));

describe("the divisions of the mainland", () => {
  it("are there for every province one can file in, and for nothing else", () => {
    expect(PROVINCES.filter(({ code }) => divisionsOf(code) === undefined)).toEqual([]);
    expect(divisionsOf("710000")).toBeUndefined();
    expect(divisionsOf("constructor")).toBeUndefined();
  });
  it("have something below every city, each name once", () => {
    for (const { code, divisions } of all)
      for (const [city, districts] of divisions) {
        expect(districts.length, `${code} ${city}`).toBeGreaterThan(0);
        expect(new Set(districts).size, `${code} ${city}`).toBe(districts.length);
      }
  });
  it("name places, never groups of them", () => {
    const names = all.flatMap(({ divisions }) => [...divisions].flat(2));
    expect(names.filter((name) => /^(市辖区|县)$|直辖|[\s\d]/.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(3300);
  });
  it("hold the special cases", () => {
    expect([...(divisionsOf("310000") ?? [])].map(([city]) => city)).toEqual(["上海市"]);
    expect(divisionsOf("500000")?.get("重庆市")).toContain("城口县");
    expect(divisionsOf("440000")?.get("东莞市")).toContain("南城街道");
    expect(divisionsOf("440000")?.get("中山市")).not.toContain("中山市");
    expect(divisionsOf("410000")?.has("济源市")).toBe(true);
    expect(divisionsOf("650000")?.has("石河子市")).toBe(true);
  });
  it("agree with the names of cities the rules know", () => {
    const wrong = all.flatMap(({ code, divisions }) =>
      [...divisions.keys()].filter((city) =>
        PLACES.some(
          ({ name, province, isProvince }) => !isProvince && name === shortPlace(city) && province !== code,
        ),
      ),
    );
    expect(wrong).toEqual([]);
    const short = new Set(
      all.flatMap(({ divisions }) => [...divisions.keys()].flatMap((c) => [c, shortPlace(c)])),
    );
    expect(PLACES.filter(({ name, isProvince }) => !isProvince && !short.has(name))).toEqual([]);
  });
});

describe("a name as somebody writes it", () => {
  it.each([
    ["杭州", "杭州市"],
    ["杭州市", "杭州市"],
    ["延边", "延边朝鲜族自治州"],
    ["巴音郭楞", "巴音郭楞蒙古自治州"],
    ["神农架", "神农架林区"],
    ["样例", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s is listed as %s", (typed, listed) => {
    const names = ["杭州市", "延边朝鲜族自治州", "巴音郭楞蒙古自治州", "神农架林区"];
    expect(listedAs(names, typed)).toBe(listed);
  });
  it("the exact name goes before a shorter likeness", () => {
    expect(listedAs(["和田市", "和田县"], "和田县")).toBe("和田县");
    expect(shortPlace("忠县")).toBe("忠县");
  });
});
