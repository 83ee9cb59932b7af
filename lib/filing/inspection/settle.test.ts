import { describe, expect, it } from "vitest";
import type { ServiceDraft } from "../application/draft";
import { applyChanges } from "../registry/apply";
import { APP, approved, changes, ENTITY, filedRegistry, ONE, site } from "../registry/testing";
import type { Registry, RegistryEvent } from "../registry/types";
import { validEnterprise } from "../testing/fixtures";
import type { InspectionFailure } from "./failures";
import { type About, isGone, isHealedBy, orderablesOf } from "./settle";

const about = (failure: InspectionFailure, service: string | null, domain: string | null = null): About => ({
  ...{ failure, service, domain },
});
const next = (registry: Registry, event: RegistryEvent): Registry =>
  applyChanges(registry, changes(registry, event));
const struck = (...numbers: string[]): RegistryEvent => ({ type: "struck", numbers });
const access = (number: string, service: ServiceDraft) => approved("CANCEL_ACCESS", [[number, service]]);
const filed = filedRegistry();
const [APPS_DRAFT] = filed.services.filter(({ number }) => number === APP);

describe("what an inspection is about is gone", () => {
  it("with its record, its service, its access or its domain, and not before", () => {
    const noSite = next(filed, access(ONE, site(1)));
    for (const [registry, one, gone] of [
      [filed, about("ORGANIZER_NAME", null), false],
      [filed, about("CONTENT_MISMATCH", ONE), false],
      [filed, about("DNS_ELSEWHERE", ONE, "site1.com"), false],
      [filed, about("DNS_ELSEWHERE", ONE, "other.com"), true],
      [filed, about("CONTENT_MISMATCH", "nothing"), true],
      [next(filed, struck(ENTITY)), about("ORGANIZER_NAME", null), true],
      [next(filed, struck(ONE)), about("CONTENT_MISMATCH", ONE), true],
      [next(filed, struck(ONE)), about("ORGANIZER_NAME", null), false],
      [noSite, about("CONTENT_MISMATCH", ONE), true],
      // Served here by its APP still.
      [noSite, about("ORGANIZER_NAME", null), false],
      [next(next(filed, struck(APP)), access(ONE, site(1))), about("ORGANIZER_NAME", null), true],
    ] as const)
      expect(isGone(registry, one), JSON.stringify(one)).toBe(gone);
  });
});

describe("an approved change", () => {
  const base = validEnterprise({ services: [site(1)] });
  const changed = (type: "CHANGE_ENTITY" | "CHANGE_FILING", over: Parameters<typeof approved>[2]) =>
    approved(type, [[ONE, site(1)]], over);
  const heals = (one: About, event: RegistryEvent) => isHealedBy(one, event, changes(filed, event));
  const named = changed("CHANGE_ENTITY", { entity: { ...base.entity, name: "观澜改名样例有限公司" } });
  const lead = base.entity.entityLead;
  const called = changed("CHANGE_ENTITY", {
    people: base.people.map((one) => (one.id === lead ? { ...one, phone1: "13900000077" } : one)),
  });
  const content = (type: "CHANGE_SERVICE" | "CHANGE_FILING") =>
    approved(type, [[ONE, site(1, { contents: [3] })]]);

  it("mends what it gave another value, and nothing else", () => {
    expect(heals(about("ORGANIZER_NAME", null), named)).toBe(true);
    expect(heals(about("ORGANIZER_ADDRESS", null), named)).toBe(false);
    expect(heals(about("CONTENT_MISMATCH", ONE), named)).toBe(false);
    expect(heals(about("CONTACT_INVALID", null), called)).toBe(true);
    expect(heals(about("LEAD_ID_EXPIRED", null), called)).toBe(false);
  });
  it("of a service mends its own", () => {
    expect(heals(about("CONTENT_MISMATCH", ONE), content("CHANGE_SERVICE"))).toBe(true);
    expect(heals(about("CONTENT_MISMATCH", ONE), content("CHANGE_FILING"))).toBe(true);
    expect(heals(about("CONTENT_MISMATCH", APP), content("CHANGE_SERVICE"))).toBe(false);
    expect(heals(about("ORGANIZER_NAME", null), content("CHANGE_SERVICE"))).toBe(false);
  });
  it("brings new papers, of which nothing is written", () => {
    expect(heals(about("VERIFICATION_MATERIAL", null), named)).toBe(true);
    expect(heals(about("VERIFICATION_MATERIAL", ONE), content("CHANGE_SERVICE"))).toBe(true);
    expect(heals(about("VERIFICATION_MATERIAL", APP), content("CHANGE_SERVICE"))).toBe(false);
  });
  it("says nothing about domains, and other events mend nothing", () => {
    expect(heals(about("DNS_ELSEWHERE", ONE, "site1.com"), content("CHANGE_SERVICE"))).toBe(false);
    expect(heals(about("ORGANIZER_NAME", null), struck(ONE))).toBe(false);
    expect(heals(about("CONTENT_MISMATCH", ONE), access(ONE, site(1)))).toBe(false);
  });
});

describe("what may be ordered", () => {
  const types = (registry: Registry, one: About) =>
    orderablesOf(registry, one).map(({ type, service }) => `${type} ${service ?? ""}`.trim());
  it("of a service: its access or itself; the organiser where it is the last one", () => {
    expect(types(filed, about("CONTENT_MISMATCH", ONE))).toEqual([
      `CANCEL_ACCESS ${ONE}`,
      `CANCEL_SERVICE ${ONE}`,
    ]);
    expect(types(next(filed, struck(APP)), about("CONTENT_MISMATCH", ONE))).toEqual([
      ...[`CANCEL_ACCESS ${ONE}`, `CANCEL_SERVICE ${ONE}`, "CANCEL_ENTITY"],
    ]);
  });
  it("of an organiser: the access of what is served here, or everything", () => {
    expect(types(filed, about("ORGANIZER_NAME", null))).toEqual([
      ...[`CANCEL_ACCESS ${ONE}`, `CANCEL_ACCESS ${APP}`, "CANCEL_ENTITY"],
    ]);
    expect(types(next(filed, access(ONE, site(1))), about("ORGANIZER_NAME", null))).toEqual([
      ...[`CANCEL_ACCESS ${APP}`, "CANCEL_ENTITY"],
    ]);
  });
  it("of what is gone: nothing", () => {
    expect(types(next(filed, struck(ENTITY)), about("ORGANIZER_NAME", null))).toEqual([]);
    expect(types(next(filed, access(ONE, site(1))), about("CONTENT_MISMATCH", ONE))).toEqual([]);
    expect(APPS_DRAFT?.ended).toBe(false);
  });
});
