import "server-only";
import { env } from "@/lib/env";
import { systemSettings } from "@/lib/systems";
import { newWait, type Wait } from "@/lib/systems/wait";
import { httpBusiness } from "./http";
import type { BusinessRegistry } from "./port";
import { sandboxBusiness } from "./sandbox";
import { tableBusiness } from "./table";

/** The sandbox knows every business; what was imported there goes first. */
const sandbox: BusinessRegistry = {
  find: async (certNo, asker) =>
    (await tableBusiness.find(certNo, asker)) ?? (await sandboxBusiness.find(certNo, asker)),
};

/**
 * Who knows businesses: the register where the environment names it (`BUSINESS_URL`), else what files brought, and in
 * the sandbox a simulated register for all others.
 */
export function businessRegistry(wait: Wait = newWait()): BusinessRegistry {
  const settings = systemSettings("business");
  if (settings !== null) return httpBusiness(settings, wait);
  return env.MODE === "sandbox" ? sandbox : tableBusiness;
}
