import { describe, expect, it } from "vitest";
import { maskEmail, maskIdNo, maskName, maskPhone, maskValue } from "./mask";

describe("masking", () => {
  it.each([
    ["13800002234", "138****2234"],
    ["021-1", "****-1"],
  ])("phone %s → %s", (value, expected) => expect(maskPhone(value)).toBe(expected));

  it.each([
    ["110101199003070011", "1101**********0011"],
    ["E1234567", "****4567"],
    ["12", "****12"],
  ])("document %s → %s", (value, expected) => expect(maskIdNo(value)).toBe(expected));

  it.each([
    ["zhang@example.com", "zh***@example.com"],
    ["a@example.com", "***@example.com"],
    ["nonsense", "********"],
  ])("mailbox %s → %s", (value, expected) => expect(maskEmail(value)).toBe(expected));

  it.each([
    ["陈思远", "陈**"],
    ["李", "李*"],
    ["𠮷田", "𠮷*"],
    ["", ""],
  ])("name %s → %s", (value, expected) => expect(maskName(value)).toBe(expected));

  it.each([
    ["people[ppl_1].email", "zhang@example.com", "zh***@example.com"],
    ["people[ppl_1].phone1", "13800002234", "138****2234"],
    ["people[ppl_1].emergencyPhone", "13800002234", "138****2234"],
    ["entity.certNo", "110101199003070011", "1101**********0011"],
  ])("%s", (path, value, expected) => expect(maskValue(path, value)).toBe(expected));
});
