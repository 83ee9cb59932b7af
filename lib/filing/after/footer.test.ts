import { describe, expect, it, test } from "vitest";
import { PROVINCES, policyAt } from "../policy";
import { NOW } from "../testing/fixtures";
import { type Filed, footerOf, POINTINGS } from "./footer";
import { appWording, footerHtml } from "./snippet";

const policy = policyAt(NOW);
const province = (code: string) => {
  const found = policy.provinces[code];
  if (found === undefined) throw new Error(`no province ${code}`);
  return found;
};
const UNIT: Filed = {
  kind: "WEBSITE",
  entityNumber: "京ICP备2026000001号",
  serviceNumber: "京ICP备2026000001号-2",
  unitName: "青禾文具有限公司",
};
const PERSON: Filed = { ...UNIT, unitName: null };
const APP: Filed = { ...UNIT, kind: "APP", serviceNumber: "京ICP备2026000001号-3A" };
const [PLAIN, PREFIXED] = [{ requireCompanyPrefix: false }, { requireCompanyPrefix: true }];
const which = (filed: Filed, pointing: (typeof POINTINGS)[number], code: string) =>
  footerOf(filed, pointing, province(code), PLAIN).which;

describe("which number (DF §10.3)", () => {
  test.each([
    ["one", "service"],
    ["direct", "entity"],
    ["indirect", "service"],
    ["mixed", "entity"],
  ] as const)("domains that lead to the site as %s: the %s number", (pointing, expected) => {
    expect(which(UNIT, pointing, "110000")).toBe(expected);
    expect(which(PERSON, pointing, "110000")).toBe(expected);
  });

  it("is the entity's in Guangdong, however domains lead there, and its own everywhere else", () => {
    const always = PROVINCES.filter(({ code }) =>
      POINTINGS.every((one) => which(UNIT, one, code) === "entity"),
    );
    expect(always.map(({ code }) => code)).toEqual(["440000"]);
    for (const { code } of PROVINCES.filter((one) => one.code !== "440000"))
      expect([code, which(UNIT, "one", code), which(UNIT, "direct", code)]).toEqual([
        code,
        "service",
        "entity",
      ]);
    expect(footerOf(UNIT, "one", province("440000"), PLAIN)).toMatchObject({
      number: UNIT.entityNumber,
      source: "H: 各省要求/广东",
    });
  });

  it("is an APP's own in every province", () => {
    for (const { code } of PROVINCES)
      for (const pointing of POINTINGS)
        expect(footerOf(APP, pointing, province(code), PREFIXED)).toMatchObject({
          number: APP.serviceNumber,
          line: null,
        });
  });
});

describe("what goes before it", () => {
  it("is the copyright line of a unit where the province wants it, in no other province", () => {
    const wanting = PROVINCES.filter(
      ({ code }) => footerOf(UNIT, "one", province(code), PLAIN).line !== null,
    );
    expect(wanting.map(({ code }) => code)).toEqual(["320000"]);
    expect(footerOf(UNIT, "one", province("320000"), PLAIN).line).toBe("青禾文具有限公司版权所有");
    expect(footerOf(PERSON, "one", province("320000"), PLAIN).line).toBeNull();
  });

  it("is the company's name where the provider wants it, once where both do, never of a person", () => {
    expect(footerOf(UNIT, "one", province("110000"), PREFIXED).line).toBe("青禾文具有限公司");
    expect(footerOf(UNIT, "one", province("320000"), PREFIXED).line).toBe("青禾文具有限公司版权所有");
    expect(footerOf(PERSON, "one", province("110000"), PREFIXED).line).toBeNull();
  });
});

describe("to copy", () => {
  it("links the number to the authority's site", () => {
    expect(footerHtml({ number: UNIT.serviceNumber, line: null })).toBe(
      '<p style="text-align: center"><a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">京ICP备2026000001号-2</a></p>',
    );
    expect(footerHtml({ number: "x", line: "甲公司版权所有" })).toContain(">甲公司版权所有 <a href=");
    expect(appWording({ number: APP.serviceNumber })).toBe(
      "ICP备案号：京ICP备2026000001号-3A\nhttps://beian.miit.gov.cn/",
    );
  });

  test.each([
    ["</p><script>alert(1)</script>", "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"],
    ['a" onmouseover="x', "a&quot; onmouseover=&quot;x"],
    ["a' b", "a&#39; b"],
    ["A&amp;B & C", "A&amp;amp;B &amp; C"],
    ["{{constructor}} `x`", "&#123;&#123;constructor&#125;&#125; &#96;x&#96;"],
    ["<!-- -->", "&lt;!-- --&gt;"],
    ["甲\u0000乙\r\n丙", "甲 乙 丙"],
    ["\u202E丙乙甲\u2066\u2028", "丙乙甲"],
  ])("is no code of whoever chose the name: %j", (name, shown) => {
    expect(footerHtml({ number: "n", line: name })).toBe(
      `<p style="text-align: center">${shown} <a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">n</a></p>`,
    );
    expect(footerHtml({ number: name, line: null })).toContain(`>${shown}</a></p>`);
  });
});
