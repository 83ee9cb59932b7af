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

/** Words in names of files, as people give them. */
const CODE_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/ORG_CERT/, /执照|营业|法人证|登记证|licen[cs]e/i],
  [/_ID$/, /身份证|证件|护照|通行证|id.?card|passport/i],
  [/^LETTER/, /授权|authori[sz]/i],
  [/COMMITMENT|PROMISE/, /承诺|commitment|promise/i],
  [/^DOMAIN/, /域名|domain/i],
  [/^RESIDENCE/, /居住|社保|residence/i],
  [/^APP_ICON/, /图标|icon|logo/i],
  [/^PREAPPROVAL|LICENSE$/, /许可|审批|permit/i],
  [/^SITE_PLAN/, /方案|plan/i],
];
const SIDE_WORDS: Readonly<Record<string, RegExp>> = {
  FRONT: /正面|人像|front/i,
  BACK: /反面|背面|国徽|back/i,
};

const isFilm = ({ type }: Named): boolean => type.startsWith("video/");

function score(file: Named, { code, side }: Place): number {
  const named = CODE_WORDS.some(([codes, words]) => codes.test(code) && words.test(file.name));
  const turned = SIDE_WORDS[side]?.test(file.name) ?? false;
  const otherSide = Object.entries(SIDE_WORDS).some(([key, words]) => key !== side && words.test(file.name));
  return (named ? 4 : 0) + (turned ? 2 : 0) - (otherSide && !turned ? 1 : 0);
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
