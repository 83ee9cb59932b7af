import "server-only";
import { renameSync, writeFileSync } from "node:fs";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { offsetPath, storedOffset } from "./offset";

/** Ten years: beyond any deadline, and far from where dates stop working. */
const MAX_OFFSET_MS = 3_653 * 86_400_000;

export const clockOffset = (): number => storedOffset();

/** Moves business time of the sandbox; never back, because events already carry the later time. */
export function setClockOffset(ms: number): Result<number> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  if (!Number.isSafeInteger(ms) || ms > MAX_OFFSET_MS)
    return fail(refuse("invalid", { reason: "clock.range" }));
  if (ms < storedOffset()) return fail(refuse("invalid", { reason: "clock.backwards" }));
  const path = offsetPath();
  const next = `${path}.${process.pid}.tmp`;
  writeFileSync(next, JSON.stringify({ offsetMs: ms }), { mode: 0o600 });
  renameSync(next, path);
  return ok(ms);
}

/** Moves business time of the sandbox forwards by so much. */
export function advanceClock(ms: number): Result<number> {
  if (ms < 0) return fail(refuse("invalid", { reason: "clock.backwards" }));
  return setClockOffset(storedOffset() + ms);
}
