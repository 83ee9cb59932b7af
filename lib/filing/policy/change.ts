import { z } from "zod";
import { dayOf, startOfDay } from "./calendar/time";

/** A sentence that will still explain the decision in a year. */
const REASON_MIN = 4;
const REASON_MAX = 500;

const reason = z
  .string()
  .trim()
  .min(REASON_MIN, { error: "policy.reason-missing" })
  .max(REASON_MAX, { error: "policy.reason-long" });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "policy.date-form" });

const SettingValueSchema = z.union([
  z.int(),
  z.boolean(),
  z.string().max(200),
  z.array(z.int()).max(1000),
  z.array(z.string().max(200)).max(1000),
]);

/** What a proposed value is: which setting, which value, and from when (`null` = from now). */
export const PolicyProposal = z.strictObject({
  setting: z.string().max(100),
  value: SettingValueSchema,
  from: day.nullable(),
});
export type PolicyProposal = z.infer<typeof PolicyProposal>;

/** A proposal to be decided: why, and how many decisions on this setting its maker had seen. */
export const PolicyChangeInput = PolicyProposal.extend({ reason, revision: z.int().min(0) });
export type PolicyChangeInput = z.infer<typeof PolicyChangeInput>;

export const PolicyRevertInput = z.strictObject({ changeId: z.uuid(), reason, revision: z.int().min(0) });
export type PolicyRevertInput = z.infer<typeof PolicyRevertInput>;

/** How far ahead a change may be planned, natural days. */
const MAX_AHEAD_DAYS = 731;
const MAX_AHEAD_MS = MAX_AHEAD_DAYS * 86_400_000;

export type EffectiveFrom =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly reason: string };

/**
 * The instant a change takes effect: now, or 00:00 Asia/Shanghai of a day to come. Never the past: what was judged
 * stays judged.
 */
export function effectiveFrom(from: string | null, now: number): EffectiveFrom {
  if (from === null) return { ok: true, at: now };
  const at = startOfDay(from);
  if (Number.isNaN(at) || dayOf(at) !== from) return { ok: false, reason: "policy.date-form" };
  if (at <= now) return { ok: false, reason: "policy.date-past" };
  return at - now > MAX_AHEAD_MS ? { ok: false, reason: "policy.date-far" } : { ok: true, at };
}
