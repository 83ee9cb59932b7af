import { z } from "zod";
import { type FieldRefusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

const MAX_FIELDS = 50;

/** An object schema that forgot to be strict is made so: an unknown key is a mistake or an attack, never noise. */
const strict = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;

/** Only what a schema of ours could be called: a path never carries the caller's text into the audit. */
const dotted = (path: readonly PropertyKey[]): string => path.map(String).join(".");

function fieldOf(issue: z.core.$ZodIssue): FieldRefusal {
  const path = dotted(issue.path);
  if (issue.code === "unrecognized_keys") return { path, reason: "input.unknown" };
  if (issue.code === "too_big" || issue.code === "too_small")
    return {
      path,
      reason: `input.${issue.code}`,
      params: { limit: Number(issue.code === "too_big" ? issue.maximum : issue.minimum) },
    };
  if (issue.code === "custom" && issue.message) return { path, reason: issue.message };
  return { path, reason: issue.code === "invalid_type" ? "input.type" : "input.form" };
}

/**
 * Input of a call → typed value, or `invalid` with every field that is wrong.
 * A schema's own `custom` message is the reason key of its sentence (`errors.reason.<key>`).
 */
export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): Result<T> {
  const parsed = strict(schema).safeParse(raw);
  if (parsed.success) return ok(parsed.data as T);
  const fields = parsed.error.issues.slice(0, MAX_FIELDS).map(fieldOf);
  return fail(refuse("invalid", { reason: "input.invalid", fields }));
}
