import { describe, expect, it } from "vitest";
import { policyAt } from "../policy";
import { approved, lived, ONE, site } from "../registry/testing";
import { NOW, validEnterprise } from "../testing/fixtures";
import { beforeChange } from "./consequences";
import { type KindFacts, kindGuide } from "./kind-guide";

const policy = policyAt(NOW);
const filed = (entity: object = {}) =>
  lived(approved("FIRST_FILING", [[ONE, site(1)]], { entity: { ...validEnterprise().entity, ...entity } }));
const PERSON = { nature: 5, certType: 2 } as const;

describe("what must be known before an organiser changes", () => {
  it("a new name: domains, then the account, papers with the province's letter, codes, days, the sites' footers", () => {
    expect(beforeChange("name", filed(), policy)).toEqual({
      verdict: "open",
      consequences: [
        ...["domain-owner", "account-name", "papers", "letter", "codes", "days", "footer", "reachable"],
      ],
    });
    const province = Object.values(policy.provinces).find(({ nameChangeLetter }) => !nameChangeLetter)?.code;
    expect(beforeChange("name", filed({ province }), policy).consequences).not.toContain("letter");
    const person = beforeChange("name", filed(PERSON), policy).consequences;
    expect([person.includes("letter"), person.includes("footer")]).toEqual([false, false]);
  });

  it("another number: only an old one of a unit, for every other is another organiser", () => {
    expect(beforeChange("number", filed(), policy)).toEqual({ verdict: "refile", consequences: [] });
    expect(beforeChange("number", filed({ certNo: "110108000000012" }), policy)).toMatchObject({
      ...{ verdict: "open", consequences: ["papers", "codes", "days", "reachable"] },
    });
    expect(beforeChange("number", filed({ ...PERSON, certNo: "110108000000012" }), policy).verdict).toBe(
      "refile",
    );
  });

  it("another kind goes by the guide", () => {
    expect(beforeChange("kind", filed(), policy).verdict).toBe("guided");
  });
});

describe("the steps from person to unit", () => {
  const facts: KindFacts = {
    ...{ nature: 5, province: "ALLOWED", why: null },
    account: { kind: "person", verified: true },
    domainsFit: [false, true],
  };
  const states = (over: Partial<KindFacts>) =>
    kindGuide({ ...facts, ...over }).steps.map(({ state }) => state);
  const unit = { kind: "unit", verified: true } as const;
  it.each<[string, Partial<KindFacts>, readonly string[]]>([
    ["begin with the account", {}, ["now", "later", "later"]],
    [
      "an account that is not verified yet",
      { account: { ...unit, verified: false } },
      ["now", "later", "later"],
    ],
    ["then the domains", { account: unit }, ["done", "now", "later"]],
    [
      "a registrar who does not say",
      { account: unit, domainsFit: [true, null] },
      ["done", "unknown", "later"],
    ],
    ["then the change", { account: unit, domainsFit: [true, true] }, ["done", "done", "now"]],
    ["which is under way", { account: unit, domainsFit: [], why: "open-order" }, ["done", "done", "unknown"]],
    ["domains before the account", { domainsFit: [true] }, ["now", "done", "later"]],
    ["a province that refuses", { province: "NOT_ALLOWED", account: unit }, ["closed", "closed", "closed"]],
    ["one that does not say", { province: "UNSPECIFIED" }, ["now", "later", "later"]],
  ])("%s", (_what, over, expected) => {
    expect(states(over)).toEqual(expected);
  });

  it("say what the province allows", () => {
    const allowed = (province: KindFacts["province"]) => kindGuide({ ...facts, province }).allowed;
    expect([allowed("ALLOWED"), allowed("NOT_ALLOWED"), allowed("UNSPECIFIED"), allowed(undefined)]).toEqual([
      ...["yes", "no", "ask", "ask"],
    ]);
  });
});

describe("the steps from unit to person", () => {
  const facts: KindFacts = {
    ...{ nature: 4, province: "ALLOWED", why: null, domainsFit: [true] },
    account: { kind: "unit", verified: true },
  };
  it("begin with another account, which nobody here can see, and are never simply allowed", () => {
    const { way, allowed, steps } = kindGuide(facts);
    expect([way, allowed]).toEqual(["unit-to-person", "ask"]);
    expect(steps.map(({ state }) => state)).toEqual(["unknown", "later", "done", "later"]);
  });

  it("go on once the filing lies in a personal account", () => {
    const there = kindGuide({ ...facts, account: { kind: "person", verified: true } });
    expect(there.steps.map(({ state }) => state)).toEqual(["done", "done", "done", "now"]);
  });
});
