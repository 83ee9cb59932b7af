import "server-only";
import { env } from "@/lib/env";
import type { DomainRegistry } from "./port";
import { sandboxDomains } from "./sandbox";
import { unconfiguredDomains } from "./unconfigured";

/** Who knows domains: a simulated registrar in the sandbox, none yet in production. */
export const domainRegistry = (): DomainRegistry =>
  env.MODE === "sandbox" ? sandboxDomains : unconfiguredDomains;
