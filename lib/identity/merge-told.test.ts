import { describe, expect, it } from "vitest";
import { mergeTold } from "./merge-told";

describe("what an issuer told twice", () => {
  it("is what the token says, and what userinfo adds", () => {
    const told = mergeTold({ sub: "1", name: "token" }, { sub: "1", name: "userinfo", phone_number: "1" });
    expect(told).toMatchObject({ sub: "1", name: "token", phone_number: "1" });
  });

  it.each([
    ["the token alone", { email: "a@b.cn", email_verified: true }, {}, ["a@b.cn", true]],
    ["userinfo alone", {}, { email: "a@b.cn", email_verified: true }, ["a@b.cn", true]],
    [
      "both of the same address",
      { email: "a@b.cn", email_verified: false },
      { email: "a@b.cn", email_verified: true },
      ["a@b.cn", false],
    ],
    [
      "the token of an address, userinfo that it is verified",
      { email: "a@b.cn" },
      { email: "a@b.cn", email_verified: true },
      ["a@b.cn", true],
    ],
    [
      "userinfo that another address is verified",
      { email: "a@b.cn" },
      { email: "x@b.cn", email_verified: true },
      ["a@b.cn", undefined],
    ],
    [
      "the token that no address is verified, userinfo of one",
      { email_verified: true },
      { email: "x@b.cn", email_verified: false },
      ["x@b.cn", false],
    ],
    [
      "the token that no address is verified, userinfo of one and no more",
      { email_verified: true },
      { email: "x@b.cn" },
      ["x@b.cn", undefined],
    ],
    ["nobody", {}, {}, [undefined, undefined]],
  ])("says of the address: %s", (_name, token, userinfo, expected) => {
    const { email, email_verified } = mergeTold(token, userinfo);
    expect([email, email_verified]).toEqual(expected);
  });
});
