import { NATURE_PERSON } from "@/lib/filing/application/codes";

/** First character and stars, as many as were hidden (at most three): `张三丰` → `张**`. */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name.trim()];
  return first + "*".repeat(Math.min(rest.length, 3));
}

/** What the public register shows of an organiser: a unit by name, a person masked. */
export const publicName = (name: string, natureCode: number): string =>
  natureCode === NATURE_PERSON ? maskName(name) : name.trim();
