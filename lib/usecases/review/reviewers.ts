import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";

export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** Everybody who may review, by name; `except`: without the members of that account, who may not judge its orders. */
export async function listReviewers(
  except?: string,
  db: Reader | Tx = read(),
): Promise<readonly Colleague[]> {
  const rows = await db
    .selectDistinct({ userId: t.users.id, name: t.users.displayName })
    .from(t.users)
    .innerJoin(t.userRoles, eq(t.userRoles.userId, t.users.id))
    .where(and(eq(t.users.status, "active"), inArray(t.userRoles.role, ["reviewer", "supervisor"])))
    .orderBy(asc(t.users.displayName), asc(t.users.id));
  const members =
    except === undefined
      ? []
      : await db
          .select({ userId: t.accountMembers.userId })
          .from(t.accountMembers)
          .where(eq(t.accountMembers.accountId, except));
  const barred = new Set(members.map(({ userId }) => userId));
  return rows
    .filter(({ userId }) => !barred.has(userId))
    .map(({ userId, name }) => ({ userId, name: name ?? "?" }));
}
