import { ORDER_TYPES, type OrderType } from "@/lib/filing/application/codes";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy/provinces";

export const QUEUE_VIEWS = [
  "unclaimed",
  "mine",
  "due",
  "callbacks",
  "resubmitted",
  "review",
  "forwarded",
  "all",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const isQueueView = (text: string): text is QueueView =>
  (QUEUE_VIEWS as readonly string[]).includes(text);

/** What narrows a view down; every part stands in the address under its own name. */
export interface QueueFilters {
  readonly province?: string;
  readonly type?: OrderType;
  readonly kind?: "unit" | "person";
  readonly round?: "first" | "again";
  /** A colleague's user id, or nobody. */
  readonly by?: string;
  /** The review is expected to be over by this civil day. */
  readonly due?: string;
}

type Sent = Readonly<Record<string, string | string[] | undefined>>;

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isRealDay = (text: string) =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Whether a part says something; what is anything else is as if it was not there. */
const FITS: { readonly [K in keyof QueueFilters]-?: (text: string) => boolean } = {
  province: (text) => Object.hasOwn(PROVINCES_BY_CODE, text),
  type: (text) => (ORDER_TYPES as readonly string[]).includes(text),
  kind: (text) => text === "unit" || text === "person",
  round: (text) => text === "first" || text === "again",
  by: (text) => text === "none" || /^[0-9a-f-]{36}$/.test(text),
  due: isRealDay,
};
const KEYS = Object.keys(FITS) as (keyof QueueFilters)[];

/** The filters of an address. Nobody is refused for a link that was cut short: what is no filter is left out. */
export function filtersOf(sent: Sent): QueueFilters {
  const known = KEYS.flatMap((key) => {
    const text = sent[key];
    return typeof text === "string" && FITS[key](text) ? [[key, text] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The same as one string, always in the same order. */
export const queryOf = (filters: QueueFilters): string =>
  new URLSearchParams(
    KEYS.flatMap((key) => (filters[key] === undefined ? [] : [[key, filters[key]]])),
  ).toString();

export const filtersOfQuery = (query: string): QueueFilters =>
  filtersOf(Object.fromEntries(new URLSearchParams(query)));

const withQuery = (path: string, ...parts: readonly string[]): string => {
  const query = parts.filter(Boolean).join("&");
  return query === "" ? path : `${path}?${query}`;
};

/** The address of a view with its filters. */
export const queueHref = (view: QueueView, filters: QueueFilters, more = ""): string =>
  withQuery(`/review/queue/${view}`, queryOf(filters), more);

/** The address of an order opened from a view: it knows where to go back to, and what comes next. */
export const deskHref = (orderId: string, view: QueueView, filters: QueueFilters): string =>
  withQuery(`/review/orders/${orderId}`, `view=${view}`, queryOf(filters));
