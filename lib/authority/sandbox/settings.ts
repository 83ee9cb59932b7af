import "server-only";
import { z } from "zod";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";

/** What the desk can set: how fast the simulated authority is, and whether it decides by itself. */
export const DeskSettings = z.strictObject({
  /** Approve by itself after this many working days; null = an officer decides (default). */
  autoApproveWorkingDays: z.number().int().min(1).max(30).nullable(),
  /** Minutes between a submission's arrival and its SMS. */
  smsDelayMinutes: z.number().int().min(0).max(1440),
  /** Minutes a notice needs to reach the provider. */
  noticeDelayMinutes: z.number().int().min(0).max(1440),
  /** `separate`: websites and APPs count from 1 each; `running`: one sequence for all (DF §7.6). */
  numbering: z.enum(["separate", "running"]),
});
export type DeskSettings = z.infer<typeof DeskSettings>;

export const DEFAULT_SETTINGS: DeskSettings = {
  autoApproveWorkingDays: null,
  smsDelayMinutes: 0,
  noticeDelayMinutes: 0,
  numbering: "separate",
};

const KEY = "desk";

export async function loadSettings(db: StoreDb): Promise<DeskSettings> {
  const rows = await db.select().from(t.settings);
  const stored = DeskSettings.safeParse(rows.find((row) => row.key === KEY)?.value);
  return stored.success ? stored.data : DEFAULT_SETTINGS;
}

export async function storeSettings(tx: StoreDb, value: DeskSettings): Promise<void> {
  await tx
    .insert(t.settings)
    .values({ key: KEY, value })
    .onConflictDoUpdate({ target: t.settings.key, set: { value } });
}
