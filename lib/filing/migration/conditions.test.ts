import { describe, expect, it } from "vitest";
import { CERT_RESIDENT_ID, NATURE_PERSON } from "../application/codes";
import { applyChanges } from "../registry/apply";
import { endEntity, endService } from "../registry/ending";
import { approved, filedRegistry, lived, ONE, site } from "../registry/testing";
import type { Registry } from "../registry/types";
import { validEnterprise } from "../testing/fixtures";
import {
  GIVING_CONDITIONS,
  type Giver,
  givingConditions,
  leadPhone,
  refusalOfGiving,
  refusalOfTaking,
  TAKING_CONDITIONS,
  type Taker,
  takingConditions,
} from "./conditions";

const registry = filedRegistry();
const unit = validEnterprise().entity;
const giver = (over: Partial<Giver> = {}): Giver => ({
  registry,
  openOrder: false,
  riskFlag: false,
  ...over,
});
const taker = (over: Partial<Taker> = {}): Taker => ({
  ...{ same: false, kind: "unit", realName: unit.name ?? "", idNo: unit.certNo ?? "" },
  ...{ holdsEntity: false, openOrder: false, riskFlag: false, ...over },
});

const withLead = (phone1: string): Registry => {
  const people = validEnterprise().people.map((person) => ({ ...person, phone1 }));
  return lived(approved("FIRST_FILING", [[ONE, site(1)]], { people }));
};
const ofPerson = (name: string, certNo: string): Registry => {
  const entity = { ...unit, nature: NATURE_PERSON, certType: CERT_RESIDENT_ID, name, certNo } as const;
  return lived(approved("FIRST_FILING", [[ONE, site(1)]], { entity }));
};
const ended = applyChanges(registry, endEntity(registry));
const shell = applyChanges(registry, registry.services.flatMap(endService));

const unmetOf = (conditions: readonly { readonly id: string; readonly met: boolean }[]) =>
  conditions.filter(({ met }) => !met).map(({ id }) => id);

describe("the account that has the entity", () => {
  it("may give it when nothing stands in the way", () => {
    const conditions = givingConditions(giver());
    expect(conditions.map(({ id }) => id)).toEqual([...GIVING_CONDITIONS]);
    expect(refusalOfGiving(conditions)).toBeNull();
  });

  it.each<[string, Giver]>([
    ["filed", giver({ registry: ended })],
    ["shell", giver({ registry: shell })],
    ["order", giver({ openOrder: true })],
    ["flag", giver({ riskFlag: true })],
    ["phone", giver({ registry: withLead("0571-88880000") })],
    ["phone", giver({ registry: withLead("") })],
  ])("not without: %s", (id, one) => {
    const conditions = givingConditions(one);
    expect(unmetOf(conditions)).toEqual([id]);
    expect(refusalOfGiving(conditions)).toMatchObject({
      code: "wrong_state",
      reason: `migration.from-${id}`,
    });
  });

  it("has its code sent to contact 1 of the entity lead", () => {
    expect(leadPhone(withLead("13900010009"))).toBe("13900010009");
  });
});

describe("the account that is to take it", () => {
  it("may when it is the same organiser's, and has nothing", () => {
    const conditions = takingConditions(taker(), registry);
    expect(conditions.map(({ id }) => id)).toEqual([...TAKING_CONDITIONS]);
    expect(refusalOfTaking(conditions, "giver")).toBeNull();
  });

  it.each<[readonly string[], Taker | null, string]>([
    [["other"], taker({ same: true }), "other"],
    [["there", "verified", "name", "empty", "order", "flag"], null, "organiser"],
    [["verified", "name"], taker({ realName: null, idNo: null }), "organiser"],
    [["name"], taker({ realName: "北京另一家有限公司" }), "organiser"],
    [["name"], taker({ kind: "person" }), "organiser"],
    [["empty"], taker({ holdsEntity: true }), "empty"],
    [["order"], taker({ openOrder: true }), "order"],
    [["flag"], taker({ riskFlag: true }), "flag"],
  ])("not without: %s", (ids, one, told) => {
    const conditions = takingConditions(one, registry);
    expect(unmetOf(conditions)).toEqual(ids);
    // Who names a stranger's account hears one answer, whatever it is; the account itself hears which.
    expect(refusalOfTaking(conditions, "giver")?.reason).toBe(`migration.to-${told}`);
    expect(refusalOfTaking(conditions, "taker")?.reason).toBe(`migration.to-${ids[0]}`);
  });

  it("says nothing of a stranger's orders and filings", () => {
    const stranger = taker({
      realName: "北京另一家有限公司",
      holdsEntity: true,
      openOrder: true,
      riskFlag: true,
    });
    expect(refusalOfTaking(takingConditions(stranger, registry), "giver")?.reason).toBe(
      "migration.to-organiser",
    );
  });

  it("goes by the name of a unit, whose number may be its old one, and by name and number of a person", () => {
    const nameOf = (one: Taker, of: Registry) =>
      takingConditions(one, of).find(({ id }) => id === "name")?.met ?? false;
    expect(nameOf(taker({ idNo: "110108000000001" }), registry)).toBe(true);
    const person = ofPerson("顾知夏", "11010519930608004x");
    const same = taker({ kind: "person", realName: "顾知夏", idNo: "11010519930608004X" });
    expect(nameOf(same, person)).toBe(true);
    expect(nameOf({ ...same, idNo: "110105199306080058" }, person)).toBe(false);
    expect(nameOf({ ...same, kind: "unit" }, person)).toBe(false);
    expect(nameOf({ ...same, realName: "顾知秋" }, person)).toBe(false);
  });
});
