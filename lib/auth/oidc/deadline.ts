import "server-only";

/** An issuer that answers drop by drop must not hold a request: longer than this, nobody waits for a sign-in anyway. */
const DEADLINE_MS = 10_000;

/** What was asked for, or null when it took too long. */
export async function within<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
