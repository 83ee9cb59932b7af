import "server-only";
import { env } from "@/lib/env";
import type { BusinessRegistry } from "./port";
import { sandboxBusiness } from "./sandbox";

/** Production without a registry: nothing is known, so the rules that need it say "unknown" and block. */
const unconfigured: BusinessRegistry = { find: () => Promise.resolve(null) };

/** Who knows businesses: a simulated registry in the sandbox, none yet in production. */
export const businessRegistry = (): BusinessRegistry =>
  env.MODE === "sandbox" ? sandboxBusiness : unconfigured;
