import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../client";
import * as t from "../schema";
import type { Tx } from "../transaction";

/** A setting, or `fallback` when it was never set or no longer has the shape asked for. */
export async function getSetting<T>(db: Db, key: string, schema: z.ZodType<T>, fallback: T): Promise<T> {
  const [row] = await db.select({ value: t.settings.value }).from(t.settings).where(eq(t.settings.key, key));
  if (!row) return fallback;
  const parsed = schema.safeParse(row.value);
  return parsed.success ? parsed.data : fallback;
}

export async function putSetting(tx: Tx, key: string, value: unknown, at: number): Promise<void> {
  await tx
    .insert(t.settings)
    .values({ key, value, updatedAt: at })
    .onConflictDoUpdate({ target: t.settings.key, set: { value, updatedAt: at } });
}
