import type { ProvinceColumn } from "../policy/provinces/master";
import type { ProvincePolicy } from "../policy/types";
import type { FactWords } from "./fact-words";

/** A number that may differ by organiser: one sentence when it does not. */
function bySide(
  key: string,
  { unit, person }: { readonly unit: number | null; readonly person: number | null },
): readonly FactWords[] {
  if (unit !== null && unit === person) return [{ key, params: { count: unit } }];
  return (["unit", "person"] as const).flatMap((side): FactWords[] => {
    const count = side === "unit" ? unit : person;
    return count === null ? [] : [{ key, side, params: { count } }];
  });
}

/** What a column of the master table says of a province in words. */
export function columnWords(province: ProvincePolicy, column: ProvinceColumn): readonly FactWords[] {
  switch (column) {
    case "days": {
      const [min, max] = province.days;
      return [{ key: "days", params: { min, max } }];
    }
    case "minAge":
      return bySide("minAge", province.minAge);
    case "maxServicesPerOrder":
      return bySide("maxServicesPerOrder", province.maxServicesPerOrder);
    case "entityLead":
      return [{ key: `entityLead.${province.entityLead}` }];
    case "nonLocalId":
      return [{ key: `nonLocalId.${province.nonLocalId}`, side: "person" }];
    case "shellDirectAdd":
      return province.shellDirectAdd.huawei ? [{ key: "shellElsewhere" }] : [];
    default:
      return [{ key: `${column}.${province[column] ? "yes" : "no"}` }];
  }
}
