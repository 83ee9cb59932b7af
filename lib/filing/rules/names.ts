import { blank } from "../application/access";
import type { ServiceDraft } from "../application/draft";
import { scanWords, type Tag } from "./book/words";
import type { Case } from "./case";
import { NONE, plainName, servicePath } from "./parts";
import type { Verdict } from "./types";
import type { WordHit } from "./word-scan";

export type NameHit = WordHit<Tag>;

/** A service's name taken apart once for all rules. Counts are characters. */
export interface ServiceName {
  readonly service: ServiceDraft;
  readonly path: string;
  readonly name: string;
  /** The name as names are compared. */
  readonly plain: string;
  readonly han: number;
  readonly latin: number;
  readonly digits: number;
  /** Letters, digits and characters together; brackets, hyphens and spaces do not count (DF §7.5). */
  readonly count: number;
  /** A sign that names do not carry. */
  readonly sign: boolean;
  readonly hits: readonly NameHit[];
}

const MARKS = "()（）-";
const isMark = (char: string): boolean => MARKS.includes(char) || /\s/.test(char);

interface Counts {
  han: number;
  latin: number;
  digits: number;
  others: number;
  signs: number;
}

/** Rare characters: of the extensions, of other scripts, signs. */
function countRare(counts: Counts, char: string): void {
  if (isMark(char)) return;
  if (/\p{Script=Han}/u.test(char)) counts.han += 1;
  else if (/[\p{L}\p{N}]/u.test(char)) counts.others += 1;
  else counts.signs += 1;
}

function countsOf(name: string): Counts {
  const counts = { han: 0, latin: 0, digits: 0, others: 0, signs: 0 };
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) counts.han += 1;
    else if (code >= 48 && code <= 57) counts.digits += 1;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) counts.latin += 1;
    else {
      const char = String.fromCodePoint(name.codePointAt(at) ?? 0);
      countRare(counts, char);
      at += char.length - 1;
    }
  }
  return counts;
}

/** Nothing that could be written in another way. Elsewhere a radical may stand for the character it looks like. */
const ONE_WAY = /^[\u4e00-\u9fff0-9]*$/;

function nameOf(service: ServiceDraft, name: string): ServiceName {
  const oneWay = ONE_WAY.test(name);
  const { han, latin, digits, others, signs } = countsOf(name);
  return {
    service,
    path: servicePath(service.id, "name"),
    name,
    plain: oneWay ? name : plainName(name),
    han,
    latin,
    digits,
    count: han + latin + digits + others,
    sign: signs > 0,
    hits: scanWords(oneWay ? name : name.normalize("NFKC")),
  };
}

function allNames(c: Case): readonly ServiceName[] {
  const out: ServiceName[] = [];
  for (const service of c.application.services)
    if (service.name !== undefined && !blank(service.name)) out.push(nameOf(service, service.name));
  return out;
}

/** Names of all services that have one. */
export const namesOf = (c: Case): readonly ServiceName[] => c.once(allNames);

/** Verdict of the first word of one list in every name; nothing is looked at where no name has any word. */
export function eachWord(
  c: Case,
  list: Tag["list"],
  verdict: (found: ServiceName, word: string) => Verdict | undefined,
): readonly Verdict[] {
  let out: Verdict[] | undefined;
  for (const found of namesOf(c)) {
    if (found.hits.length === 0) continue;
    const hit = found.hits.find(({ tag }) => tag.list === list);
    const said = hit === undefined ? undefined : verdict(found, hit.word);
    if (said === undefined) continue;
    if (out === undefined) out = [said];
    else out.push(said);
  }
  return out ?? NONE;
}

interface OrganiserWords {
  readonly name: readonly NameHit[];
  readonly scope: readonly NameHit[];
}
const organiserWordsOf = ({ application: { entity } }: Case): OrganiserWords => ({
  name: scanWords(entity.name ?? ""),
  scope: scanWords(entity.businessScope ?? ""),
});

/** Words of our lists in the organiser's name and in the business scope. */
export const organiserWords = (c: Case): OrganiserWords => c.once(organiserWordsOf);
