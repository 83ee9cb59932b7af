import { describe, expect, it, test } from "vitest";
import { policyAt } from "../../policy";
import { domainKey, domainProblem, parseDomain, problemOfApp } from "./domain-name";
import { toAscii, toUnicode } from "./punycode";

const { suffixes } = policyAt(0);

describe("domain", () => {
  test.each([
    "a.cn",
    "example.com",
    "example.com.cn",
    "a1-b.cn",
    "例子.中国",
    "xn--fsqu00a.xn--0zwm56d",
    "shop.bj.gov.cn",
    "x.hz.zj.cn",
    `${"a".repeat(63)}.com`,
  ])("%s has a good form", (name) => expect(domainProblem(name, suffixes)).toBeNull());
  test.each([
    ["example", "no-suffix"],
    ["192.168.1.1", "ip"],
    ["www.example.com", "subdomain"],
    ["a.b.example.com.cn", "subdomain"],
    ["www.青禾.公司", "subdomain"],
    ["x.example.ac.cn", "subdomain"],
    ["a.b.c.gov.cn", "levels"],
    ["a.b.c.zj.cn", "levels"],
    ["-bad.com", "form"],
    ["bad-.com", "form"],
    ["exa_mple.com", "form"],
    ["пример.com", "form"],
    ["xn--zzzzzzzz9999.com", "form"],
    ["com.cn", "form"],
    ["公益.cn", "form"],
    ["a..com", "form"],
    [`${"a".repeat(64)}.com`, "form"],
    ["a.b", "length"],
    [`${"a.".repeat(64)}com`, "length"],
  ])("%s: %s", (name, problem) => expect(domainProblem(name, suffixes)).toBe(problem));

  test.each([
    ["www.example.com", null],
    ["shenzhen.beian.example.com", null],
    ["a.shenzhen.beian.example.com", "levels"],
    ["a.b.c.gov.cn", "levels"],
    ["192.168.1.1", "ip"],
  ])("as an APP's domain %s: %s", (name, problem) =>
    expect(problemOfApp(parseDomain(name, suffixes))).toBe(problem),
  );

  it("is the same in Chinese and in punycode", () => {
    const written = parseDomain("青禾.公司", suffixes);
    expect(written).toEqual(parseDomain(written.key, suffixes));
    expect(written).toMatchObject({ suffix: "公司", label: "青禾", levels: 2, problem: null });
    expect(written.key).toMatch(/^xn--[a-z0-9]+\.xn--[a-z0-9]+$/);
  });

  it("knows suffix, registrable part and key", () => {
    expect(parseDomain("shop.example.com.cn", suffixes)).toMatchObject({
      suffix: "com.cn",
      registrable: "example.com.cn",
      label: "example",
      levels: 4,
    });
    expect(parseDomain("a.b.example.io", suffixes)).toMatchObject({
      suffix: null,
      registrable: "example.io",
    });
    expect(domainKey(" Example.COM. ")).toBe("example.com");
  });

  it("finds every listed suffix, at whatever depth", () => {
    for (const suffix of suffixes) {
      const found = { suffix, registrable: `x.${toAscii(suffix)}` };
      expect(parseDomain(`x.${suffix}`, suffixes)).toMatchObject(found);
      expect(parseDomain(`${"a.".repeat(200)}x.${suffix}`, suffixes)).toMatchObject(found);
    }
  });
});

describe("punycode", () => {
  // The samples of RFC 3492 §7.1 that are names (B, L), and plain ones.
  test.each([
    ["他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"],
    ["3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"],
    ["青禾", new URL("http://青禾").hostname],
    ["münchen", "xn--mnchen-3ya"],
  ])("%s ↔ %s", (written, ascii) => {
    expect(toUnicode(ascii)).toBe(written);
    expect(toAscii(written)).toBe(ascii);
  });
  test.each(["xn--", "xn--99999999", "xn--é"])("%s stays as it is", (name) =>
    expect(toUnicode(name)).toBe(name),
  );
  test.each(["a/中.com", "中@b.com", "abc.com"])("%s is not encoded", (name) =>
    expect(toAscii(name)).toBe(name),
  );
});
