import "server-only";
import { env } from "@/lib/env";
import type { RealNameService } from "./port";
import { sandboxRealName } from "./sandbox";

/** Production without a service: nobody can be verified, and is told that it is not his fault. */
const unconfigured: RealNameService = { verify: () => Promise.resolve("unavailable") };

/** Who compares names with documents: a simulated service in the sandbox, none yet in production. */
export const realNameService = (): RealNameService =>
  env.MODE === "sandbox" ? sandboxRealName : unconfigured;
