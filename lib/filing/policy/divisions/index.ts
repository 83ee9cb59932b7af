import { type DivisionLookup, type Divisions, parseDivisions } from "./parse";
import { TEXTS } from "./texts";

const PARSED = new Map<string, Divisions>();

/** The compact text of one province, for its page. */
export const divisionText = (province: string): string | undefined =>
  Object.hasOwn(TEXTS, province) ? TEXTS[province] : undefined;

/** For the server: all provinces are there. The browser loads the one it shows by itself. */
export const divisionsOf: DivisionLookup = (province) => {
  const known = PARSED.get(province);
  const text = divisionText(province);
  if (known !== undefined || text === undefined) return known;
  const parsed = parseDivisions(text);
  PARSED.set(province, parsed);
  return parsed;
};
