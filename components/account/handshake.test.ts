import { describe, expect, it } from "vitest";
import { failureOf } from "./handshake";

describe("failureOf", () => {
  it("reads code and seconds", () => {
    expect(failureOf("too_many 30")).toEqual({ code: "too_many", seconds: 30 });
    expect(failureOf("unauthenticated")).toEqual({ code: "unauthenticated", seconds: null });
  });
  it("takes what it does not know for a fault of ours", () => {
    expect(failureOf("CredentialsSignin")).toEqual({ code: "internal", seconds: null });
    expect(failureOf("")).toEqual({ code: "internal", seconds: null });
    expect(failureOf("internal a1b2")).toEqual({ code: "internal", seconds: null });
  });
});
