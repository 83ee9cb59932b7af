import { describe, expect, it } from "vitest";
import {
  FAILURES,
  fieldsFor,
  fitsTarget,
  INSPECTION_FAILURES,
  isInspectionFailure,
  remediesFor,
} from "./failures";

const NOTHING = { service: false, domain: false };
const SERVICE = { service: true, domain: false };
const DOMAIN = { service: true, domain: true };

/** DF §9 end, §15 B14: where each failure can be found, what mends it there. */
const TABLE = {
  ORGANIZER_NAME: ["entity", "CHANGE_ENTITY"],
  ORGANIZER_NUMBER: ["entity", "CHANGE_ENTITY"],
  ORGANIZER_ADDRESS: ["entity", "CHANGE_ENTITY"],
  LEAD_NOT_LEGAL_REP: ["entity", "CHANGE_ENTITY"],
  LEAD_ID_EXPIRED: ["entity service", "CHANGE_ENTITY"],
  CONTACT_INVALID: ["entity service", "CHANGE_ENTITY"],
  VERIFICATION_MATERIAL: ["entity service", "CHANGE_ENTITY"],
  CONTENT_MISMATCH: ["service", "CORRECT_SITE CHANGE_SERVICE"],
  COMMERCIAL_CONTENT: ["service", "CORRECT_SITE CANCEL_SERVICE"],
  DOMAIN_EXPIRED: ["domain", "RENEW_DOMAIN CHANGE_SERVICE CANCEL_SERVICE"],
  DOMAIN_OWNER: ["domain", "DOMAIN_REAL_NAME CHANGE_SERVICE CANCEL_SERVICE"],
  DNS_ELSEWHERE: ["domain", "POINT_DNS CANCEL_ACCESS CHANGE_SERVICE"],
} as const;

describe("failures of an inspection", () => {
  it.each(INSPECTION_FAILURES)("%s: its place, what mends it, its source", (failure) => {
    const [places, remedies] = TABLE[failure];
    const found = [
      fitsTarget(failure, NOTHING) && "entity",
      fitsTarget(failure, SERVICE) && "service",
      fitsTarget(failure, DOMAIN) && "domain",
    ].filter(Boolean);
    expect(found.join(" ")).toBe(places);
    expect(remediesFor(failure, NOTHING).join(" ")).toBe(remedies);
    expect(FAILURES[failure].source).toContain("T21");
    expect(fitsTarget(failure, { service: false, domain: true })).toBe(false);
  });
  it("of a service's lead are mended with the service, and are values of it", () => {
    expect(remediesFor("CONTACT_INVALID", SERVICE)).toEqual(["CHANGE_SERVICE"]);
    expect(fieldsFor("CONTACT_INVALID", SERVICE)).toContain("lead.phone1");
    expect(fieldsFor("CONTACT_INVALID", NOTHING)).toContain("entityLead.phone1");
  });
  it("of a lead who is not the legal representative show both", () => {
    expect(fieldsFor("LEAD_NOT_LEGAL_REP", NOTHING)).toEqual(
      expect.arrayContaining(["legalRep.name", "entityLead.name"]),
    );
  });
  it("are a closed list", () => {
    expect(isInspectionFailure("DNS_ELSEWHERE")).toBe(true);
    expect(isInspectionFailure("dns")).toBe(false);
  });
});
