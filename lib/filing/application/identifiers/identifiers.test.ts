import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { documentNumber } from "./document-number";
import {
  canonicalAbbr,
  entityNumber,
  formatFilingNumber,
  nextServiceNumber,
  parseFilingNumber,
} from "./filing-number";
import { isLandline, isMobile } from "./mobile-cn";
import { birthDayOf, residentIdCheckDigit, residentIdProblem, sexOfResidentId } from "./resident-id";
import {
  isOrganisationCode,
  organisationCheckDigit,
  provinceOfUscc,
  usccCheckDigit,
  usccProblem,
} from "./uscc";

const TODAY = "2026-11-21";

describe("resident ID", () => {
  test.each([
    "110101199003070011",
    "11010119900307002X",
    "440305198507120017",
    "320106197811300016",
    "11010519491231002X",
  ])("%s is right", (id) => expect(residentIdProblem(id, TODAY)).toBeNull());

  test.each([
    ["110101199003070012", "check-digit"],
    ["110101900307001", "old-card"],
    ["11010119900307001", "form"],
    ["11010119900307002x", "form"],
    ["990101199003070011", "region"],
    ["110101199002300011", "date"],
    ["110101202611210018", "date"],
  ])("%s: %s", (id, problem) => expect(residentIdProblem(id, TODAY)).toBe(problem));

  it("finds every single wrong digit", () => {
    const right = "110101199003070011";
    for (let i = 0; i < 17; i++) {
      for (const digit of "0123456789") {
        if (digit === right[i]) continue;
        expect(residentIdProblem(right.slice(0, i) + digit + right.slice(i + 1), TODAY)).not.toBeNull();
      }
    }
  });

  it("knows the birthday, and residence permits by their own regions", () => {
    expect(birthDayOf("110101199003070011")).toBe("1990-03-07");
    expect(sexOfResidentId("110101199003070011")).toBe("male");
    expect(sexOfResidentId("11010119900307002X")).toBe("female");
    const permit = `81000019900307001${residentIdCheckDigit("81000019900307001")}`;
    expect(residentIdProblem(permit, TODAY)).toBe("region");
    expect(residentIdProblem(permit, TODAY, "permit")).toBeNull();
  });
});

describe("unified code", () => {
  test.each([
    "91350100M000100Y43",
    "91440300708461136T",
    "91110108551385082Q",
    "91110108MA0000015T",
    "92440305MA00000232",
    "12310104MB0000035P",
    "11320102000000043P",
    "51330106500000058T",
    "52420106MJ00000699",
    "53510104500000074J",
    "91410105MA0000082H",
  ])("%s is right", (code) => expect(usccProblem(code)).toBeNull());

  test.each([
    ["91350100M000100Y42", "check-digit"],
    ["91110108MA0000016T", "organisation-code"],
    ["91110108MA000001", "form"],
    ["9111010OMA0000015T", "form"],
    ["91110108MI0000015T", "form"],
  ])("%s: %s", (code, problem) => expect(usccProblem(code)).toBe(problem));

  it("recomputes both check characters and the province", () => {
    expect(usccCheckDigit("91110108MA0000015")).toBe("T");
    expect(organisationCheckDigit("MA000001")).toBe("5");
    expect(isOrganisationCode("MA000001-5")).toBe(true);
    expect(isOrganisationCode("MA0000016")).toBe(false);
    expect(provinceOfUscc("91410105MA0000082H")).toBe("410000");
  });
});

test.each([
  [1, "91110108MA0000015T", "ok"],
  [1, "110108000000015", "old"],
  [1, "MA0000015", "form"],
  [12, "MA0000015", "old"],
  [12, "MA000001-5", "old"],
  [12, "MA0000016", "check-digit"],
  [12, "MA00000", "form"],
  [12, "91110108MA0000016T", "organisation-code"],
  [12, "91110108MA0000015T", "ok"],
  [2, "110101199003070011", "ok"],
  [7, "E12345678", "ok"],
  [7, "E-1", "form"],
  [11, "12345678", "ok"],
  [11, "1234567", "form"],
  [11, "0012345678A", "ok"],
  [11, "0012345678(B)", "ok"],
  [41, "110101199003070011", "region"],
  [14, "H12345678", "ok"],
  [14, "A12345678", "form"],
  [30, "AAA123456789012", "ok"],
  [30, "91123456789012345X", "ok"],
  [30, "81123456789012345X", "form"],
  [38, "PDY00001-X", "ok"],
] as const)("document type %i, %s: %s", (type, value, verdict) =>
  expect(documentNumber(type, value, TODAY)).toBe(verdict),
);

test.each([
  ["13800000001", true],
  ["1380000000", false],
  ["138000000011", false],
  ["23800000001", false],
])("mobile %s: %s", (value, good) => expect(isMobile(value)).toBe(good));
test.each([
  ["010-12345678", true],
  ["01012345678", true],
  ["0571-8765432", true],
  ["12345678", false],
])("landline %s: %s", (value, good) => expect(isLandline(value)).toBe(good));

describe("filing numbers", () => {
  test.each([
    ["京ICP备2023111111", "京ICP备2023111111号"],
    ["京ICP备2023111111号", "京ICP备2023111111号"],
    ["京ICP备2023111111-1", "京ICP备2023111111号-1"],
    ["京ICP备2023111111-1A", "京ICP备2023111111号-1A"],
    ["粤ICP备12345678号-1", "粤ICP备12345678号-1"],
    ["粤icp备12345678号-3X", "粤ICP备12345678号-3X"],
  ])("%s → %s", (text, canonical) => {
    const number = parseFilingNumber(text);
    expect(number && formatFilingNumber(number)).toBe(canonical);
  });
  test.each([
    "京ICP备1234567号",
    "京ICP备12345678901号",
    "ICP备12345678号",
    "京ICP备12345678号-0",
    "京ICP备12345678号-1B",
    "",
  ])("%s is none", (text) => expect(parseFilingNumber(text)).toBeNull());
  it("reads what it writes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("京", "粤", "蜀", "陇"),
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom("", "A", "X", "K"),
        (abbr, year, serial, index, suffix) => {
          const number = { ...entityNumber(abbr, year, serial), service: { index, suffix: suffix as "A" } };
          expect(parseFilingNumber(formatFilingNumber(number))).toEqual(number);
        },
      ),
    );
  });
  it("counts websites and apps separately, or together", () => {
    const entity = entityNumber("京", 2026, 17);
    const taken = [
      "京ICP备2026000017号-1",
      "京ICP备2026000017号-2",
      "京ICP备2026000017号-1A",
      "京ICP备2026000018号-9",
    ].flatMap((text) => parseFilingNumber(text) ?? []);
    expect(formatFilingNumber(nextServiceNumber(entity, taken, ""))).toBe("京ICP备2026000017号-3");
    expect(formatFilingNumber(nextServiceNumber(entity, taken, "A"))).toBe("京ICP备2026000017号-2A");
    expect(formatFilingNumber(nextServiceNumber(entity, [], "K"))).toBe("京ICP备2026000017号-1K");
    expect(formatFilingNumber(nextServiceNumber(entity, taken, "A", "running"))).toBe(
      "京ICP备2026000017号-3A",
    );
  });
  it("resolves old short names", () => {
    expect([canonicalAbbr("甘"), canonicalAbbr("贵"), canonicalAbbr("京")]).toEqual(["陇", "黔", "京"]);
  });
});
