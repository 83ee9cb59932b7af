import { addNaturalDays } from "../../policy/calendar";
import { NOW } from "../../testing/fixtures";
import { business, type LookCase, person, registry, unit } from "../../testing/look";

export const ENTITY_CASES: readonly LookCase[] = [
  [
    "entity.required",
    "empty",
    unit({ name: " ", investorOrSuperior: undefined, certLongTerm: false }),
    ["name@entity.name", "investorOrSuperior@entity.investorOrSuperior", "certValidTo@entity.certValidTo"],
  ],
  ["entity.required", "person has no investor", person({ investorOrSuperior: undefined }), []],
  ["entity.province-known", "Taiwan is not filed here", unit({ province: "710000" }), ["entity.province"]],
  ["entity.nature-cert", "ID of a company", unit({ certType: 2 }), ["entity.certType"]],
  ["entity.blacklisted", "listed", registry({ blacklisted: true }), ["entity.certNo"]],
  ["entity.abnormal", "abnormal", business({ status: "abnormal" }), ["entity.certNo"]],
  ["entity.abnormal", "closed", business({ status: "closed" }), ["closed@entity.certNo"]],
  ["entity.registry-mismatch", "other name", business({ name: "别的公司" }), ["name@entity.name"]],
  [
    "entity.registry-mismatch",
    "unknown number",
    business({ found: false, registeredOrUpdatedAt: null }),
    ["not-found@entity.certNo"],
  ],
  [
    "entity.registry-mismatch",
    "updated yesterday",
    business({ name: "旧名", registeredOrUpdatedAt: addNaturalDays(NOW, -1) }),
    ["lag@entity.name"],
  ],
  ["entity.local-unit", "Beijing code in Henan", unit({ province: "410000" }), ["entity.province"]],
  ["entity.local-id", "Beijing ID in 山西", person({ province: "140000" }), ["entity.province"]],
  ["entity.local-id", "Beijing ID in 河北", person({ province: "130000" }), ["local-phone@entity.province"]],
  ["entity.local-id", "Beijing ID in 上海 (residence proof instead)", person({ province: "310000" }), []],
];
