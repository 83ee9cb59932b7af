import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { clock } from "@/lib/clock";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { type EntityContents, openContents } from "../contents";
import { issuePassword } from "../filing-password";
import { writtenNumber } from "../register";
import { loadSettings } from "../settings";
import { readStore } from "../store/client";
import * as t from "../store/schema";
import { inStore } from "../store/transaction";
import { certIndex } from "../submissions";

/** What the ministry's page asks for (DF §11.2 A). */
export const RecoverInput = z.strictObject({
  province: z.string().regex(/^\d{6}$/),
  number: z.string().trim().min(1).max(60),
  certNo: z.string().trim().min(1).max(60),
});
export type RecoverInput = z.infer<typeof RecoverInput>;

const A_DAY = 86_400;
/** Somebody's phone rings for each, whoever asks. */
const SENT_A_DAY = 3;

/**
 * Sends a new filing password to the lead of an organiser whose three particulars fit. The answer is the same whatever
 * was typed: neither a certificate nor a number can be tried out here.
 */
export async function recoverPassword({ province, number, certNo }: RecoverInput): Promise<Result<null>> {
  const written = writtenNumber(number);
  if (written === null) return fail(refuse("invalid", { path: "number" }));
  const limit = await hit(`authority.password:${certIndex(written)}`, SENT_A_DAY, A_DAY);
  if (!limit.ok) return fail(refuse("too_many", { params: { seconds: limit.retryAfter } }));
  const now = clock().now();
  return inStore(async (tx) => {
    if ((await loadSettings(tx)).filingPassword === "off") return ok(null);
    const [entity] = await tx
      .select()
      .from(t.registerEntities)
      .where(and(eq(t.registerEntities.number, written), isNull(t.registerEntities.endedAt)));
    if (entity?.province !== province || entity.certIdx !== certIndex(certNo)) return ok(null);
    const contents = openContents<EntityContents>(entity.number, entity.contentsEnc);
    const to = { phone: contents?.lead?.phone ?? null, email: contents?.leadEmail ?? null };
    await issuePassword(tx, entity.number, to, now);
    return ok(null);
  });
}

/** Whether this authority gives filing passwords out at all; its page says so. */
export const usesPasswords = async (): Promise<boolean> =>
  (await loadSettings(readStore())).filingPassword !== "off";
