import { blank } from "../../application/access";
import { PLACES_SOURCE } from "../../policy/places";
import type { Case } from "../case";
import { eachWord, namesOf, organiserWords, type ServiceName } from "../names";
import { each, NONE, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";
import { NAME_MIN_LENGTH } from "./service-name-form";

const READS = ["services[*].kind", "services[*].name"];

function personalVerdict(c: Case, found: ServiceName): Verdict | undefined {
  const { path, name, hits, han, service } = found;
  const hit = hits.find(({ tag }) => tag.list === "personal");
  if (hit !== undefined) return { path, params: { word: hit.word } };
  if (service.kind === "WEBSITE" && han < NAME_MIN_LENGTH)
    return { path, message: "chinese", params: { minimum: NAME_MIN_LENGTH } };
  const own = c.application.entity.name;
  return own !== undefined && !blank(own) && name.includes(own) ? { path, message: "own-name" } : undefined;
}

/** A domain's label of this length or more in a name is the domain, not a word that happens to be there. */
const LABEL_LENGTH = 4;

function domainAsName(c: Case): readonly Verdict[] {
  return each(namesOf(c), ({ service, path, plain }) => {
    const label = c.domains.find((part) => part.service === service)?.name.label.toUpperCase() ?? "";
    if (label === "") return undefined;
    const named = plain.toUpperCase();
    return named === label || (label.length >= LABEL_LENGTH && named.includes(label)) ? { path } : undefined;
  });
}

/** May an organiser of this name use that place? Its own places, and those within them; without any it is national. */
function placeVerdict(c: Case, { path, hits }: ServiceName): Verdict | undefined {
  if (hits.length === 0) return undefined;
  const mine = organiserWords(c).name;
  const national = !mine.some(({ tag }) => tag.list === "place");
  for (const { tag } of hits) {
    if (tag.list !== "place") continue;
    const { place } = tag;
    if (c.isPerson) return { path, message: "person", params: { place: place.name } };
    const within = mine.some(
      ({ tag: own }) =>
        own.list === "place" &&
        (own.place === place || (own.place.isProvince && own.place.province === place.province)),
    );
    if (!national && !within) return { path, params: { place: place.name } };
  }
  return undefined;
}

/** A lead's name in a unit's service, unless the unit itself is called so. */
function personNameVerdict(c: Case, { path, name }: ServiceName): Verdict | undefined {
  for (const { name: person } of c.actors)
    if (person !== undefined && person.length > 1 && name.includes(person))
      return c.application.entity.name?.includes(person) ? undefined : { path, params: { name: person } };
  return undefined;
}

/** Words that belong to others: the state's, a person's, a place's. */
export const SERVICE_NAME_WORD_RULES: readonly Rule[] = [
  {
    id: "service-name.reserved-words",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求; S4: 部分管局特殊要求",
    reads: ["entity.nature", "entity.name", ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (c) =>
      c.isStateUnit
        ? NONE
        : eachWord(c, "state", ({ path }, word) =>
            // A company that is registered with the word in its name may be asked for a proof, not refused here.
            c.isUnit && c.application.entity.name?.includes(word)
              ? { path, message: "own-name", level: "warn", params: { word } }
              : { path, params: { word } },
          ),
  },
  {
    id: "service-name.personal",
    topic: "service-name",
    level: "error",
    source: "S4: 常见驳回原因; T21: 网站命名要求",
    reads: ["entity.nature", "entity.name", ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (c) => (c.isPerson ? each(namesOf(c), (found) => personalVerdict(c, found)) : NONE),
  },
  {
    id: "service-name.is-domain",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求",
    reads: ["entity.nature", ...READS, "services[*].domain", "services[*].domains"],
    rejection: ["NAME_NOT_OK"],
    check: (c) => (c.isPerson ? domainAsName(c) : NONE),
  },
  {
    id: "service-name.person-name",
    topic: "service-name",
    level: "warn",
    source: "T21: 网站命名要求",
    reads: ["entity.name", "people[*].name", ...ROLE_READS, ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (c) =>
      c.isUnit && !c.isStateUnit ? each(namesOf(c), (found) => personNameVerdict(c, found)) : NONE,
  },
  {
    id: "service-name.place-name",
    topic: "service-name",
    level: "warn",
    source: `T21: 网站命名要求; ${PLACES_SOURCE}`,
    reads: ["entity.nature", "entity.name", ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (c) =>
      c.isStateUnit || c.application.entity.nature === undefined
        ? NONE
        : each(namesOf(c), (found) => placeVerdict(c, found)),
  },
];
