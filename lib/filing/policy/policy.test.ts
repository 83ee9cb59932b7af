import { describe, expect, it, test } from "vitest";
import { MATERIAL_CODES } from "../rules/material-types";
import { PROVINCES, PROVINCES_BY_CODE, policyAt, provinceByAbbr, REJECTION_BY_CODE, REJECTIONS } from ".";
import { MATERIALS } from "./materials";
import { DEFAULT_PROVIDER } from "./provider";
import { rejectionsFor } from "./rejections";

/** Typed from the printed table of DF §5.1, not from its JSON: code, name, character, days, lead, letters, access, ID. */
const TABLE = `
11 北京 京 15 17 free no yes yes UNSPECIFIED
12 天津 津 4 11 must yes yes yes UNSPECIFIED
13 河北 冀 8 11 must no no yes ALLOWED_WITH_LOCAL_PHONE
14 山西 晋 15 19 must no no yes LOCAL_ID_ONLY
15 内蒙古 蒙 12 19 must no yes no LOCAL_ID_ONLY
21 辽宁 辽 9 10 free no yes no UNSPECIFIED
22 吉林 吉 6 11 entity-letter no yes yes RESIDENCE_PROOF
23 黑龙江 黑 10 11 must no no yes LOCAL_ID_ONLY
31 上海 沪 3 4 must yes yes yes RESIDENCE_PROOF
32 江苏 苏 9 30 legal-letter no yes yes RESIDENCE_PROOF
33 浙江 浙 7 10 must no yes yes RESIDENCE_PROOF
34 安徽 皖 12 17 entity-letter yes no yes RESIDENCE_PROOF
35 福建 闽 6 9 must yes yes yes RESIDENCE_PROOF
36 江西 赣 5 6 must no yes no LOCAL_ID_ONLY
37 山东 鲁 10 13 must no no yes RESIDENCE_PROOF
41 河南 豫 7 11 must no yes yes LOCAL_ID_ONLY
42 湖北 鄂 5 7 must yes yes yes RESIDENCE_PROOF
43 湖南 湘 13 16 must yes no no UNSPECIFIED
44 广东 粤 7 9 must no yes yes RESIDENCE_PROOF
45 广西 桂 5 6 must no yes yes UNSPECIFIED
46 海南 琼 5 9 free no no yes UNSPECIFIED
50 重庆 渝 8 11 must yes no yes UNSPECIFIED
51 四川 蜀 11 12 entity-letter yes yes no RESIDENCE_PROOF
52 贵州 黔 6 10 must yes yes no RESIDENCE_PROOF
53 云南 滇 16 21 must no yes yes LOCAL_ID_ONLY
54 西藏 藏 6 9 must no no yes UNSPECIFIED
61 陕西 陕 7 10 must yes yes yes UNSPECIFIED
62 甘肃 陇 11 14 entity-letter no no yes LOCAL_ID_ONLY
63 青海 青 5 6 must no no yes LOCAL_ID_ONLY
64 宁夏 宁 4 6 must yes no yes LOCAL_ID_OR_LEASE
65 新疆 新 3 4 must no no yes LOCAL_ID_ONLY
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const LEAD: Readonly<Record<string, string>> = {
  must: "MUST_LEGAL_REP",
  "entity-letter": "LETTER_ENTITY_LEAD",
  "legal-letter": "LETTER_LEGAL_REP",
  free: "FREE",
};

describe("provinces", () => {
  test.each(TABLE)("%s %s", (code, name, abbr, min, max, lead, letter, nameLetter, differ, id) => {
    expect(PROVINCES_BY_CODE[`${code}0000`]).toMatchObject({
      name,
      abbr,
      days: [Number(min), Number(max)],
      entityLead: LEAD[lead ?? ""],
      serviceLeadLetter: letter === "yes",
      nameChangeLetter: nameLetter === "yes",
      accessInfoMayDiffer: differ === "yes",
      preApprovalAtOldProviderFirst: differ === "no",
      nonLocalId: id,
    });
  });

  it("adds up to the printed aggregates", () => {
    const count = (test: (province: (typeof PROVINCES)[number]) => boolean) => PROVINCES.filter(test).length;
    expect(PROVINCES).toHaveLength(31);
    expect(
      ["MUST_LEGAL_REP", "LETTER_ENTITY_LEAD", "LETTER_LEGAL_REP", "FREE"].map((lead) =>
        count((p) => p.entityLead === lead),
      ),
    ).toEqual([23, 4, 1, 3]);
    expect(count((p) => p.serviceLeadLetter)).toBe(11);
    expect(count((p) => p.nameChangeLetter)).toBe(18);
    expect(count((p) => p.accessInfoMayDiffer)).toBe(25);
    expect(new Set(PROVINCES.map((p) => p.abbr)).size).toBe(31);
    expect(new Set(PROVINCES.map((p) => p.nameEn)).size).toBe(31);
  });

  test.each([
    ["230000", 4, 2],
    ["410000", 5, 3],
    ["420000", 1, 1],
    ["430000", 1, 1],
    ["460000", null, 1],
    ["520000", 5, null],
    ["140000", 3, 3],
    ["110000", null, null],
  ])("%s limits an order to %s / %s", (code, unit, person) =>
    expect(PROVINCES_BY_CODE[code]?.maxServicesPerOrder).toEqual({ unit, person }),
  );

  test.each([
    ["110000", 18, 18],
    ["120000", 18, 16],
    ["310000", 18, null],
    ["320000", 18, 16],
    ["350000", null, 8],
    ["360000", null, 16],
    ["440000", 16, null],
    ["460000", 16, 16],
    ["500000", null, 16],
    ["530000", 16, 16],
    ["610000", 18, null],
  ])("%s wants leads of %s / %s years", (code, unit, person) =>
    expect(PROVINCES_BY_CODE[code]?.minAge).toEqual({ unit, person }),
  );

  it("is found by its character", () => {
    expect(provinceByAbbr("蜀")?.name).toBe("四川");
    expect(provinceByAbbr("川")).toBeUndefined();
  });
});

describe("provider numbers", () => {
  it("has the values of DF §4", () => {
    expect(DEFAULT_PROVIDER).toMatchObject({
      entitiesPerAccount: 1,
      openOrdersPerAccount: 1,
      websitesPerOrder: { unit: 10, person: 1 },
      appsPerOrder: { unit: 10, person: 1 },
      accountRealNameWaitHours: { person: 24, unit: 0 },
      domainRealNameWait: { hereNaturalDays: 3, elsewhereWorkingDays: 3 },
      certificateMinRemainingMonths: 3,
      remarkMinLength: 15,
      resourceMinPrepaidMonths: 3,
      resourceMinRemainingDays: 30,
      resourceQuota: {
        CVM: { own: 5, codes: 5 },
        LIGHTHOUSE: { own: 5, codes: 2 },
        SERVERLESS: { own: 2, codes: 0 },
        HOSTING: { own: 2, codes: 0 },
        CLB: { own: 5, codes: 0 },
      },
      providerReviewWorkingDays: [1, 2],
      authorityReviewMaxWorkingDays: 20,
      stepValidityDays: 45,
      draftValidityDays: 30,
      rejectReminderDays: [5, 10, 15],
      smsCodeValidHours: 24,
      smsMaxWrongInputs: 5,
      smsResendMaxPer24h: 3,
      smsFailedAutoResubmitHours: 24,
      pushDelayMinutes: 10,
    });
  });

  it("takes overrides from their moment on, the later one wins, and names itself differently", () => {
    const overrides = [
      { id: "c", effectiveFrom: 200, setting: "remarkMinLength", value: 30 },
      { id: "a", effectiveFrom: 100, setting: "remarkMinLength", value: 20 },
      { id: "b", effectiveFrom: 100, setting: "claimHours", value: 8 },
    ];
    expect(policyAt(99, overrides).provider.remarkMinLength).toBe(15);
    expect(policyAt(100, overrides).provider).toMatchObject({ remarkMinLength: 20, claimHours: 8 });
    expect(policyAt(200, overrides).provider).toMatchObject({ remarkMinLength: 30, claimHours: 8 });
    expect(new Set([99, 100, 200].map((at) => policyAt(at, overrides).version)).size).toBe(3);
  });
});

describe("lists", () => {
  const { phoneSegments, suffixes } = policyAt(0);
  it("has the 49 published segments", () => {
    expect(phoneSegments.size).toBe(49);
    for (const segment of ["130", "162", "165", "171", "199"]) expect(phoneSegments.has(segment)).toBe(true);
    for (const segment of ["145", "149", "174", "190", "192", "197"])
      expect(phoneSegments.has(segment)).toBe(false);
  });
  it("has approved suffixes and not the others", () => {
    for (const suffix of ["cn", "com.cn", "bj.cn", "mo.cn", "com", "中国", "我爱你", "vin", "asia"])
      expect(suffixes.has(suffix)).toBe(true);
    for (const suffix of ["org", "io", "jp", "hk", "tw", "me", "win", "ai"])
      expect(suffixes.has(suffix)).toBe(false);
  });
  it("has a row for every material", () =>
    expect([...MATERIALS.keys()].sort()).toEqual([...MATERIAL_CODES].sort()));
});

describe("reasons of rejection", () => {
  it("has the whole catalogue, each code once", () => {
    expect(REJECTIONS).toHaveLength(50);
    expect(REJECTION_BY_CODE.size).toBe(REJECTIONS.length);
  });
  it("points at materials that exist", () => {
    const codes: readonly string[] = MATERIAL_CODES;
    expect(REJECTIONS.flatMap((reason) => reason.materials).filter((code) => !codes.includes(code))).toEqual(
      [],
    );
    expect(
      REJECTIONS.filter((reason) => reason.target === "material" && reason.materials.length === 0),
    ).toEqual([]);
  });
  it("offers each stage its own", () => {
    expect(rejectionsFor("P").map((reason) => reason.code)).not.toContain("ORGANIZER_CONFLICT");
    expect(rejectionsFor("A").map((reason) => reason.code)).toContain("ORGANIZER_CONFLICT");
    expect(rejectionsFor("S").map((reason) => reason.code)).toEqual([
      "TLD_NOT_APPROVED",
      "DOMAIN_REALNAME",
      "SMS_TIMEOUT",
      "SMS_FAILED",
      "CALLBACK_EXPIRED",
      "ORDER_EXPIRED",
    ]);
  });
});
