import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import type { Policy } from "@/lib/filing/policy/types";
import type { ResourceRecord } from "@/lib/inventory";

/** Why a filing cannot stand on a server: key below `console.resources.unfit`. */
export type Unfit = "abroad" | "prepaid" | "expiring" | "no-ip" | null;

export function unfitOf(server: ResourceRecord, at: number, { provider }: Policy): Unfit {
  if (!server.mainland) return "abroad";
  if (server.publicIp === null) return "no-ip";
  if (!server.prepaid || server.prepaidMonths < provider.resourceMinPrepaidMonths) return "prepaid";
  return server.expiresAt < at + provider.resourceMinRemainingDays * DAY_MS ? "expiring" : null;
}
