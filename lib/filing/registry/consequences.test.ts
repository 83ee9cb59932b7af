import { describe, expect, it } from "vitest";
import { CANCELLATIONS, type CancelType } from "../lifecycle/life";
import { policyAt } from "../policy";
import { NOW } from "../testing/fixtures";
import { consequencesOf } from "./consequences";
import { APP, app, approved, ENTITY, filedRegistry, lived, numberOf, ONE, site, TWO } from "./testing";
import { EMPTY_REGISTRY, type Registry } from "./types";

const POLICY = policyAt(NOW);
const THREE = numberOf(3);
const first = (...services: Parameters<typeof approved>[1]) => approved("FIRST_FILING", services);
/** Two websites served here. */
const two = lived(first([ONE, site(1)], [TWO, site(2)]));
const ask = (registry: Registry, kind: CancelType, numbers: readonly string[] = [], policy = POLICY) =>
  consequencesOf(registry, kind, numbers, policy);

describe("what a cancellation does to this very filing", () => {
  it("entity: everything dies, named or not", () => {
    const made = ask(two, "CANCEL_ENTITY", [ONE]);
    expect(made.hit.map(({ number }) => number)).toEqual([ONE, TWO]);
    expect(made).toMatchObject({
      deadDomains: ["site1.com", "site2.com"],
      ...{ untouched: [], left: "nothing", neverAgain: [] },
      ...{ mailDomains: ["site1.com", "site2.com"], publicSecurity: [ONE, TWO] },
    });
  });

  it("entity: also what is served by somebody else", () => {
    const registry = lived(
      first([ONE, site(1)], [TWO, site(2)]),
      approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    );
    const made = ask(registry, "CANCEL_ENTITY");
    expect(made.deadDomains).toEqual(["site1.com", "site2.com"]);
    expect(made.hit.map(({ place }) => place?.on ?? null)).toEqual([null, "server"]);
  });

  it("what others filed under the record goes with it, and stays when one service goes", () => {
    const other = { number: TWO, kind: "MINI_PROGRAM", name: "小程序", domains: ["site2.com"] } as const;
    const registry = { ...lived(first([ONE, site(1)])), elsewhere: [other] };
    expect(ask(registry, "CANCEL_ENTITY")).toMatchObject({
      hit: [{ number: ONE }, { number: TWO, kind: "MINI_PROGRAM", place: null }],
      ...{ deadDomains: ["site1.com", "site2.com"], untouched: [], left: "nothing" },
    });
    expect(ask(registry, "CANCEL_SERVICE", [ONE])).toMatchObject({
      ...{ deadDomains: ["site1.com"], untouched: [TWO], left: "no-access" },
    });
  });

  it("one service of two: the other lives", () => {
    expect(ask(two, "CANCEL_SERVICE", [ONE])).toMatchObject({
      ...{ deadDomains: ["site1.com"], untouched: [TWO], left: "services" },
      ...{ mailDomains: ["site1.com"], publicSecurity: [ONE] },
    });
  });

  it("several services: a shell is judged of the whole set", () => {
    expect(ask(two, "CANCEL_SERVICE", [ONE, TWO]).left).toBe("shell");
    expect(ask(lived(first([ONE, site(1)])), "CANCEL_SERVICE", [ONE]).left).toBe("shell");
    expect(ask(filedRegistry(), "CANCEL_SERVICE", [ONE]).left).toBe("services");
  });

  it("services left, but none served here", () => {
    const registry = lived(
      first([ONE, site(1)], [TWO, site(2)]),
      approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    );
    expect(ask(registry, "CANCEL_SERVICE", [TWO]).left).toBe("no-access");
  });

  it("access: dead here, and nothing that ends with a filing", () => {
    expect(ask(two, "CANCEL_ACCESS", [ONE])).toMatchObject({
      ...{ deadDomains: ["site1.com"], untouched: [TWO], left: "services" },
      ...{ mailDomains: [], publicSecurity: [], neverAgain: [] },
    });
    expect(ask(two, "CANCEL_ACCESS", [ONE, TWO]).left).toBe("no-access");
  });

  it("access that is gone already hits nothing", () => {
    const registry = lived(
      first([ONE, site(1)], [TWO, site(2)]),
      approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    );
    expect(ask(registry, "CANCEL_ACCESS", [ONE])).toMatchObject({
      hit: [],
      deadDomains: [],
      untouched: [ONE, TWO],
    });
  });

  it.each(["CANCEL_SERVICE", "CANCEL_ACCESS"] as const)(
    "%s: a name shared with what stays lives on",
    (kind) => {
      // The APP of the fixture calls the website's name.
      expect(ask(filedRegistry(), kind, [APP])).toMatchObject({
        deadDomains: [],
        keptDomains: ["site1.com"],
      });
      expect(ask(filedRegistry(), kind, [ONE, APP])).toMatchObject({
        deadDomains: ["site1.com"],
        keptDomains: [],
      });
    },
  );

  it("a name shared with what is not served here any more dies all the same", () => {
    const registry = lived(first([ONE, site(1)], [APP, app(1)]), approved("CANCEL_ACCESS", [[ONE, site(1)]]));
    expect(ask(registry, "CANCEL_SERVICE", [APP]).deadDomains).toEqual(["site1.com"]);
  });

  it("names whose suffix is not approved can never be filed again", () => {
    const registry = lived(first([ONE, site(1, { domain: "site1.io" })], [TWO, site(2)]));
    const gone = [{ domain: "site1.io", suffix: "io" }];
    expect(ask(registry, "CANCEL_SERVICE", [ONE]).neverAgain).toEqual(gone);
    expect(ask(registry, "CANCEL_ENTITY").neverAgain).toEqual(gone);
    expect(ask(registry, "CANCEL_SERVICE", [TWO]).neverAgain).toEqual([]);
    expect(ask(registry, "CANCEL_ACCESS", [ONE]).neverAgain).toEqual([]);
    // The provider's additions count.
    const suffixes = new Set([...POLICY.suffixes, "io"]);
    expect(ask(registry, "CANCEL_ENTITY", [], { ...POLICY, suffixes }).neverAgain).toEqual([]);
  });

  it("the place goes back where the provider gives it back: on a server, or behind a code", () => {
    const registry = lived(
      first([ONE, site(1)], [TWO, site(2, { resource: { kind: "CODE", code: "CODE-0001" } })]),
    );
    const places = (policy = POLICY) =>
      ask(registry, "CANCEL_ENTITY", [], policy).hit.map(({ place }) => place);
    expect(places()).toEqual([
      { on: "server", returned: true },
      { on: "code", returned: true },
    ]);
    const keeps = { ...POLICY, provider: { ...POLICY.provider, returnQuotaOnCancel: false } };
    expect(places(keeps).map((place) => place?.returned)).toEqual([false, false]);
  });

  it.each(CANCELLATIONS)("%s of what is not there, or has ended: nothing", (kind) => {
    expect(ask(EMPTY_REGISTRY, kind, [ONE])).toMatchObject({ hit: [], deadDomains: [], left: "nothing" });
    const ended = lived(first([ONE, site(1)]), approved("CANCEL_ENTITY", []));
    expect(ask(ended, kind, [ONE, THREE, ENTITY])).toMatchObject({ hit: [], untouched: [], left: "nothing" });
  });

  it("names no packages but its own", () => {
    expect(ask(filedRegistry(), "CANCEL_SERVICE", [APP]).hit[0]?.packages).toEqual([
      { platform: "ANDROID", packageName: "com.sample.app1" },
    ]);
  });
});
