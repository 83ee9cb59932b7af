import "server-only";
import { and, count, eq, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";

export interface Holdings {
  readonly openOrders: number;
  readonly filings: number;
}

/** What the account has running and filed: it decides whether its name may change and whether it may be closed. */
export async function holdingsOf(db: Db, accountId: string): Promise<Holdings> {
  const [orders] = await db
    .select({ n: count() })
    .from(t.orders)
    .where(and(eq(t.orders.accountId, accountId), notInArray(t.orders.state, [...FINAL_STATES])));
  const [entities] = await db
    .select({ n: count() })
    .from(t.entities)
    .where(and(eq(t.entities.accountId, accountId), isNull(t.entities.endedAt)));
  return { openOrders: orders?.n ?? 0, filings: entities?.n ?? 0 };
}
