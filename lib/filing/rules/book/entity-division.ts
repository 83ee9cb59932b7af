import { blank } from "../../application/access";
import { DIVISIONS_SOURCE, type Divisions, listedAs, shortPlace } from "../../policy/divisions/parse";
import { PLACES } from "../../policy/places";
import type { Case } from "../case";
import { NONE } from "../parts";
import type { Rule, Verdict } from "../types";

const MUNICIPALITIES: ReadonlySet<string> = new Set(["110000", "120000", "310000", "500000"]);

/** The province a city surely lies in, by its name alone; names of provinces say nothing but of municipalities. */
function provinceOfCity(city: string): string | undefined {
  const short = shortPlace(city);
  const found = PLACES.filter(
    ({ name, province, isProvince }) =>
      (name === short || name === city.trim()) && (!isProvince || MUNICIPALITIES.has(province)),
  );
  return found.length === 1 ? found[0]?.province : undefined;
}

/** Another city of the province that has a district of this name. */
const cityOfDistrict = (divisions: Divisions, district: string): string | undefined => {
  for (const [city, districts] of divisions) if (districts.includes(district)) return city;
  return undefined;
};

function ofDistrict(divisions: Divisions, city: string, district: string): readonly Verdict[] {
  const districts = divisions.get(city) ?? [];
  if (districts.length === 0 || listedAs(districts, district) !== undefined) return NONE;
  const path = "entity.district";
  const other = cityOfDistrict(divisions, district.trim());
  return [
    other === undefined
      ? { path, message: "district" }
      : { path, message: "other-city", params: { city: other } },
  ];
}

function verdictsOf(c: Case): readonly Verdict[] {
  const { city, district } = c.application.entity;
  const province = c.province?.code;
  if (province === undefined || city === undefined || blank(city)) return NONE;
  const divisions = c.divisions?.(province);
  const listed = divisions && listedAs(divisions.keys(), city);
  if (divisions !== undefined && listed !== undefined)
    return district === undefined || blank(district) ? NONE : ofDistrict(divisions, listed, district);
  const home = provinceOfCity(city);
  if (home !== undefined && home !== province)
    return [
      { path: "entity.city", message: "elsewhere", level: "error", params: { province, homeProvince: home } },
    ];
  return divisions === undefined ? NONE : [{ path: "entity.city", message: "city" }];
}

/** City and district lie in the province of the filing. Lists age, so only a city known elsewhere is refused. */
export const ENTITY_DIVISION_RULES: readonly Rule[] = [
  {
    id: "entity.division",
    topic: "entity",
    level: "warn",
    source: `T21: 首次备案; ${DIVISIONS_SOURCE}`,
    reads: ["entity.province", "entity.city", "entity.district"],
    check: verdictsOf,
  },
];
