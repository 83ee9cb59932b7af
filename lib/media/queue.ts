let tail: Promise<unknown> = Promise.resolve();

/** Runs jobs one after another in this process; a failed one does not stop those behind it. */
export function oneAtATime<T>(job: () => Promise<T>): Promise<T> {
  const next = tail.then(job, job);
  tail = next.catch(() => undefined);
  return next;
}
