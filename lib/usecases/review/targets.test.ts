import { describe, expect, it } from "vitest";
import { outlineOf } from "@/lib/filing/application/outline";
import { findingsOf, ruleById } from "@/lib/filing/rules";
import { CASES } from "@/lib/filing/rules/cases";
import { allMaterials, contextOf, validEnterprise, validPerson } from "@/lib/filing/testing/fixtures";
import { isTarget, targetOf } from "./targets";

describe("isTarget", () => {
  it.each([validEnterprise(), validPerson()])("knows every field and every material of a document", (app) => {
    const groups = outlineOf(app);
    const paths = groups.flatMap(({ subject, fields }) => [subject, ...fields.map(({ path }) => path)]);
    const files = allMaterials(contextOf(app)).map(({ code, subject }) => `materials[${code}:${subject}]`);
    const others = ["order", "account", "services", "entity.legalRep", "services[svc_site01].preApprovals"];
    for (const target of [...paths, ...files, ...others]) expect(isTarget(app, target), target).toBe(true);
  });

  it.each([
    "",
    "somebody's name",
    "people",
    "people[ppl_other].name",
    "people[ppl_lead01].name 13800000001",
    "services[svc_site01].preApprovals[pre_gone].type",
    "services.0.name",
    "materials[ORG_CERT]",
    "materials[NO_SUCH:entity]",
    "materials[SERVICE_LEAD_ID:people[ppl_other]]",
    "order.13800000001",
  ])("knows no %j", (target) => {
    expect(isTarget(validEnterprise(), target)).toBe(false);
  });
});

describe("targetOf", () => {
  it("points at a part of the document or at the order, for whatever a rule may say", () => {
    const whole = new Set<string>();
    for (const [id, , ctx] of CASES) {
      const rule = ruleById(id);
      for (const { path } of rule ? findingsOf(rule, ctx) : []) {
        const target = targetOf(ctx.application, path);
        expect(isTarget(ctx.application, target), path).toBe(true);
        if (target === "order") whole.add(path);
      }
    }
    expect([...whole]).toEqual(["order"]);
    expect(targetOf(validEnterprise(), "facts.registry")).toBe("order");
    expect(targetOf(validEnterprise(), "entity.name")).toBe("entity.name");
  });
});
