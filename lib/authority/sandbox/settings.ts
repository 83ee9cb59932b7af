import "server-only";
import { z } from "zod";
import { rejectionsFor } from "@/lib/filing/policy/rejections";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";

const AUTOMATIC = ["off", "approve", "reject", "marker"] as const;

/** What the desk can set: how fast the simulated authority is, and whether it decides by itself. */
export const DeskSettings = z.strictObject({
  /** What it decides by itself: nothing (default), one answer for all, or by the marker in a service's words. */
  automatic: z.enum(AUTOMATIC),
  /** After how many working days under review; null = as many as the province takes at most. */
  automaticDays: z.number().int().min(1).max(30).nullable(),
  /** Why, when it rejects. */
  automaticReason: z.string().refine((code) => rejectionsFor("A").some((reason) => reason.code === code)),
  /** Minutes between a submission's arrival and its SMS. */
  smsDelayMinutes: z.number().int().min(0).max(1440),
  /** Minutes a notice needs to reach the provider. */
  noticeDelayMinutes: z.number().int().min(0).max(1440),
  /** `separate`: websites and APPs count from 1 each; `running`: one sequence for all (DF §7.6). */
  numbering: z.enum(["separate", "running"]),
  /** Whether it refuses to cancel the only access a service has (V30 1025). */
  onlyAccess: z.enum(["allow", "refuse"]).default("allow"),
  /** Filing passwords (DF §11.2 A): none; given out, and checked where one comes along; wanted of every cancellation. */
  filingPassword: z.enum(["off", "optional", "required"]).default("off"),
});
export type DeskSettings = z.infer<typeof DeskSettings>;

export const DEFAULT_SETTINGS: DeskSettings = {
  automatic: "off",
  automaticDays: null,
  automaticReason: "DOC_UNCLEAR",
  smsDelayMinutes: 0,
  noticeDelayMinutes: 0,
  numbering: "separate",
  onlyAccess: "allow",
  filingPassword: "off",
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
