import { namesMaterial, SIDE_WORDS } from "@/lib/filing/policy/material-file-words";

/** A side of a slot a file may go to. */
export interface Place {
  readonly key: string;
  readonly code: string;
  readonly side: string;
  readonly medium: "image" | "video";
  readonly empty: boolean;
  readonly optional: boolean;
}

export interface Named {
  readonly name: string;
  readonly type: string;
}

const isFilm = ({ type }: Named): boolean => type.startsWith("video/");

function score(file: Named, { code, side }: Place): number {
  const shown = Object.entries(SIDE_WORDS).flatMap(([key, words]) => (words.test(file.name) ? [key] : []));
  const turned = shown.includes(side);
  const otherSide = shown.some((key) => key !== side);
  return (namesMaterial(file.name, code) ? 4 : 0) + (turned ? 2 : 0) - (otherSide && !turned ? 1 : 0);
}

/** Empty sides that are needed first, then optional ones, the spare slot last. */
const rank = ({ optional, code }: Place): number => (code === "OTHER" ? 2 : optional ? 1 : 0);

/**
 * Suggests a side for each of several files: by the words in its name, else the next empty side in the order of the
 * page; null where none is left. Nothing is uploaded on a guess: the applicant sees the list and may change it.
 */
export function distribute(files: readonly Named[], places: readonly Place[]): readonly (string | null)[] {
  const free = places.filter(({ empty }) => empty).sort((a, b) => rank(a) - rank(b));
  const chosen: (string | null)[] = files.map(() => null);
  const take = (index: number, place: Place | undefined) => {
    if (place === undefined) return;
    free.splice(free.indexOf(place), 1);
    chosen[index] = place.key;
  };
  const candidates = (file: Named) => free.filter(({ medium }) => (medium === "video") === isFilm(file));
  for (const [index, file] of files.entries()) {
    const best = candidates(file)
      .map((place) => ({ place, points: score(file, place) }))
      .sort((a, b) => b.points - a.points)[0];
    if (best !== undefined && best.points > 0) take(index, best.place);
  }
  for (const [index, file] of files.entries()) if (chosen[index] === null) take(index, candidates(file)[0]);
  return chosen;
}

/** Files put onto one side: the first goes there, the next onto the other empty sides of the slot; the rest is left. */
export function spread<F>(
  files: readonly F[],
  side: string,
  slot: readonly Place[],
): { readonly placed: readonly (readonly [string, F])[]; readonly rest: readonly F[] } {
  const others = slot.filter(({ key, empty }) => empty && key !== side).map(({ key }) => key);
  const keys = [side, ...others];
  return {
    placed: keys.flatMap((key, index) => {
      const file = files[index];
      return file === undefined ? [] : [[key, file] as const];
    }),
    rest: files.slice(keys.length),
  };
}
