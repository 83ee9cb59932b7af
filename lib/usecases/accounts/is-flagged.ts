import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";

/** Whether risk control holds an account back from filing and changing (DF §15 B10). */
export async function isFlagged(accountId: string | null, db: Db = read()): Promise<boolean> {
  if (accountId === null) return false;
  const [account] = await db
    .select({ riskFlag: t.accounts.riskFlag })
    .from(t.accounts)
    .where(eq(t.accounts.id, accountId));
  return account?.riskFlag ?? false;
}
