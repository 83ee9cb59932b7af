import "server-only";
import { and, count, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { ENDPOINTS, identityProvider } from "@/lib/identity";
import type { Audience } from "@/lib/identity/settings";
import { refuseAccount } from "../accounts/reasons";
import { reauthenticate } from "../accounts/reauthenticate";
import { userById } from "../accounts/users";
import { staffRolesOf } from "./staff-roles";

export interface IdentityView {
  readonly id: string;
  readonly linkedAt: number;
  readonly usedAt: number;
  /** Whether the real name is taken over from there. */
  readonly realName: boolean;
  /** The settings name another issuer by now: it opens nothing, and can be taken away. */
  readonly current: boolean;
}

export interface OwnIdentities {
  /** What may be linked for this kind of person; null: nothing is configured. */
  readonly provider: { readonly name: string; readonly endpoint: string; readonly audience: Audience } | null;
  readonly linked: readonly IdentityView[];
  readonly hasPassword: boolean;
}

/** By whom somebody signs in besides his password. */
export async function listOwnIdentities(actor: Actor): Promise<OwnIdentities> {
  const user = await userById(read(), actor.userId);
  const audience = (await staffRolesOf(read(), actor.userId)).length > 0 ? "staff" : "customers";
  const provider = identityProvider(audience);
  const rows = await read().select().from(t.identities).where(eq(t.identities.userId, actor.userId));
  return {
    provider: provider && { name: provider.NAME, endpoint: ENDPOINTS[audience], audience },
    linked: rows.map((row) => ({
      id: row.id,
      linkedAt: row.createdAt,
      usedAt: row.lastUsedAt,
      realName: row.realNameAgreedAt !== null,
      current: row.audience === audience && row.issuer === provider?.ISSUER,
    })),
    hasPassword: user?.passwordHash != null,
  };
}

/** The password once more, before the browser leaves to fetch a further identity. */
export async function mayLink(
  actor: Actor,
  { password }: { readonly password: string },
): Promise<Result<null>> {
  if ((await listOwnIdentities(actor)).provider === null) return fail(refuse("not_found"));
  return reauthenticate(actor, password, "password");
}

/** Takes an identity away; never the last way in, so a password must be there, which is asked for. */
export async function unlinkIdentity(
  actor: Actor,
  { identityId, password }: { readonly identityId: string; readonly password: string },
): Promise<Result<null>> {
  const own = and(eq(t.identities.id, identityId), eq(t.identities.userId, actor.userId));
  const [found] = await read().select({ n: count() }).from(t.identities).where(own);
  if (found?.n !== 1) return fail(refuse("not_found"));
  const user = await userById(read(), actor.userId);
  if (user?.passwordHash == null) return fail(refuseAccount("wrong_state", "identity-last"));
  const known = await reauthenticate(actor, password, "password");
  if (!known.ok) return known;
  return withTransaction(async (tx) => {
    const gone = await tx.delete(t.identities).where(own).returning({ audience: t.identities.audience });
    if (gone[0] === undefined) return fail(refuse("not_found"));
    await audit(tx, {
      actorId: actor.userId,
      action: "identity.unlinked",
      object: identityId,
      outcome: "done",
      data: { audience: gone[0].audience },
    });
    return ok(null);
  });
}
