import type { ApplicationDraft } from "../application/draft";
import { same } from "../shared/same";

/**
 * A change written upon an older state of what is filed, written upon the newer one: what the applicant left as it was
 * takes the new value, what he changed stays. Lists are merged by the ids of their members.
 */
export const rebase = (
  basis: ApplicationDraft,
  now: ApplicationDraft,
  mine: ApplicationDraft,
): ApplicationDraft => merge(basis, now, mine) as ApplicationDraft;

function merge(basis: unknown, now: unknown, mine: unknown): unknown {
  if (same(mine, basis)) return now;
  if (same(now, basis)) return mine;
  if (isParts(now) && isParts(mine)) return mergeParts(isParts(basis) ? basis : [], now, mine);
  if (isObject(now) && isObject(mine)) return mergeFields(isObject(basis) ? basis : {}, now, mine);
  return mine;
}

function mergeFields(basis: Fields, now: Fields, mine: Fields): Fields {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(now)])];
  const merged = keys.map((key) => [key, merge(basis[key], now[key], mine[key])] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** What either side took away stays away; what the applicant added comes last. */
function mergeParts(basis: readonly Part[], now: readonly Part[], mine: readonly Part[]): readonly unknown[] {
  const find = (list: readonly Part[], id: string) => list.find((part) => part.id === id);
  const kept = now.flatMap((part) => {
    const [was, is] = [find(basis, part.id), find(mine, part.id)];
    if (is !== undefined) return [merge(was, part, is)];
    return was === undefined ? [part] : [];
  });
  const added = mine.filter(({ id }) => find(now, id) === undefined && find(basis, id) === undefined);
  return [...kept, ...added];
}

type Fields = Readonly<Record<string, unknown>>;
type Part = Fields & { readonly id: string };
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isParts = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) && value.every((part) => isObject(part) && typeof part.id === "string");
