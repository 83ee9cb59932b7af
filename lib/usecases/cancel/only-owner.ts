import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { Policy } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { channelsFor } from "./channels";
import type { Target } from "./target";

/**
 * Members cancel what a lead agrees to: here by his code, else by the authority's. For access the authority verifies
 * nobody, so where this provider asks nobody either (`cancel.confirmBy.access`), the owner is the only one who answers
 * for it, and the only one who may.
 */
export async function ownerObjection(
  db: Db,
  { userId }: Pick<Actor, "userId">,
  { filing }: Pick<Target, "filing">,
  { type }: Pick<CancelTarget, "type">,
  policy: Policy,
): Promise<"owner-only" | null> {
  if (type !== "CANCEL_ACCESS" || channelsFor(type, policy).length > 0) return null;
  const { accountMembers: m } = t;
  const [own] = await db
    .select({ role: m.role })
    .from(m)
    .where(and(eq(m.accountId, filing.row.accountId), eq(m.userId, userId)));
  return own?.role === "owner" ? null : "owner-only";
}
