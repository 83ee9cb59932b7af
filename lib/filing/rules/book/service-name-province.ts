import type { ProvinceAdvice } from "../../policy/province-advice";
import type { Case } from "../case";
import { namesOf, type ServiceName } from "../names";
import { each, NONE } from "../parts";
import type { Rule, Verdict } from "../types";
import { firstWord } from "../word-scan";

type Naming = ProvinceAdvice["serviceName"];

/** Does this province say anything about names of this side's services? */
const speaks = (naming: Naming, side: "unit" | "person"): boolean =>
  naming.noRegions ||
  naming.notDomainNorPerson ||
  naming.minHan[side] !== null ||
  naming.latin[side] !== null ||
  naming.refusedWords[side].length > 0;

function isDomainOrPerson(c: Case, { service, name, plain }: ServiceName): boolean {
  if (
    c.actors.some(
      (person) => person.name !== undefined && person.name.length > 1 && name.includes(person.name),
    )
  )
    return true;
  const label = c.domains.find((part) => part.service === service)?.name.label;
  return label !== undefined && label !== "" && plain.toUpperCase() === label.toUpperCase();
}

function problem(c: Case, naming: Naming, found: ServiceName): Omit<Verdict, "path"> | undefined {
  const { side } = c;
  const word = firstWord(naming.refusedWords[side], found.name);
  if (word !== undefined) return { params: { word } };
  const minimum = naming.minHan[side];
  if (minimum !== null && found.han < minimum) return { message: "chinese", params: { minimum } };
  const latin = naming.latin[side];
  if (latin === "none" && found.latin > 0) return { message: "no-latin" };
  if (latin === "not-only" && found.latin > 0 && found.han === 0) return { message: "only-latin" };
  const place = naming.noRegions ? found.hits.find(({ tag }) => tag.list === "place") : undefined;
  if (place !== undefined) return { message: "region", params: { word: place.word } };
  return naming.notDomainNorPerson && isDomainOrPerson(c, found)
    ? { message: "domain-or-person" }
    : undefined;
}

/** Naming rules of one province beyond the general ones (DF §5.3). */
export const SERVICE_NAME_PROVINCE_RULES: readonly Rule[] = [
  {
    id: "service-name.province-rule",
    topic: "service-name",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: [
      ...["nature", "province", "legalRep", "entityLead"].map((field) => `entity.${field}`),
      "people[*].name",
      ...["kind", "name", "lead", "domain", "domains"].map((field) => `services[*].${field}`),
    ],
    rejection: ["NAME_NOT_OK"],
    check: (c) => {
      const naming = c.advice?.serviceName;
      if (naming === undefined || !speaks(naming, c.side) || !(c.isPerson || c.isUnit)) return NONE;
      const level = c.advice?.authoritative.includes("serviceName") ? "error" : "warn";
      const province = c.application.entity.province ?? "";
      return each(namesOf(c), (found) => {
        const said = problem(c, naming, found);
        return said && { ...said, path: found.path, level, params: { ...said.params, province } };
      });
    },
  },
];
