import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { endSessionsOf } from "../accounts/end-sessions";
import { dropFactor } from "../accounts/factor";
import { issueLink, linkUrl } from "../accounts/links";
import { sendAccountMessage } from "../accounts/messages";
import { emailIndex, userByEmail } from "../accounts/users";
import { currentPolicy } from "../policy/current-policy";
import { rolesOf } from "./staff-record";

/** What the operator can mend; said in one sentence. */
class FirstAdminError extends Error {
  override readonly name = "FirstAdminError";
}

export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly mail: boolean;
  /** There is an administrator, but he cannot get in. */
  readonly recover: boolean;
}

export interface FirstAdminMade {
  /** What the link does: make a new administrator, or let one who has a user set a new password. */
  readonly kind: "invited" | "recovered";
  readonly url: string;
  readonly recommendsFactor: boolean;
}

/** Does anybody real administer the console? The sandbox's invented administrator is everybody. */
export async function hasRealAdmin(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ id: t.users.id })
    .from(t.users)
    .innerJoin(t.userRoles, eq(t.userRoles.userId, t.users.id))
    .where(and(eq(t.userRoles.role, "admin"), eq(t.users.status, "active"), isNull(t.users.persona)))
    .limit(1);
  return row !== undefined;
}

/** `npm run admin`: whoever holds the machine may say who administers the console. */
export async function makeFirstAdmin({ email, name, mail, recover }: FirstAdmin): Promise<FirstAdminMade> {
  const made = await withTransaction(async (tx) => {
    if (!recover && (await hasRealAdmin(tx)))
      throw new FirstAdminError(
        "There is an active administrator already, who can invite others under Staff. If nobody can get in any more, say --recover.",
      );
    const user = await userByEmail(tx, emailIndex(email));
    const kind = user !== undefined && recover ? "recovered" : "invited";
    if (user !== undefined && !recover && (await rolesOf(tx, user.id)).length > 0)
      throw new FirstAdminError(
        "This address belongs to the staff already; say --recover to make it an administrator.",
      );
    if (kind === "recovered" && user !== undefined) await restore(tx, user.id, name);
    const linkId = await issueLink(
      tx,
      kind === "recovered"
        ? { purpose: "reset", email, locale: "zh-CN" }
        : { purpose: "staff", email, locale: "zh-CN", staff: { post: "admin", name } },
    );
    if (mail) await sendAccountMessage(tx, { kind: "link", linkId });
    await audit(tx, {
      actorId: null,
      action: "staff.first-admin",
      object: user?.id ?? linkId,
      outcome: "done",
      data: { kind, recover, mail },
    });
    return { kind, url: linkUrl({ id: linkId, purpose: kind === "recovered" ? "reset" : "staff" }) } as const;
  });
  const { provider } = await currentPolicy();
  return { ...made, recommendsFactor: provider.staffTotp !== "required" };
}

/** Makes an existing user an active administrator again, without the second factor he may have lost. */
async function restore(tx: Tx, userId: string, displayName: string): Promise<void> {
  await tx
    .update(t.users)
    .set({ status: "active", blockedReason: null, displayName })
    .where(eq(t.users.id, userId));
  await tx.insert(t.userRoles).values({ userId, role: "admin" }).onConflictDoNothing();
  await dropFactor(tx, userId);
  await endSessionsOf(tx, userId);
}
