import "server-only";
import { systemSettings } from "@/lib/systems";
import { newWait, type Wait } from "@/lib/systems/wait";
import { httpInventory } from "./http";
import type { ResourceInventory } from "./port";
import { tableInventory } from "./table";

export type { ResourceRecord } from "./port";

/**
 * Who knows servers: the provider's inventory where the environment names it (`INVENTORY_URL`), else the console's own
 * table, which files and the sandbox filled. Never one for the other: what is old would be taken for what is.
 */
export function inventory(wait: Wait = newWait()): ResourceInventory {
  const settings = systemSettings("inventory");
  return settings === null ? tableInventory : httpInventory(settings, wait);
}
