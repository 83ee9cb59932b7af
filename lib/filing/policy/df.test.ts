import { describe, expect, it, test } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { BOOK } from "../rules";
import provinces from "../testing/df/provinces.json";
import rejections from "../testing/df/rejections.json";
import { PROVINCES, PROVINCES_BY_CODE, policyAt, REJECTION_BY_CODE } from ".";
import { CERTIFICATE_ROWS, CONTENT_ROWS, LANGUAGE_ROWS, NATURE_ROWS, PRE_APPROVAL_ROWS } from "./code-tables";
import { MATERIALS, maxAgeIn } from "./materials";
import { PHONE_SEGMENT_ROWS } from "./phone-segments";
import { printPolicy } from "./print";
import { settingByKey } from "./provider";
import type { ProvinceAdvice } from "./province-advice";
import { RESOLUTIONS } from "./resolutions";
import { SUFFIX_ROWS } from "./suffixes";

const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

describe("DF tables", () => {
  test.each(provinces)("$name stands as printed", (row) =>
    expect(PROVINCES_BY_CODE[row.code]).toMatchObject(row),
  );
  test.each(rejections.map(([code = "", stages = "", category = ""]) => ({ code, stages, category })))(
    "$code",
    ({ code, stages, category }) => {
      const found = REJECTION_BY_CODE.get(code);
      expect(found?.stages.join("")).toBe(stages);
      // "entity/service" is printed of one reason that concerns both.
      expect(category.replace(" ", "-").split("/")).toContain(found?.category);
    },
  );
  it("has no reason beyond the table", () =>
    expect([...REJECTION_BY_CODE.keys()].sort()).toEqual(rejections.map(([code]) => code).sort()));

  test.each([
    ["UNICOM", "130 131 132 133 134 146 153 155 156 166 167 170 171 175 176 185 186 196"],
    ["MOBILE", "135 136 137 138 139 147 150 151 152 157 158 159 165 172 178 182 183 184 187 188 195 198"],
    ["TELECOM", "162 173 177 180 181 189 191 193 199"],
  ])("segments of %s", (carrier, list) =>
    expect(PHONE_SEGMENT_ROWS.filter((row) => row.carrier === carrier).map((row) => row.segment)).toEqual(
      list.split(" "),
    ),
  );

  it("has as many rows as the tables", () =>
    expect([
      PHONE_SEGMENT_ROWS.length,
      NATURE_ROWS.length,
      CONTENT_ROWS.length,
      LANGUAGE_ROWS.length,
      PRE_APPROVAL_ROWS.length,
      MATERIALS.size,
    ]).toEqual([49, 18, 24, 17, 12, 38]));
  it("has no ending twice", () =>
    expect(new Set(SUFFIX_ROWS.map(({ suffix }) => suffix)).size).toBe(SUFFIX_ROWS.length));
  it("names for each certificate whose it is", () =>
    expect(CERTIFICATE_ROWS.find(({ id }) => id === 1)?.natures).toEqual([4]));

  test.each([
    ["LETTER_ENTITY_LEAD", "110000", 92],
    ["LETTER_SERVICE_LEAD", "130000", 184],
    ["LETTER_LEGAL_REP", "420000", 184],
    ["DOMAIN_CERT", "430000", 45],
    ["DOMAIN_CERT", "440000", null],
    ["RESIDENCE_PROOF", "510000", 45],
    ["RESIDENCE_PROOF", "440000", null],
  ] as const)("%s in %s is at most %s days old", (code, province, days) => {
    const kind = MATERIALS.get(code);
    expect(kind && maxAgeIn(kind, province)).toBe(days);
  });
});

