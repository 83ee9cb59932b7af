import { describe, expect, it, test } from "vitest";
import { ORDER_TYPES } from "../application/codes";
import { secondLead, validEnterprise, validWebsite } from "../testing/fixtures";
import {
  deriveOrderType,
  deriveOrderTypeForAll,
  type ServiceInputs,
  smsRequiredLeads,
  type TypeInputs,
} from "./order-type";

const entity = {
  entityFiled: false,
  entityKnownHere: false,
  entityInOtherAccount: false,
  entityIsShell: false,
  organizerInFlight: false,
};
const service: ServiceInputs = { filed: "no", accessHere: false, inFlightElsewhere: false };
const filed = { entityFiled: true };
const here = { entityFiled: true, entityKnownHere: true };
const same = { filed: "same-entity" } as const;
const other = { filed: "other-entity" } as const;

/** Every row of the printed table, DF §2.1. */
const ROWS: readonly [Partial<TypeInputs>, Partial<ServiceInputs>, string][] = [
  [{}, {}, "FIRST_FILING"],
  [{}, other, "DOMAIN_ALREADY_FILED"],
  [{}, same, "DOMAIN_ALREADY_FILED"],
  [here, {}, "NEW_SERVICE_LOCAL"],
  [filed, {}, "NEW_SERVICE_FOREIGN"],
  [filed, same, "ACCESS_FILING"],
  [filed, { ...same, accessHere: true }, "ACCESS_FILING"],
  [here, same, "ACCESS_SERVICE"],
  [here, { ...same, accessHere: true }, "NOTHING_TO_ADD"],
  [here, other, "DOMAIN_ALREADY_FILED"],
  [filed, other, "DOMAIN_ALREADY_FILED"],
  [{}, { inFlightElsewhere: true }, "DOMAIN_CONFLICT"],
  [here, { ...same, inFlightElsewhere: true }, "DOMAIN_CONFLICT"],
  [{ organizerInFlight: true }, {}, "ORGANIZER_CONFLICT"],
  [{ ...here, organizerInFlight: true }, { inFlightElsewhere: true }, "ORGANIZER_CONFLICT"],
  [{ ...filed, entityIsShell: true }, {}, "SHELL_ENTITY"],
  [{ ...here, entityIsShell: true }, {}, "SHELL_ENTITY"],
  [{ ...here, entityIsShell: true, shellMayAdd: true }, {}, "NEW_SERVICE_LOCAL"],
  [filed, { ...same, numberMismatch: true }, "NUMBER_MISMATCH"],
  [{ ...filed, entityInOtherAccount: true }, {}, "ENTITY_IN_OTHER_ACCOUNT"],
];

test.each(ROWS)("%j and %j: %s", (of, about, result) => {
  const outcome = deriveOrderType({ ...entity, ...of, service: { ...service, ...about } });
  expect(outcome.kind === "type" ? outcome.type : outcome.block).toBe(result);
});

describe("several services", () => {
  it("agree, are mixed, or one blocks", () => {
    expect(deriveOrderTypeForAll(entity, [])).toEqual({ kind: "type", type: "FIRST_FILING" });
    expect(deriveOrderTypeForAll({ ...entity, ...here }, [service, service])).toEqual({
      kind: "type",
      type: "NEW_SERVICE_LOCAL",
    });
    expect(deriveOrderTypeForAll({ ...entity, ...here }, [service, { ...service, ...same }])).toEqual({
      kind: "mixed",
      types: ["NEW_SERVICE_LOCAL", "ACCESS_SERVICE"],
    });
    expect(deriveOrderTypeForAll(entity, [service, { ...service, ...other }])).toEqual({
      kind: "blocked",
      block: "DOMAIN_ALREADY_FILED",
    });
  });
});

describe("who verifies by SMS", () => {
  const two = validEnterprise({
    people: [...validEnterprise().people, secondLead()],
    services: [validWebsite(), validWebsite({ id: "svc_site02", lead: "ppl_lead02" })],
  });
  const [lead, second] = ["ppl_lead01", "ppl_lead02"];
  test.each([
    ["FIRST_FILING", [lead, second]],
    ["NEW_SERVICE_LOCAL", [lead, second]],
    ["NEW_SERVICE_FOREIGN", [lead, second]],
    ["ACCESS_FILING", [lead, second]],
    ["ACCESS_SERVICE", [lead, second]],
    ["CHANGE_FILING", [lead, second]],
    ["CHANGE_ENTITY", [lead]],
    ["CHANGE_SERVICE", [lead, second]],
    ["CANCEL_ENTITY", [lead]],
    ["CANCEL_SERVICE", [lead, second]],
    ["CANCEL_ACCESS", []],
  ] as const)("%s: %j", (type, leads) => expect(smsRequiredLeads(type, two)).toEqual(leads));

  it("knows every order type, asks one person once, and only those whose part changed", () => {
    expect(ORDER_TYPES).toHaveLength(11);
    expect(smsRequiredLeads("FIRST_FILING", validEnterprise())).toEqual([lead]);
    expect(smsRequiredLeads("CHANGE_FILING", two, { entity: false, services: ["svc_site02"] })).toEqual([
      second,
    ]);
    expect(smsRequiredLeads("CANCEL_SERVICE", two, { entity: false, services: ["svc_site02"] })).toEqual([
      second,
    ]);
  });
});
