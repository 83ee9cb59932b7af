import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { NewPassword } from "@/lib/auth/account-forms";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { endSessionsOf } from "./end-sessions";
import { addressOf, findLink, spendLink } from "./links";
import { sendAccountMessage } from "./messages";
import { hashNewPassword } from "./new-password";
import { refuseAccount } from "./reasons";
import { userByEmail } from "./users";

/** A new password by the link. Every session ends: whoever knew the old one is out. */
export async function resetPassword({ token, password }: NewPassword): Promise<Result<null>> {
  const dead = fail(refuseAccount("not_found", "link-dead"));
  const link = await findLink(read(), token, "reset");
  if (link === undefined) return dead;
  const hashed = await hashNewPassword(password, addressOf(link));
  if (!hashed.ok) return hashed;
  return withTransaction(async (tx) => {
    if ((await spendLink(tx, token, "reset")) === undefined) return dead;
    const user = await userByEmail(tx, link.emailIdx);
    if (user?.status !== "active") return dead;
    await tx.update(t.users).set({ passwordHash: hashed.value }).where(eq(t.users.id, user.id));
    await endSessionsOf(tx, user.id);
    await audit(tx, { actorId: user.id, action: "password.reset", object: user.id, outcome: "done" });
    await sendAccountMessage(tx, { kind: "notice", notice: "password-reset", userId: user.id });
    return ok(null);
  });
}