/** Typed from DF §5.3–§5.5: which provinces have something, and so that no other has it. */
const WHERE: readonly (readonly [string, (advice: ProvinceAdvice) => boolean, string])[] = [
  [
    "change of organiser allowed",
    (a) => a.organizerChange === "ALLOWED",
    "河北 山西 湖南 广东 重庆 青海 新疆",
  ],
  ["with proof", (a) => a.organizerChange === "UNIT_WITH_PROOF", "吉林 江苏 广西"],
  [
    "rename only",
    (a) => a.organizerChange === "RENAME_ONLY",
    "北京 天津 内蒙古 辽宁 上海 浙江 江西 河南 湖北 海南 四川 贵州 云南 陕西",
  ],
  ["not allowed", (a) => a.organizerChange === "NOT_ALLOWED", "安徽 福建 山东 西藏"],
  [
    "person to unit",
    (a) => a.personToUnit === "ALLOWED",
    "天津 辽宁 吉林 黑龙江 上海 浙江 安徽 山东 河南 广西 四川 云南 甘肃",
  ],
  ["person not to unit", (a) => a.personToUnit === "NOT_ALLOWED", "北京 内蒙古 福建 江西 湖北 海南 贵州"],
  ["declaration", (a) => a.personDeclaration, "天津 内蒙古 山东 广西 甘肃"],
  ["domain certificates", (a) => a.domainCertificate.unit || a.domainCertificate.person, "内蒙古 湖南"],
  ["from some domains", (a) => a.domainCertificateFrom === 5, "陕西"],
  ["landline codes", (a) => a.landlineAreaCodes !== null, "河北 辽宁 山东"],
  ["unique phones", (a) => a.leadPhoneUnique, "天津 山东 河南 重庆 云南 新疆"],
  ["unique IDs", (a) => a.leadIdUnique, "天津 山东 河南 四川 新疆"],
  ["party letter", (a) => a.partyLetter, "西藏 新疆"],
  ["no 市辖区", (a) => a.noShixiaqu, "北京 浙江"],
  ["no blog", (a) => a.noPersonalBlog, "北京 内蒙古 浙江 河南 贵州 陕西"],
  ["copyright line", (a) => a.footerCopyright, "江苏"],
  ["commitment", (a) => a.commitment, "广东"],
  ["responsibility documents", (a) => a.responsibilityDocuments, "江苏"],
  ["finance promise", (a) => a.financePromise === "REQUIRED", "浙江 广东"],
  ["finance verified first", (a) => a.financeVerifiedFirst, "广东"],
  ["retirement age", (a) => a.retirementAge?.male === 60 && a.retirementAge.female === 55, "天津"],
  ["site plans", (a) => a.sitePlanAbove.unit !== null, "上海 江苏 湖南 广东 重庆"],
  ["domain words of the state", (a) => a.domainStateWords, "北京"],
  ["address in the city", (a) => a.addressInCertificateCity, "河北 河南 贵州"],
  ["local phones of units", (a) => a.localPhone.unit, "江苏 广西 陕西 新疆"],
  ["local phones of persons", (a) => a.localPhone.person, "江苏 湖南 广西 陕西 甘肃 新疆"],
  ["domains three months", (a) => a.domainMinMonths === 3, "上海 安徽 河南"],
  ["one lead", (a) => a.serviceLeadFollowsEntityLead, "黑龙江 江苏 安徽 海南"],
  ["binding", (a) => a.authoritative.length > 0, "北京 河北 江苏 广东"],
];
test.each(WHERE)("%s", (_, has, names) =>
  expect(PROVINCES.filter(({ advice }) => has(advice)).map(({ name }) => name)).toEqual(names.split(" ")),
);

describe("provinces in time", () => {
  test.each<[string, string, (code: string) => (at: number) => unknown, unknown, unknown]>([
    ["140000", "2025-04-22", (c) => (t) => policyAt(t).provinces[c]?.entityLead, "FREE", "MUST_LEGAL_REP"],
    ["360000", "2025-06-27", (c) => (t) => policyAt(t).provinces[c]?.serviceLeadLetter, true, false],
    [
      "320000",
      "2023-09-01",
      (c) => (t) => policyAt(t).provinces[c]?.advice.domainCertificate.unit,
      true,
      false,
    ],
    ["410000", "2023-09-01", (c) => (t) => policyAt(t).provinces[c]?.advice.domainCertificateFrom, 5, null],
    ["140000", "2025-11-01", (c) => (t) => policyAt(t).provinces[c]?.maxServicesPerOrder.unit, null, 3],
  ])("%s changes on %s", (code, day, read, before, after) => {
    expect(read(code)(at(day) - 1)).toEqual(before);
    expect(read(code)(at(day))).toEqual(after);
    expect(read(code)(0)).toEqual(before);
  });
  it("is one object between two days of change, and another one with the provider's own lists", () => {
    expect(policyAt(at("2026-11-24"))).toBe(policyAt(at("2026-11-24") - 1));
    const own = [
      { id: "a", setting: "suffixesAdded", value: [".dev"], effectiveFrom: 0 },
      { id: "b", setting: "suffixesRemoved", value: ["vip"], effectiveFrom: 0 },
      { id: "c", setting: "commitmentProvinces", value: ["110000"], effectiveFrom: 0 },
    ];
    const { suffixes, provinces: found } = policyAt(at("2026-11-24"), own);
    expect([suffixes.has("dev"), suffixes.has("vip"), suffixes.has("com")]).toEqual([true, false, true]);
    expect(["110000", "440000"].map((code) => found[code]?.advice.commitment)).toEqual([true, false]);
  });
});

describe.each(LOCALES)("notes of provinces in %s", (locale) => {
  it("have their sentence, each id once", () => {
    const words = (loadMessages(locale).provinces as Record<string, object>).note ?? {};
    const ids = PROVINCES.flatMap(({ advice }) => advice.notes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(words).sort()).toEqual([...ids].sort());
  });
});

describe("contradictions", () => {
  it("settles each row of DF §12 once", () =>
    expect(RESOLUTIONS.map(({ row }) => row)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1)));
  test.each(RESOLUTIONS)("$row $topic", ({ row, decidedBy }) => {
    expect(decidedBy.length).toBeGreaterThan(0);
    for (const by of decidedBy) {
      const [kind, name = ""] = by.split(":");
      if (kind === "setting") expect(settingByKey(name)?.decides, name).toContain(row);
      else if (kind === "rule") expect(BOOK.map(({ id }) => id)).toContain(name);
      else expect(["data", "lifecycle", "text"]).toContain(kind);
    }
  });
});

it("prints every fact, and with history its versions", () => {
  const plain = printPolicy(at("2025-04-21"), false);
  expect(plain.provinces.find(({ code }) => code === "140000")?.entityLead).toBe("FREE");
  const full = JSON.stringify(printPolicy(at("2026-11-24"), true));
  const {
    provinces: rows,
    settings,
    materials,
  } = JSON.parse(full) as Record<string, { versions: unknown[] }[]>;
  for (const table of [rows, settings, materials])
    expect(table?.every(({ versions }) => versions.length > 0)).toBe(true);
});
