import { z } from "zod";

/** What the address of a page carries; a name may be given several times. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of each name: what a GET form of ours sends. */
export const firstValues = (query: Query): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return typeof first === "string" && first !== "" ? [[name, first]] : [];
    }),
  );

/** One of a closed list, or nothing: an address is typed by anybody, so what is unknown counts as absent. */
export const chosen = <const T extends readonly string[]>(options: T) =>
  z.enum(options).optional().catch(undefined);

const SEARCH_LENGTH = 40;
/** Free text of a search, cut to what anybody would type, between characters. */
export const searchText = z
  .string()
  .transform((text) => [...text.trim()].slice(0, SEARCH_LENGTH).join(""))
  .optional()
  .catch(undefined);
