import "server-only";
import type { WorkTimes } from "@/db/queries/due-work";
import { clock, systemClock } from "@/lib/clock";

/** Longer than any delivery takes; a runner that died gives its row back after this. */
const LEASE_MS = 60_000;

export const times = (): WorkTimes => ({ business: clock().now(), system: systemClock().now() });
export const leaseEnd = (): number => systemClock().now() + LEASE_MS;
