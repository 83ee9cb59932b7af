import { describe, expect, it } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import { MATERIAL_CODES, type MaterialCode } from "../rules/material-types";
import { FILE_WORDS, namesMaterial, SIDE_WORDS } from "./material-file-words";

/** Names as people give them, and every material they may stand for; typed by hand, not read from the table. */
const NAMES: readonly (readonly [string, string])[] = [
  ["营业执照副本.jpg", "ORG_CERT"],
  ["business-license.png", "ORG_CERT"],
  ["事业单位法人证书.jpg", "ORG_CERT"],
  ["身份证.jpg", "PERSON_ID ENTITY_LEAD_ID SERVICE_LEAD_ID LEGAL_REP_ID HANDHELD_ID"],
  ["ID card.jpeg", "PERSON_ID ENTITY_LEAD_ID SERVICE_LEAD_ID LEGAL_REP_ID HANDHELD_ID"],
  ["手持照.jpg", "HANDHELD_ID"],
  [
    "授权书盖章.png",
    "LETTER_ENTITY_LEAD LETTER_LEGAL_REP LETTER_SERVICE_LEAD LETTER_SERVICE_LEAD_SH GAME_AUTHORIZATION",
  ],
  ["企业变更函.jpg", "NAME_CHANGE_LETTER"],
  ["域名证书.png", "DOMAIN_CERT DOMAIN_REALNAME_SHOT DOMAIN_HOLDER_PROOF"],
  ["居住证明.jpg", "RESIDENCE_PROOF"],
  [
    "备案承诺书.jpg",
    "COMMITMENT JS_COMMITMENT FINANCE_PROMISE CULTURE_PROMISE PREAPPROVAL_NOT_INVOLVED JS_VIDEO",
  ],
  ["责任告知书.jpg", "JS_NOTICE"],
  ["党建确认函.jpg", "PARTY_LETTER"],
  ["网站建设方案书.png", "SITE_PLAN"],
  ["多个情况说明.jpg", "MULTI_DOMAIN_STATEMENT"],
  ["医疗许可.jpg", "PREAPPROVAL_FILE PREAPPROVAL_NOT_INVOLVED MEDICAL_LICENSE TRAVEL_LICENSE"],
  ["版号.jpg", "GAME_NUMBER"],
  ["测试辅助证明.jpg", "TEST_GAME_AID"],
  ["logo@2x.png", "APP_ICON"],
  ["名称审核表.jpg", "PUBLIC_BODY_FORM"],
  ["户口本.jpg", "GUARDIAN_DOC"],
  ["声明函.jpg", "CANCEL_STATEMENT_P CANCEL_STATEMENT_U"],
  ["本人核验.mp4", "VIDEO_CHECK"],
  ["IMG_2071.jpg", ""],
  ["新建文件夹.png", ""],
];

const codesOf = (name: string): readonly MaterialCode[] =>
  MATERIAL_CODES.filter((code) => namesMaterial(name, code));

describe("words in names of files", () => {
  it.each(NAMES)("%s: %s", (name, codes) =>
    expect(codesOf(name).toSorted()).toEqual(codes.split(" ").filter(Boolean).toSorted()),
  );

  it("know every material, and every word is tried", () => {
    expect(new Set(FILE_WORDS.flatMap(({ codes }) => codes))).toEqual(new Set(MATERIAL_CODES));
    const untried = FILE_WORDS.filter(({ words }) => words && !NAMES.some(([name]) => words.test(name)));
    expect(untried).toEqual([]);
  });

  it("find a file that is called as the page calls the material", () => {
    const { materials } = loadMessages("zh-CN") as { materials: Record<string, { name: string }> };
    const lost = MATERIAL_CODES.filter((code) => !namesMaterial(`${materials[code]?.name}.jpg`, code));
    expect(lost).toEqual(["OTHER"]);
  });

  it.each([
    ["正面", "FRONT"],
    ["人像面", "FRONT"],
    ["front-1", "FRONT"],
    ["反面", "BACK"],
    ["国徽面", "BACK"],
    ["id_back", "BACK"],
    ["IMG_1", undefined],
  ])("tell the side of %s: %s", (name, side) => {
    const sides = Object.entries(SIDE_WORDS).flatMap(([key, words]) => (words.test(name) ? [key] : []));
    expect(sides).toEqual(side === undefined ? [] : [side]);
  });
});
