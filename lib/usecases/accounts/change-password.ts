import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { ChangePassword } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { endSessionsOf } from "./end-sessions";
import { sendAccountMessage } from "./messages";
import { hashNewPassword } from "./new-password";
import { refuseField } from "./reasons";
import { reauthenticate } from "./reauthenticate";
import { openSession, type SignedIn } from "./session-store";
import { emailOf, userById } from "./users";

/** The old password, then the new one. All sessions end and this browser gets a fresh one. */
export async function changePassword(
  actor: Actor,
  { current, password }: ChangePassword,
  userAgent: string | null,
): Promise<Result<SignedIn>> {
  const known = await reauthenticate(actor, current, "current");
  if (!known.ok) return known;
  if (current === password) return fail(refuseField("password", "password-same"));
  const user = await userById(read(), actor.userId);
  if (user === undefined) return fail(refuse("not_found"));
  const hashed = await hashNewPassword(password, emailOf(user));
  if (!hashed.ok) return hashed;
  return withTransaction(async (tx) => {
    await tx.update(t.users).set({ passwordHash: hashed.value }).where(eq(t.users.id, user.id));
    await endSessionsOf(tx, user.id);
    await audit(tx, { actorId: user.id, action: "password.changed", object: user.id, outcome: "done" });
    await sendAccountMessage(tx, { kind: "notice", notice: "password-changed", userId: user.id });
    return openSession(tx, user.id, "password-change", userAgent, actor.accountId);
  });
}
