import "server-only";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";

/** At most `max` in every window, counted the same whether the key names somebody or nobody. */
export async function within(key: string, max: number, perSeconds: number): Promise<Result<null>> {
  const verdict = await hit(key, max, perSeconds);
  return verdict.ok ? ok(null) : fail(refuse("too_many", { params: { seconds: verdict.retryAfter } }));
}

/** Mails to one address that strangers can cause. */
export const mayMail = (emailIdx: string): Promise<Result<null>> =>
  within(`account.mail:${emailIdx}`, 5, 3600);
