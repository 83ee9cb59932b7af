import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { senderFor } from "./carriers";
import { freeCode, hashOf, randomCode, tailOf } from "./codes";
import { maskName, publicName } from "./masked-name";

let data: TestDatabase;
beforeAll(() => {
  data = freshDatabase();
});
afterAll(() => data.dispose());

describe("codes", () => {
  it("have six digits, leading zeros too", () => {
    for (let draws = 0; draws < 500; draws++) expect(randomCode()).toMatch(/^\d{6}$/);
  });

  it("are drawn again until free", async () => {
    const draws = ["000001", "000001", "000002"];
    const taken = hashOf("code", "000001");
    const found = await freeCode(
      async (codeIdx) => codeIdx === taken,
      () => draws.shift() ?? "000003",
    );
    expect(found).toEqual({ code: "000002", codeIdx: hashOf("code", "000002") });
    await expect(freeCode(async () => true)).rejects.toThrow("no free SMS code");
  });

  it("are kept as keyed hashes that differ by kind", () => {
    expect(hashOf("code", "123456")).toBe(hashOf("code", " 123456"));
    expect(hashOf("code", "123456")).not.toBe(hashOf("tail", "123456"));
    expect(hashOf("tail", "01123x")).toBe(hashOf("tail", "01123X"));
    expect(hashOf("phone", "+86 138-0013-8001")).toBe(hashOf("phone", "13800138001"));
    expect(hashOf("code", "123456")).not.toContain("123456");
  });

  it("ask for the last six characters of a document", () => {
    expect(tailOf("11010119900307123x")).toBe("07123X");
    expect(tailOf("12345")).toBe("12345");
  });
});

describe("names in the register", () => {
  it.each([
    ["张三", "张*"],
    ["张三丰", "张**"],
    ["欧阳修远", "欧***"],
    ["买买提·艾力江", "买***"],
    ["", ""],
  ])("masks %s as %s", (name, masked) => expect(maskName(name)).toBe(masked));

  it("masks people only", () => {
    expect(publicName("张三丰", 5)).toBe("张**");
    expect(publicName(" 清河图书有限公司 ", 4)).toBe("清河图书有限公司");
  });
});

describe("senders", () => {
  it.each([
    ["18900000000", "106598051001"],
    ["13000000000", "10655113"],
    ["13800000000", "106575000130"],
  ])("%s hears from %s", (phone, sender) => expect(senderFor(phone)).toBe(sender));
});
