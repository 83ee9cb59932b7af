import fc from "fast-check";
import { expect, it, test } from "vitest";
import { validEnterprise } from "../testing/fixtures";
import { ApplicationDraft } from "./draft";
import { normalise, normaliseField } from "./normalise";

test.each([
  ["idNo", " １１０１０１ 19900307 002x ", "11010119900307002X"],
  ["certNo", "91110108-MA0000015t", "91110108MA0000015T"],
  ["phone1", "+86 138-0000-0001", "13800000001"],
  ["phone1", "１３８００００００01", "13800000001"],
  ["phone2", "（010）1234 5678", "01012345678"],
  ["domain", "HTTPS://Example.COM/path", "example.com"],
  ["domain", "例子。中国", "例子.中国"],
  ["homepageUrl", " HTTPS://WWW.Example.com/Shop ", "https://www.example.com/Shop"],
  ["idValidTo", "2030年5月1日", "2030-05-01"],
  ["idValidTo", "2030/5/1", "2030-05-01"],
  ["certFingerprint", "AA:BB：cc", "aabbcc"],
  ["name", "  青禾（北京）有限公司ＡＢ１ ", "青禾（北京）有限公司AB1"],
  ["remark", " a\r\nb ", "a\nb"],
  ["lead", " ppl_A ", " ppl_A "],
])("%s: %j → %j", (key, typed, meant) => expect(normaliseField(key, typed)).toBe(meant));

it("leaves a clean document as it is", () => {
  const app = validEnterprise();
  expect(normalise(app)).toEqual(app);
});

it("takes any JSON, keeps its shape, and changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = normalise(value);
      expect(normalise(once)).toEqual(once);
    }),
  );
});

it("does not lose what the schema must refuse", () => {
  const raw: unknown = JSON.parse(
    '{"schemaVersion":1,"entity":{},"people":[],"services":[],"__proto__":{"x":1}}',
  );
  expect(Object.keys(normalise(raw) as object)).toContain("__proto__");
  expect(ApplicationDraft.safeParse({ ...(normalise(raw) as object), extra: 1 }).success).toBe(false);
});
