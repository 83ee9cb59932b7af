import { useEffect, useState } from "react";
import { type DivisionLookup, type Divisions, parseDivisions } from "@/lib/filing/policy/divisions/parse";
import { LOADERS } from "./entity-division-loaders";

/** The divisions the server sent with the page: those of the province that stands in the draft. */
export interface GivenDivisions {
  readonly province: string;
  readonly text: string;
}

/** Public data that never changes while a page lives: each province is loaded once. */
const SHOWN = new Map<string, Divisions>();

/** What this page has loaded so far; rules judge by it while one types. */
export const shownDivisions: DivisionLookup = (province) => SHOWN.get(province);

const keep = ({ province, text }: GivenDivisions) => {
  if (!SHOWN.has(province)) SHOWN.set(province, parseDivisions(text));
};

/** Divisions of the chosen province; undefined until they are there, or when they cannot be had (offline). */
export function useDivisions(province: string, given: GivenDivisions | undefined): Divisions | undefined {
  const [, setLoaded] = useState("");
  if (given !== undefined) keep(given);
  useEffect(() => {
    if (SHOWN.has(province) || !Object.hasOwn(LOADERS, province)) return;
    let gone = false;
    void LOADERS[province]?.().then(
      ({ DIVISIONS: text }) => {
        keep({ province, text });
        if (!gone) setLoaded(province);
      },
      // Offline: the fields take free text, the server judges it.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [province]);
  return SHOWN.get(province);
}
