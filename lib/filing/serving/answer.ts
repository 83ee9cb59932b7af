import { dayOf } from "../policy/calendar/time";
import { overridesAt, providerAt } from "../policy/provider";
import type { PolicyOverride } from "../policy/settings";
import type { NotServed, ServingAnswer } from "./feed";
import { joined, type Span } from "./spans";

/** What the register holds of a name, under whatever service. */
export interface Standing {
  /** When it was filed here. */
  readonly filed: readonly Span[];
  /** When it was filed here and its service had access here. */
  readonly accessed: readonly Span[];
}

/** What the authority says of a name this provider never knew; null: it could not be asked. */
export type Elsewhere = "filed" | "free" | null;

/** From an approval until the domain is served: the longer bound, in force at the approval. A later policy moves nothing. */
export const lagMinutesAt = (at: number, overrides: readonly PolicyOverride[]): number =>
  providerAt(dayOf(at), overridesAt(overrides, at)).accessLagMinutes[1];

/** The longest lag there may be: what began before needs no look. */
export const LONGEST_LAG_MS = 1440 * 60_000;

const iso = (ms: number): string => new Date(ms).toISOString();

const refused = (
  domain: string,
  reason: NotServed,
  since: number | null,
  from: number | null = null,
): ServingAnswer => ({
  ...{ domain, served: false, reason },
  since: since === null ? null : iso(since),
  from: from === null ? null : iso(from),
});

const lastEnd = (spans: readonly Span[]): number | null =>
  spans.reduce<number | null>(
    (last, { until }) => (until !== null && until > (last ?? 0) ? until : last),
    null,
  );

/** May the name be served here at `now`, since when, and why not. */
export function servingAnswer(
  domain: string,
  { filed, accessed }: Standing,
  elsewhere: Elsewhere,
  { now, lagMinutes }: { readonly now: number; readonly lagMinutes: (approvedAt: number) => number },
): ServingAnswer {
  const begun = joined(accessed).find(({ until }) => until === null)?.since;
  if (begun !== undefined) {
    const from = begun + lagMinutes(begun) * 60_000;
    if (now < from) return refused(domain, "in-lag", begun, from);
    return { domain, served: true, since: iso(from), reason: null, from: null };
  }
  const standing = joined(filed).find(({ until }) => until === null);
  if (standing !== undefined)
    return refused(domain, "not-accessed-here", lastEnd(accessed) ?? standing.since);
  const ended = lastEnd(filed);
  if (ended !== null) return refused(domain, "ended", ended);
  if (elsewhere === null) return refused(domain, "not-known-here", null);
  return refused(domain, elsewhere === "filed" ? "filed-elsewhere" : "not-filed", null);
}
