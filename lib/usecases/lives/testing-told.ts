import type { Result } from "@/lib/filing/shared/result";

/** What somebody was told instead of getting what he asked for; null: he got it. */
export type Told = string | null;

/** The most exact word of a refusal: which block, which reason of what cannot be done, or its own. */
export function toldBy(result: Result<unknown>): Told {
  if (result.ok) return null;
  const { params = {}, reason, code } = result.error;
  const { block, why } = params;
  return String(block ?? why ?? reason ?? code);
}
