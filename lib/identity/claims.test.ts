import { describe, expect, it } from "vitest";
import { readClaims } from "./claims";
import { readProvider } from "./settings";

const GIVEN = {
  OIDC_ISSUER: "https://login.example.cn",
  OIDC_CLIENT_ID: "icp",
  OIDC_CLIENT_SECRET: "a secret of sixteen",
  OIDC_NAME: "Cloud",
};
const read = (raw: Record<string, unknown>, more: Record<string, string> = {}) => {
  const { provider, wrong } = readProvider({ ...GIVEN, ...more }, "customers");
  if (provider === null) throw new Error(wrong.join());
  return readClaims({ sub: "1", ...raw }, provider);
};
const REAL = {
  real_name: " 温乔 ",
  real_name_verified: true,
  cert_type: "id_card",
  cert_no: "11010119900307002X",
};

describe("claims", () => {
  it.each([
    ["no subject", { sub: undefined }, null],
    ["an empty one", { sub: " " }, null],
    ["one of 255 signs", { sub: "x".repeat(255) }, "x".repeat(255)],
    ["a longer one", { sub: "x".repeat(256) }, null],
    ["a number", { sub: 7 }, "7"],
  ])("subject: %s", (_name, raw, subject) => {
    expect(read(raw)?.subject ?? null).toBe(subject);
  });

  it.each([
    ["said to be verified", { email: "a@b.cn", email_verified: true }, {}, ["a@b.cn", true]],
    ["in words", { email: "a@b.cn", email_verified: "true" }, {}, ["a@b.cn", true]],
    ["not said", { email: "a@b.cn" }, {}, ["a@b.cn", false]],
    ["said not to be", { email: "a@b.cn", email_verified: false }, {}, ["a@b.cn", false]],
    ["of a trusted mailbox", { email: "a@b.cn" }, { OIDC_TRUST_EMAIL: "on" }, ["a@b.cn", true]],
    ["no address at all", { email: "somebody", email_verified: true }, {}, [null, true]],
  ])("an address %s", (_name, raw, more, expected) => {
    const claims = read(raw, more);
    expect([claims?.email, claims?.emailVerified]).toEqual(expected);
  });

  it.each([
    ["of a person", REAL, { kind: "person", name: "温乔", certType: 2, idNo: "11010119900307002X" }],
    ["by our own code", { ...REAL, cert_type: 7 }, { kind: "person", certType: 7 }],
    ["of a unit", { ...REAL, cert_type: "uscc", real_name: "云杉公司" }, { kind: "unit", certType: null }],
    ["not verified", { ...REAL, real_name_verified: false }, null],
    ["not said to be verified", { ...REAL, real_name_verified: undefined }, null],
    ["without a number", { ...REAL, cert_no: undefined }, null],
    ["without a name", { ...REAL, real_name: undefined }, null],
    ["by an unknown document", { ...REAL, cert_type: "library card" }, null],
    ["without a document", { ...REAL, cert_type: undefined }, null],
  ])("a real name %s", (_name, raw, expected) => {
    const told = read(raw)?.realName;
    if (expected === null) expect(told).toBeNull();
    else expect(told).toMatchObject(expected);
  });

  it("is found where the settings say: deep in an object, or under a name with dots", () => {
    const more = {
      OIDC_CLAIM_REAL_NAME: "kyc.name",
      OIDC_CLAIM_REAL_NAME_VERIFIED: "https://example.cn/kyc",
      OIDC_CLAIM_CERT_TYPE: "kyc.doc.type",
      OIDC_CLAIM_CERT_NO: "kyc.doc.no",
      OIDC_CERT_TYPES: "IDCARD=2",
    };
    const raw = {
      "https://example.cn/kyc": true,
      kyc: { name: "温乔", doc: { type: "IDCARD", no: "11010119900307002X" } },
    };
    expect(read(raw, more)?.realName).toMatchObject({ certType: 2, name: "温乔" });
    expect(read({ ...raw, kyc: "none" }, more)?.realName).toBeNull();
  });

  it.each([
    ["+86 139 0000 1111", true, "13900001111"],
    ["13900001111", false, null],
    ["021-12345678", true, null],
    [undefined, true, null],
  ])("phone %s, verified %s", (phone, verified, expected) => {
    expect(read({ phone_number: phone, phone_number_verified: verified })?.phone).toBe(expected);
  });

  it.each([
    [["reviewer", "others"], {}, ["reviewer"]],
    ["admin", {}, ["admin"]],
    [["officer", "applicant"], {}, []],
    [
      ["icp", "icp-lead", "icp"],
      { OIDC_ROLES: "icp=reviewer, icp-lead=supervisor" },
      ["reviewer", "supervisor"],
    ],
    [[{ name: "admin" }], {}, []],
    [undefined, {}, []],
  ])("groups %j", (groups, more: Record<string, string>, roles) => {
    expect(read({ groups }, more)?.roles).toEqual(roles);
  });

  it.each([
    [{ amr: ["pwd", "mfa"] }, {}, true],
    [{ acr: "mfa" }, {}, true],
    [{ amr: ["pwd"] }, {}, false],
    [{}, {}, false],
    [{ acr: "urn:loa:3" }, { OIDC_MFA: "hwk, urn:loa:3" }, true],
    [{ amr: ["mfa"] }, { OIDC_MFA: "hwk" }, false],
  ])("factors %j with %j: %s", (raw, more, several) => {
    expect(read(raw, more)?.severalFactors).toBe(several);
  });
});

describe("settings", () => {
  it.each([
    ["no name", { OIDC_NAME: undefined }, "OIDC_NAME"],
    ["a short secret", { OIDC_CLIENT_SECRET: "short" }, "OIDC_CLIENT_SECRET"],
    ["a shared key as signature", { OIDC_ALG: "HS256" }, "OIDC_ALG"],
    ["no signature", { OIDC_ALG: "none" }, "OIDC_ALG"],
    ["a scope without openid", { OIDC_SCOPE: "profile" }, "OIDC_SCOPE"],
    ["a role that is not the house's", { OIDC_ROLES: "x=officer" }, "OIDC_ROLES"],
    ["half a pair", { OIDC_ROLES: "admins" }, "OIDC_ROLES"],
    ["no address", { OIDC_ISSUER: "login" }, "OIDC_ISSUER"],
  ])("refuse %s, without quoting values", (_name, over, named) => {
    const { provider, wrong } = readProvider({ ...GIVEN, ...over }, "customers");
    expect(provider).toBeNull();
    expect(wrong.join()).toContain(named);
    expect(wrong.join()).not.toContain("a secret");
  });

  it("are absent without an issuer, and each audience's own", () => {
    expect(readProvider({}, "customers")).toEqual({ provider: null, wrong: [] });
    expect(readProvider(GIVEN, "staff")).toEqual({ provider: null, wrong: [] });
  });
});
