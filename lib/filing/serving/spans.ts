/** A stretch of time something held: from `since`, up to but without `until`; null: it still holds. */
export interface Span {
  readonly since: number;
  readonly until: number | null;
}

const endOf = ({ until }: Span): number => until ?? Number.POSITIVE_INFINITY;

/** The time both hold. */
export function overlap(a: Span, b: Span): Span | null {
  const since = Math.max(a.since, b.since);
  const end = Math.min(endOf(a), endOf(b));
  if (end <= since) return null;
  return { since, until: end === Number.POSITIVE_INFINITY ? null : end };
}

/** Oldest first, and as one where one follows the other without a gap: a new address is no new beginning. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.since - b.since)) {
    const last = out.at(-1);
    if (last === undefined || endOf(last) < span.since) out.push(span);
    else if (endOf(span) > endOf(last)) out[out.length - 1] = { since: last.since, until: span.until };
  }
  return out;
}
