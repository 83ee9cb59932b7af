import { describe, expect, it } from "vitest";
import { filedService, onFiled } from "../testing/filed";
import { validLead, validWebsite } from "../testing/fixtures";
import { type ComparedField, comparedWithFiled } from "./filed-comparison";
import type { RuleContext } from "./types";

const fields = (context: RuleContext) => comparedWithFiled(context).flatMap((group) => group.fields);
const keys = (found: readonly ComparedField[]) => [...new Set(found.map(({ key }) => key))];
const differing = (context: RuleContext) => keys(fields(context).filter(({ differs }) => differs));
const A = "ACCESS_FILING" as const;
const inProvince = (province: string) => onFiled(A, { entity: { province } });

describe("typed beside filed", () => {
  it("is for orders that take something over", () => {
    for (const type of ["NEW_SERVICE_LOCAL", "CHANGE_FILING"] as const)
      expect(comparedWithFiled(onFiled(type))).toEqual([]);
    for (const type of [A, "ACCESS_SERVICE"] as const)
      expect(comparedWithFiled(onFiled(type)).map(({ subject }) => subject)).toEqual([
        "entity",
        "services[svc_site01]",
      ]);
  });

  it("says nothing against what is not known here, nor against what is empty", () => {
    const unknown = { name: null, nature: null, certType: null, certNo: null, entityLead: null };
    const filed = { ...unknown, services: [filedService({ name: null, lead: null })] };
    const told = fields(onFiled(A, { filed }));
    const person = told.filter(({ key }) => key.startsWith("person."));
    expect(person.map((one) => one.filed)).toEqual(person.map(() => null));
    expect(differing(onFiled(A, { filed }))).toEqual([]);
    expect(differing(onFiled(A, { rest: { services: [validWebsite({ name: "" })] } }))).toEqual([]);
  });

  it("tells name, lead and domains apart, and not the writing of a name or the order of domains", () => {
    expect(differing(onFiled(A, { rest: { services: [validWebsite({ name: "另一个名字" })] } }))).toEqual([
      "service.name",
    ]);
    expect(differing(onFiled(A, { rest: { people: [validLead({ phone1: "13900019999" })] } }))).toEqual([
      "person.phone1",
    ]);
    const domains = ["qinghe-old.cn", "qinghe-demo.com"];
    const more = [{ id: "dom_0001", domain: "qinghe-old.cn" }];
    const whole = onFiled(A, {
      rest: { services: [validWebsite({ moreDomains: more })] },
      filed: { services: [filedService({ domains })] },
    });
    expect(differing(whole)).not.toContain("service.domain");
    expect(differing(onFiled(A, { filed: { services: [filedService({ domains })] } }))).toContain(
      "service.domain",
    );
  });
});

describe("what must be equal", () => {
  it("is everywhere the numbers, the domains and the phone of a service's lead", () => {
    expect(keys(fields(inProvince("110000")).filter(({ must }) => must))).toEqual([
      ...["entity.recordNumber", "entity.certNo", "service.domain", "person.phone1"],
    ]);
  });
  it("and everything in the six provinces", () => {
    for (const province of ["150000", "210000", "360000", "430000", "510000", "520000"])
      expect(fields(inProvince(province)).every(({ must }) => must)).toBe(true);
  });
  it("numbers and names of people are marked as theirs", () => {
    const found = fields(inProvince("430000"));
    expect(keys(found.filter(({ sensitive }) => sensitive))).toEqual(["person.idNo", "person.phone1"]);
    expect(keys(found.filter(({ ofPerson }) => ofPerson))).toEqual(["person.name"]);
  });
});
