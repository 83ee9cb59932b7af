import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { CONSENTS, type ConsentKind, consentVersion } from "@/lib/filing/policy/consents";

export interface GivenConsent {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly at: number;
  readonly userId: string;
  /** Who gave it, as colleagues know him; applicants need have no such name. */
  readonly by: string | null;
}

/** The consents given in an order, oldest first; those to earlier wordings among them. */
export async function consentsOf(orderId: string): Promise<readonly GivenConsent[]> {
  const rows = await read()
    .select({
      kind: t.consents.kind,
      version: t.consents.version,
      at: t.consents.at,
      userId: t.consents.userId,
      by: t.users.displayName,
    })
    .from(t.consents)
    .innerJoin(t.users, eq(t.users.id, t.consents.userId))
    .where(eq(t.consents.orderId, orderId))
    .orderBy(asc(t.consents.at));
  return rows.flatMap(({ kind, ...rest }) => {
    const known = CONSENTS.find((consent) => consent.kind === kind);
    return known === undefined ? [] : [{ kind: known.kind, ...rest }];
  });
}

/** Was the wording in force consented to in this order? */
export async function hasConsent(orderId: string, kind: ConsentKind): Promise<boolean> {
  const found = await read()
    .select({ id: t.consents.id })
    .from(t.consents)
    .where(
      and(
        eq(t.consents.orderId, orderId),
        eq(t.consents.kind, kind),
        eq(t.consents.version, consentVersion(kind)),
      ),
    )
    .limit(1);
  return found.length > 0;
}
