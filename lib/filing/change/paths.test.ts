import { describe, expect, it } from "vitest";
import type { ApplicationDraft, EntityDraft, PersonDraft } from "../application/draft";
import { PROVINCES } from "../policy";
import { changesOf } from "../registry/changes";
import { APP, approved, filedRegistry, ONE } from "../registry/testing";
import type { FiledEntity } from "../rules/facts";
import { onFiled, withProvince } from "../testing/filed";
import { says } from "../testing/look";
import { basisOf } from "./basis";
import { changedParts } from "./changed";
import { beyondChange } from "./locked";

function filed(): ApplicationDraft {
  const made = basisOf(filedRegistry(), { entity: true, services: [ONE, APP] });
  if (made === undefined) throw new Error("nothing to change");
  return made;
}
const entity = (over: Partial<EntityDraft>) => ({ ...filed(), entity: { ...filed().entity, ...over } });
const lead = (over: Partial<PersonDraft>) => ({
  ...filed(),
  people: filed().people.map((one) => ({ ...one, ...over })),
});
const asFiled = (was: Partial<FiledEntity>) =>
  onFiled("CHANGE_ENTITY", { filed: was, register: { entityKnownHere: true } });

/** Every row of DF §10.7: what changed, and the path it takes. */
describe("changed data: a change, or a new filing (DF §10.7)", () => {
  it.each<[string, ApplicationDraft]>([
    ["a phone", lead({ phone1: "13800000009" })],
    ["an e-mail address", lead({ email: "new@qinghe-demo.com" })],
    ["an address", entity({ commAddress: "北京市海淀区样例路 9 号 8 层 801 室" })],
    ["the lead's ID runs longer", lead({ idValidTo: "2041-05-01" })],
    ["another legal representative", entity({ legalRep: "ppl_lead02" })],
    ["the unit's name, under the same code", entity({ name: "北京远山文具有限公司" })],
  ])("%s: CHANGE_*, and it counts as a change of that part", (_what, now) => {
    expect(beyondChange("CHANGE_FILING", filed(), now, undefined)).toEqual([]);
    expect(changedParts(filed(), now).entity).toBe(true);
  });

  it("the old number of the licence becomes the unified code: CHANGE_ENTITY", () => {
    const old = { certNo: "110108000000012" };
    expect(says("change.certificate-number", asFiled(old))).toEqual([]);
    const basis = entity(old);
    const now = entity({ certNo: "91110108MA0000015T" });
    expect(beyondChange("CHANGE_ENTITY", basis, now, undefined)).toEqual([]);
  });

  it("another unified code is another entity: no change goes there", () => {
    expect(says("change.certificate-number", asFiled({ certNo: "91110108MA0000023M" }))).toEqual([
      "entity.certNo",
    ]);
    const now = entity({ certNo: "91110108MA0000023M" });
    expect(beyondChange("CHANGE_FILING", filed(), now, undefined)).toEqual(["entity.certNo"]);
  });

  it("a renamed unit brings the registrar's letter in 18 provinces, and is told so there alone", () => {
    const told = PROVINCES.map(({ nameChangeLetter }) => {
      const [said] = says(
        "change.renamed",
        withProvince(asFiled({ name: "旧名有限公司" }), {}, { nameChangeLetter }),
      );
      return [nameChangeLetter, said];
    });
    expect(told.filter(([letter]) => letter)).toHaveLength(18);
    for (const [letter, said] of told) expect(said).toBe(letter ? "letter@entity.name" : "entity.name");
  });

  it("another province: not a change, on the page and at the approval", () => {
    const now = entity({ province: "310000" });
    expect(beyondChange("CHANGE_FILING", filed(), now, undefined)).toEqual(["entity.province"]);
    const event = approved("CHANGE_ENTITY", [], { entity: now.entity });
    expect(changesOf(filedRegistry(), event)).toEqual({ ok: false, error: "province-changed" });
  });
});
