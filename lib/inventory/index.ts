import "server-only";
import type { ResourceInventory } from "./port";
import { sandboxInventory } from "./sandbox";

export type { ResourceRecord } from "./port";

/** Both modes read the console's own table: the sandbox was made with servers, files bring others. */
export const inventory = (): ResourceInventory => sandboxInventory;
