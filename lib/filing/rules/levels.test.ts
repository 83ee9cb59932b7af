import { describe, expect, test } from "vitest";
import { validEnterprise } from "../testing/fixtures";
import { account, advised, domain, mySite, set, site, typed, unit } from "../testing/look";
import { findingsOf, ruleById } from ".";
import type { RuleContext } from "./types";
import { firstWord, wordScanner } from "./word-scan";

const levels = (id: string, ctx: RuleContext) => {
  const rule = ruleById(id);
  return rule ? findingsOf(rule, ctx).map(({ level }) => level) : ["no such rule"];
};
const legalRepOwns = (province: string) =>
  domain(
    { ownerName: "方知远" },
    { ...validEnterprise(), entity: { ...validEnterprise().entity, province } },
  );
const blog = mySite({ contents: [6] });

describe("who says it decides whether it blocks", () => {
  test.each<readonly [string, string, RuleContext, string]>([
    ["domain.state-words", "北京, S4", site({ domain: "中国青禾.com" }), "error"],
    [
      "domain.state-words",
      "an older page",
      advised({ authoritative: [] }, site({ domain: "中国青禾.com" })),
      "warn",
    ],
    ["domain.province-suffix", "an older page", site({ domain: "qinghe.asia" }), "warn"],
    [
      "domain.province-suffix",
      "S4",
      advised({ authoritative: ["suffixesRefused"] }, site({ domain: "qinghe.asia" })),
      "error",
    ],
    ["domain.government-must", "filed anew", unit({ nature: 2 }), "error"],
    ["domain.government-must", "filed already", typed("CHANGE_SERVICE", unit({ nature: 2 })), "warn"],
    ["domain.owner", "another", domain({ ownerName: "别的公司" }), "error"],
    ["domain.owner", "not told", domain({ ownerName: null }), "info"],
    ["domain.owner", "legal representative", legalRepOwns("110000"), "warn"],
    ["domain.owner", "legal representative, accepted", legalRepOwns("310000"), "info"],
    ["service.content-advice", "an older page", blog, "warn"],
    ["service.content-advice", "S4", advised({ authoritative: ["noPersonalBlog"] }, blog), "error"],
    ["pre-approval.keywords", "unit", unit({ businessScope: "药品零售" }), "warn"],
    ["pre-approval.keywords", "person", mySite({ name: "知远医院札记" }), "error"],
    ["pre-approval.content", "news", site({ contents: [5] }), "error"],
    ["pre-approval.content", "education", site({ contents: [21] }), "warn"],
    ["pre-approval.finance", "required", unit({ province: "440000", businessScope: "金融信息服务" }), "warn"],
    ["pre-approval.finance", "advised", unit({ province: "370000", businessScope: "投资咨询" }), "info"],
    [
      "service-name.reserved-words",
      "registered so",
      site({ name: "中国文具网" }, { name: "中国文具集团有限公司" }),
      "warn",
    ],
  ])("%s, %s: %s", (id, _what, ctx, level) => expect(levels(id, ctx)).toEqual([level]));

  test.each([
    ["off", []],
    ["advise", ["info"]],
    ["required", ["error"]],
  ] as const)("a number nobody proved, where proof is %s: %j", (phoneProof, expected) => {
    const ctx = set({ phoneProof }, account({ provenPhones: [], securityPhone: null }));
    expect(levels("leads.phone-unproven", ctx)).toEqual(expected);
  });

  test.each(["warn", "error"] as const)("a server that ends in review: %s", (level) => {
    const short = validEnterprise();
    const ctx = set({ resourceDuringReview: level });
    const server = ctx.facts.resources?.["ins-demo0001"];
    const resources = server && { "ins-demo0001": { ...server, expiresAt: ctx.at + 30 * 86_400_000 } };
    expect(
      levels("resource.ends-in-review", { ...ctx, application: short, facts: { ...ctx.facts, resources } }),
    ).toEqual([level]);
  });
});

describe("words", () => {
  const scan = wordScanner([
    ["中国", 1],
    ["国家", 2],
    ["QQ", 3],
  ]);
  test.each([
    ["", []],
    ["青禾", []],
    ["中国家", [1, 2]],
    ["qQ与QQ", [3, 3]],
    ["中", []],
  ])("%s: %j", (text, tags) => expect(scan(text).map(({ tag }) => tag)).toEqual(tags));
  test.each([
    [["game"], "MyGame", "game"],
    [["game"], "gam", undefined],
    [[], "game", undefined],
  ])("%j in %s: %s", (words, text, found) => expect(firstWord(words, text)).toBe(found));
});
