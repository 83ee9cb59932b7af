import type { z } from "zod";
import { LIST_MAX } from "../../rules/facts-schema";
import type { Params } from "../../shared/refusal";

/** Where a file is not what the schema says; `reason` is a key below `check.violation` in the catalogues. */
export interface Violation {
  /** Dotted index path from the root of the file: `application.services.0.domain`. */
  readonly path: string;
  readonly reason:
    | "missing"
    | "type"
    | "unknown"
    | "too-long"
    | "too-many"
    | "too-big"
    | "too-small"
    | "value"
    | "form"
    | "deep"
    | "nowhere"
    | "repeated"
    | "twice";
  readonly params: Params;
}

/** Enough to mend a file by; a hostile one must not make us write a longer one. */
const MAX_VIOLATIONS = 500;
const MAX_DEPTH = 16;

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join(".");

/**
 * What no schema should be asked: nesting that would exhaust the stack, a list or record longer than any (a record has
 * no limit of its own, and is judged entry by entry), and the key that is no key (`__proto__` in a record is skipped in
 * silence).
 */
export function hazards(raw: unknown): readonly Violation[] {
  const out: Violation[] = [];
  const open: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: raw, path: [] }];
  for (let next = open.pop(); next !== undefined && out.length < MAX_VIOLATIONS; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= MAX_DEPTH) {
      out.push({ path: dotted(path), reason: "deep", params: { limit: MAX_DEPTH } });
      continue;
    }
    const keys = Object.keys(value);
    if (keys.length > LIST_MAX) {
      out.push({ path: dotted(path), reason: "too-many", params: { limit: LIST_MAX } });
      continue;
    }
    for (const key of keys) {
      const step = [...path, key];
      if (key === "__proto__") out.push({ path: dotted(step), reason: "unknown", params: {} });
      else open.push({ value: (value as Record<string, unknown>)[key], path: step });
    }
  }
  return out;
}

/** The value at a path; undefined where there is none. */
const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key)
        ? (node as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );

function ofIssue(issue: z.core.$ZodIssue, raw: unknown): readonly Violation[] {
  const path = dotted(issue.path);
  const one = (reason: Violation["reason"], params: Params = {}) => [{ path, reason, params }];
  if (valueAt(raw, issue.path) === undefined) return one("missing");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: dotted([...issue.path, key]), reason: "unknown", params: {} }));
    case "invalid_type":
      return one("type", { expected: issue.expected });
    case "too_big": {
      const limit = Number(issue.maximum);
      if (issue.origin === "string") return one("too-long", { limit });
      return one(issue.origin === "array" ? "too-many" : "too-big", { limit });
    }
    case "too_small":
      return one("too-small", { limit: Number(issue.minimum) });
    case "invalid_value":
    case "invalid_union":
      return one("value");
    default:
      return one("form");
  }
}

/** What the schema said, one violation a place, in the order of the file. */
export const violationsOf = (error: z.ZodError, raw: unknown): readonly Violation[] =>
  error.issues.flatMap((issue) => ofIssue(issue, raw)).slice(0, MAX_VIOLATIONS);
