import "server-only";
import { eq } from "drizzle-orm";
import { clock } from "@/lib/clock";
import { ok } from "@/lib/filing/shared/result";
import { resendDueSms } from "./auto-resend";
import { automaticAt, automaticVerdict } from "./automatic";
import { decideSubmission, type Verdict } from "./decision";
import { openPayload } from "./payload";
import { loadSettings } from "./settings";
import { startDueSms } from "./sms";
import * as t from "./store/schema";
import { inStore, type StoreTx } from "./store/transaction";
import { failOverdue } from "./verification";

export interface AuthorityWork {
  readonly smsStarted: number;
  readonly smsTimedOut: number;
  readonly smsResent: number;
  readonly decided: number;
}

const IN_CONFLICT: Verdict = {
  kind: "reject",
  items: [{ code: "ORGANIZER_CONFLICT", target: "order", text: null }],
};

/** Decides what waited its working days, when the desk is set to decide by itself and no officer was faster. */
async function decideDue(tx: StoreTx, now: number): Promise<number> {
  const settings = await loadSettings(tx);
  if (settings.automatic === "off") return 0;
  const waiting = await tx.select().from(t.submissions).where(eq(t.submissions.state, "review"));
  const due = waiting.filter((one) => (automaticAt(settings, one) ?? Number.POSITIVE_INFINITY) <= now);
  for (const one of due) {
    const { sequence, version } = one;
    const decide = (verdict: Verdict) =>
      decideSubmission(tx, { sequence, version, officerId: null, verdict }, now);
    let decided = await decide(automaticVerdict(settings, openPayload(one)));
    // Since it came in something was filed or struck off that it contradicts.
    if (!decided.ok && decided.error.reason?.startsWith("register.")) decided = await decide(IN_CONFLICT);
    if (!decided.ok) throw new Error(`automatic decision refused: ${decided.error.code}`);
  }
  return due.length;
}

/** Everything the sandbox authority does by itself at a business time: codes out, codes expired, automatic decisions. */
export async function runAuthorityWork(now: number = clock().now()): Promise<AuthorityWork> {
  const done = await inStore(async (tx) =>
    ok({
      smsStarted: await startDueSms(tx, now),
      smsTimedOut: await failOverdue(tx, now),
      smsResent: await resendDueSms(tx, now),
      decided: await decideDue(tx, now),
    }),
  );
  if (!done.ok) throw new Error(`authority work: ${done.error.code}`);
  return done.value;
}
