/** Words found in texts: all lists in one pass, built once, so that ten names cost what one list would. */
export interface WordHit<T> {
  readonly word: string;
  readonly tag: T;
}
interface Entry<T> extends WordHit<T> {
  /** Lower case, when letters have case. */
  readonly folded: string | null;
}

/** A scanner for many tagged words; Latin letters of either case are the same. Hits come in order of the text. */
export function wordScanner<T>(
  words: Iterable<readonly [word: string, tag: T]>,
): (text: string) => readonly WordHit<T>[] {
  const byFirst = new Map<number, Entry<T>[]>();
  const file = (code: number, entry: Entry<T>) => {
    const known = byFirst.get(code);
    if (known === undefined) byFirst.set(code, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  };
  for (const [word, tag] of words) {
    const lower = word.toLowerCase();
    const cased = lower !== word.toUpperCase();
    const entry = { word, tag, folded: cased ? lower : null };
    file(lower.charCodeAt(0), entry);
    file(word.toUpperCase().charCodeAt(0), entry);
  }
  return (text) => scan(byFirst, text);
}

const NOTHING: readonly WordHit<never>[] = [];

function scan<T>(byFirst: ReadonlyMap<number, readonly Entry<T>[]>, text: string): readonly WordHit<T>[] {
  let out: WordHit<T>[] | undefined;
  for (let at = 0; at < text.length; at++) {
    const entries = byFirst.get(text.charCodeAt(at));
    if (entries === undefined) continue;
    for (const entry of entries) {
      if (!matches(text, at, entry)) continue;
      if (out === undefined) out = [entry];
      else out.push(entry);
    }
  }
  return out ?? NOTHING;
}

const matches = <T>(text: string, at: number, { word, folded }: Entry<T>): boolean =>
  folded === null ? text.startsWith(word, at) : text.slice(at, at + folded.length).toLowerCase() === folded;

const FINDERS = new WeakMap<readonly string[], (text: string) => readonly WordHit<null>[]>();
/** First word of a list of the policy in a text; scanners are kept per list. */
export function firstWord(words: readonly string[], text: string): string | undefined {
  if (words.length === 0) return undefined;
  let finder = FINDERS.get(words);
  if (finder === undefined) {
    finder = wordScanner(words.map((word) => [word, null] as const));
    FINDERS.set(words, finder);
  }
  return finder(text)[0]?.word;
}
