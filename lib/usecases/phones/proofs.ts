import "server-only";
import { and, eq, gt, isNotNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { blank } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { Policy } from "@/lib/filing/policy/types";
import { blindIndex } from "@/lib/secrets";
import type { FactsFor } from "../facts/facts-for";

const DAY_MS = 86_400_000;

/** How contact 1 of somebody is proven: by a code, at a time; or as the account's own security phone. */
export type Proof = { readonly by: "code"; readonly at: number } | { readonly by: "account" };

/**
 * Whose contact 1 is proven, by person id. A proof belongs to a number, not to a person: it is judged by comparing, so
 * that a number typed back is proven again, and another lead with the same number is proven too.
 *
 * Proofs of the account's other orders count when they were given shortly before this one was opened (`phoneProofKeepsDays`):
 * measured from there, an order does not become wrong by waiting.
 */
export async function leadProofs(
  db: Db,
  who: Pick<FactsFor, "accountId" | "orderId">,
  app: ApplicationDraft,
  securityPhone: string | null,
  { provider }: Policy,
): Promise<ReadonlyMap<string, Proof>> {
  const codes = await provenByCode(db, who, provider.phoneProofKeepsDays);
  return new Map(
    app.people.flatMap(({ id, phone1 }): [string, Proof][] => {
      if (blank(phone1)) return [];
      if (phone1 === securityPhone) return [[id, { by: "account" }]];
      const at = codes.get(blindIndex("phone", phone1));
      return at === undefined ? [] : [[id, { by: "code", at }]];
    }),
  );
}

/** Numbers proven by a code, as keyed hashes, with the latest time. */
async function provenByCode(
  db: Db,
  { accountId, orderId }: Pick<FactsFor, "accountId" | "orderId">,
  keepsDays: number,
): Promise<ReadonlyMap<string, number>> {
  const [order] =
    orderId === null
      ? []
      : await db.select({ at: t.orders.createdAt }).from(t.orders).where(eq(t.orders.id, orderId));
  const since = (order?.at ?? clock().now()) - keepsDays * DAY_MS;
  const here = orderId === null ? undefined : eq(t.phoneProofs.orderId, orderId);
  const elsewhere = keepsDays === 0 ? undefined : gt(t.phoneProofs.provenAt, since);
  if (here === undefined && elsewhere === undefined) return new Map();
  const rows = await db
    .select({ idx: t.phoneProofs.phoneIdx, at: t.phoneProofs.provenAt })
    .from(t.phoneProofs)
    .where(
      and(eq(t.phoneProofs.accountId, accountId), isNotNull(t.phoneProofs.provenAt), or(here, elsewhere)),
    )
    .orderBy(t.phoneProofs.provenAt);
  return new Map(rows.map(({ idx, at }) => [idx, at ?? 0]));
}
