import { describe, expect, it } from "vitest";
import { changePhoneSchema, newcomerSchema, newPasswordSchema, normalisePhone } from "./account-forms";
import { isGuessable } from "./common-passwords";

const TOKEN = "t".repeat(43);
const judged = (password: string) =>
  newPasswordSchema.safeParse({ token: TOKEN, password }).error?.issues[0]?.message ?? "ok";

describe("a new password", () => {
  it.each([
    ["nine signs", "k7#mQ2x!p", "password-short"],
    ["ten signs", "k7#mQ2x!pz", "ok"],
    ["a sentence", "blue kettle on tuesday", "ok"],
    ["Chinese words", "青瓦白墙下雨天的小院子", "ok"],
    ["256 signs", `${"kq3 ".repeat(63)}zwxy`, "ok"],
    ["257 signs", `${"kq3 ".repeat(64)}z`, "password-long"],
    ["a frequent one", "Qwertyuiop", "password-common"],
    ["a frequent one in disguise", "Woaini-1314-520", "password-common"],
    ["one sign over and over", "aaaaaaaaaaaa", "password-common"],
    ["a pattern", "abcabcabcabc", "password-common"],
    ["a run with signs behind it", "23456789:;<", "password-common"],
    ["a run of letters", "cdefghijklm", "password-common"],
    ["a run backwards", "9876543210", "password-common"],
  ])("%s", (_name, password, verdict) => {
    expect(judged(password)).toBe(verdict);
  });

  it("is not the mailbox with a digit behind it", () => {
    expect(isGuessable("wenqiao2026", ["wenqiao"])).toBe(false);
    expect(isGuessable("wenqiao202", ["wenqiao"])).toBe(true);
    expect(isGuessable("wen-qiao.example", ["wen.qiao@example.cn", "wen.qiao", "example"])).toBe(true);
    expect(isGuessable("li li li li lo", ["li"])).toBe(false);
  });
});

describe("what a newcomer agrees to", () => {
  const given = { token: TOKEN, password: "blue kettle on tuesday", terms: "2026-11", privacy: "2026-11" };
  it.each([
    ["both", {}, "ok"],
    ["no terms", { terms: "" }, "terms-missing"],
    ["no privacy", { privacy: "" }, "privacy-missing"],
  ])("%s: %s", (_name, over, verdict) => {
    const judged = newcomerSchema.safeParse({ ...given, ...over });
    expect(judged.error?.issues[0]?.message ?? "ok").toBe(verdict);
  });
});

describe("a phone", () => {
  it.each([
    ["139 0000 1111", "13900001111"],
    ["+86 139-0000-1111", "13900001111"],
    ["8613900001111", "13900001111"],
  ])("%s", (typed, phone) => {
    expect(normalisePhone(typed)).toBe(phone);
    expect(changePhoneSchema.safeParse({ phone: typed, password: "x" }).success).toBe(true);
  });
  it.each(["1390000111", "139000011112", "02112345678", ""])("refuses %s", (phone) => {
    expect(changePhoneSchema.safeParse({ phone, password: "x" }).error?.issues[0]?.message).toBe(
      "phone-form",
    );
  });
});
