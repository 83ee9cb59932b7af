import "server-only";
import { z } from "zod";
import { read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import { withTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";

const KEY = "delivery.paused";

export const isDeliveryPaused = (): Promise<boolean> => getSetting(read(), KEY, z.boolean(), false);

const set = (paused: boolean) => withTransaction((tx) => putSetting(tx, KEY, paused, systemClock().now()));

/** Sandbox: nothing leaves for the authority or a mailbox until `resumeDelivery` (or an explicit "deliver now"). */
export const pauseDelivery = (): Promise<void> => set(true);
export const resumeDelivery = (): Promise<void> => set(false);
