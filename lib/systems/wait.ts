/** Everything a page asks of the provider's own systems is answered within so long, or unknown. */
export const PAGE_WAIT_MS = 3_000;

/** How much of one request's patience is left; it begins with the first question. */
export interface Wait {
  left(): number;
}

/** @param ms of all questions together */
export function newWait(ms = PAGE_WAIT_MS): Wait {
  let ends: number | undefined;
  return {
    left() {
      ends ??= performance.now() + ms;
      return ends - performance.now();
    },
  };
}

/** Answers each key once: whoever asks again, or meanwhile, gets the same answer, a failure included. */
export function once<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key, ask) => {
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = ask();
    asked.set(key, answer);
    return answer;
  };
}
