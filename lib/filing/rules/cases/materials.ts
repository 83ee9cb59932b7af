import { allMaterials } from "../../testing/fixtures";
import { facts, type LookCase, unit } from "../../testing/look";

export const MATERIALS_CASES: readonly LookCase[] = [
  [
    "materials.missing",
    "nothing",
    facts({ materials: [{ code: "OTHER", subject: "entity", side: "SINGLE", documentDate: null }] }),
    ["ORG_CERT@materials[ORG_CERT:entity]", "ENTITY_LEAD_ID@materials[ENTITY_LEAD_ID:people[ppl_lead01]]"],
  ],
  [
    "materials.missing",
    "one side",
    facts({ materials: allMaterials(unit()).filter((file) => file.side !== "BACK") }),
    ["ENTITY_LEAD_ID@materials[ENTITY_LEAD_ID:people[ppl_lead01]]"],
  ],
];
