import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock, systemClock } from "@/lib/clock";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Claims } from "@/lib/identity/claims";
import type { Audience } from "@/lib/identity/settings";
import { newId } from "@/lib/ids";
import { blindIndex } from "@/lib/secrets";
import { refuseAccount } from "../accounts/reasons";

/** The wording that is shown when the real name is to be taken over; a new wording is a new version. */
const REAL_NAME_CONSENT = { kind: "identity-real-name", version: "2026-11" } as const;

export type Identity = typeof t.identities.$inferSelect;
type Who = Pick<Claims, "issuer" | "subject">;

/** Subjects are compared to the letter (OpenID Connect Core 2). */
const subjectIndex = ({ issuer, subject }: Who): string => blindIndex("subject", `${issuer}\0${subject}`);

/** The identity an issuer speaks of, with its user and whether he may come in. */
export async function identityOf(db: Db, audience: Audience, who: Who) {
  const [found] = await db
    .select({ identity: t.identities, status: t.users.status })
    .from(t.identities)
    .innerJoin(t.users, eq(t.users.id, t.identities.userId))
    .where(
      and(
        eq(t.identities.audience, audience),
        eq(t.identities.issuer, who.issuer),
        eq(t.identities.subjectIdx, subjectIndex(who)),
      ),
    );
  return found;
}

export interface NewIdentity {
  readonly audience: Audience;
  readonly who: Who;
  readonly userId: string;
  readonly rolesManaged: boolean;
  readonly realNameAgreed: boolean;
}

/** Makes an account elsewhere a way in. One of an issuer for each user, and nobody else's. */
export async function addIdentity(tx: Tx, input: NewIdentity): Promise<Result<null>> {
  const { audience, who, userId, rolesManaged, realNameAgreed } = input;
  const now = systemClock().now();
  const id = newId();
  const added = await tx
    .insert(t.identities)
    .values({
      id,
      audience,
      issuer: who.issuer,
      subjectIdx: subjectIndex(who),
      userId,
      rolesManaged,
      realNameAgreedAt: realNameAgreed ? clock().now() : null,
      createdAt: now,
      lastUsedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: t.identities.id });
  if (added.length === 0) return fail(refuseAccount("wrong_state", "identity-taken"));
  await audit(tx, {
    actorId: userId,
    action: "identity.linked",
    object: id,
    outcome: "done",
    data: { audience, roles: rolesManaged },
  });
  if (realNameAgreed) await keepConsent(tx, userId);
  return ok(null);
}

async function keepConsent(tx: Tx, userId: string): Promise<void> {
  const { kind, version } = REAL_NAME_CONSENT;
  await tx
    .insert(t.consents)
    .values({ id: newId(), orderId: null, kind, version, userId, at: clock().now() })
    .onConflictDoNothing();
  await audit(tx, {
    actorId: userId,
    action: "consent.given",
    object: userId,
    outcome: "done",
    data: { kind, version },
  });
}

/** Remembers that it was used. */
export const touchIdentity = (tx: Tx, id: string) =>
  tx.update(t.identities).set({ lastUsedAt: systemClock().now() }).where(eq(t.identities.id, id));
