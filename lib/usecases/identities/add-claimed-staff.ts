import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Claims } from "@/lib/identity/claims";
import { toLocale } from "@/lib/messages/locales";
import { refuseAccount } from "../accounts/reasons";
import { addUser, emailIndex, userByEmail } from "../accounts/users";
import { addIdentity } from "./identity-store";
import { takeRoles } from "./staff-roles";

/** A colleague whose roles come with the role claim, under an address that is proven and nobody's yet. */
export async function addClaimedStaff(
  tx: Tx,
  { claims, email }: { readonly claims: Claims; readonly email: string },
): Promise<Result<string>> {
  if (claims.roles.length === 0) return fail(refuseAccount("forbidden", "identity-unmapped"));
  if (await userByEmail(tx, emailIndex(email))) return fail(refuseAccount("wrong_state", "address-taken"));
  const userId = await addUser(tx, { email, locale: toLocale(undefined), passwordHash: null });
  await tx.update(t.users).set({ displayName: claims.name }).where(eq(t.users.id, userId));
  const taken = await takeRoles(tx, userId, claims.roles);
  if (!taken.ok) return taken;
  const added = await addIdentity(tx, {
    audience: "staff",
    who: claims,
    userId,
    rolesManaged: true,
    realNameAgreed: false,
  });
  return added.ok ? ok(userId) : added;
}
