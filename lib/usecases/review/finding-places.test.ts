import { expect, it } from "vitest";
import { outlineOf } from "@/lib/filing/application/outline";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { placeOfFinding } from "./finding-places";

const groups = outlineOf(validEnterprise());

it.each([
  ["entity.name", "entity", "entity.name"],
  ["services[svc_site01].domain", "services[svc_site01]", "services[svc_site01].domain"],
  ["entity.entityLead", "entity", null],
  ["services[svc_site01].preApprovals[pre_0001].validTo", "services[svc_site01]", null],
  ["people[ppl_lead01]", "people[ppl_lead01]", null],
  ["materials[ORG_CERT:entity]", "entity", null],
  ["materials[SERVICE_LEAD_ID:people[ppl_lead01]]", "people[ppl_lead01]", null],
])("%s stands beside its field or at the head of its group", (path, subject, field) => {
  expect(placeOfFinding(groups, path)).toEqual({ subject, field });
});

it.each(["order", "account", "services", "facts.registry", "entityLead", "materials[ORG_CERT:people[gone]]"])(
  "%s stands above all groups",
  (path) => expect(placeOfFinding(groups, path)).toBeNull(),
);
