import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { type EntityContents, openContents } from "../contents";
import { isFresh, issuePassword, type PasswordReceiver } from "../filing-password";
import { writtenNumber } from "../register";
import { loadSettings } from "../settings";
import { readStore, type StoreDb } from "../store/client";
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
/** Somebody's phone rings for each, whoever asks and from wherever. */
const SENT_A_DAY = 3;
/** Guesses at one number from one address. */
const ASKED_A_DAY = 3;

/**
 * Sends a new filing password to the lead of an organiser whose three particulars fit. The answer is the same whatever
 * was typed: neither a certificate nor a number can be tried out here. Whoever knows the number alone, which is public,
 * closes the page for his own address only; and so soon after a password was sent no other takes its place, so that a
 * cancellation on its way arrives with the one it was given. Sandbox only.
 */
export async function recoverPassword(input: RecoverInput, address: string): Promise<Result<null>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const written = writtenNumber(input.number);
  if (written === null) return fail(refuse("invalid", { path: "number" }));
  const asked = `authority.password.asked:${certIndex(written)}:${address}`;
  const limit = await hit(asked, ASKED_A_DAY, A_DAY);
  if (!limit.ok) return fail(refuse("too_many", { params: { seconds: limit.retryAfter } }));
  const wanted = { ...input, number: written };
  if ((await receiverFor(readStore(), wanted)) === null) return ok(null);
  // Said aloud, it would tell that the particulars fit.
  if (!(await hit(`authority.password.sent:${certIndex(written)}`, SENT_A_DAY, A_DAY)).ok) return ok(null);
  return inStore(async (tx) => {
    const to = await receiverFor(tx, wanted);
    if (to !== null) await issuePassword(tx, written, to, clock().now());
    return ok(null);
  });
}

/** To whom a new one goes; null: the particulars do not fit, or none is sent now. */
async function receiverFor(
  db: StoreDb,
  { province, number, certNo }: RecoverInput,
): Promise<PasswordReceiver | null> {
  if ((await loadSettings(db)).filingPassword === "off") return null;
  const [entity] = await db
    .select()
    .from(t.registerEntities)
    .where(and(eq(t.registerEntities.number, number), isNull(t.registerEntities.endedAt)));
  if (entity?.province !== province || entity.certIdx !== certIndex(certNo)) return null;
  if (await isFresh(db, number, clock().now())) return null;
  const contents = openContents<EntityContents>(entity.number, entity.contentsEnc);
  return { phone: contents?.lead?.phone ?? null, email: contents?.leadEmail ?? null };
}

/** Whether this authority gives filing passwords out at all; its page says so. */
export const usesPasswords = async (): Promise<boolean> =>
  env.MODE === "sandbox" && (await loadSettings(readStore())).filingPassword !== "off";
