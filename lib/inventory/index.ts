import "server-only";
import type { ResourceInventory } from "./port";
import { sandboxInventory } from "./sandbox";

export type { ResourceRecord } from "./port";

/** Both modes keep servers in the console's table; a provider's own inventory would be a second implementation. */
export const inventory = (): ResourceInventory => sandboxInventory;
