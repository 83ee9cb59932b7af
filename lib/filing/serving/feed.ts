import { z } from "zod";

/** Why a domain may not be served here. */
export const NOT_SERVED = [
  "not-filed",
  "filed-elsewhere",
  "not-known-here",
  "not-accessed-here",
  "ended",
  "in-lag",
] as const;
export type NotServed = (typeof NOT_SERVED)[number];

const instant = z.iso.datetime().nullable();

/** May a domain be served by this provider? Instants are ISO 8601 in UTC. */
const ServingAnswer = z.strictObject({
  /** ASCII form in lower case. */
  domain: z.string(),
  served: z.boolean(),
  /** Since when this answer holds; null where it never was otherwise. */
  since: instant,
  /** Null while it is served. */
  reason: z.enum(NOT_SERVED).nullable(),
  /** While `in-lag`: when it will be served. */
  from: instant,
});
export type ServingAnswer = z.infer<typeof ServingAnswer>;

/** The two answers of `GET /api/serving`: for the domains asked for, in their order, or what changed after a cursor. */
export const ServingFeed = z.union([
  z.strictObject({ domains: z.array(ServingAnswer) }),
  z.strictObject({
    changes: z.array(ServingAnswer),
    /** To be sent as `after` the next time. The same as before when nothing changed. */
    cursor: z.string(),
    /** There is more: ask again at once. */
    more: z.boolean(),
  }),
]);

export const DOMAINS_PER_QUESTION = 100;
export const CHANGES_PER_PAGE = 500;
