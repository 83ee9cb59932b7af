import "server-only";
import { env } from "@/lib/env";
import type { BusinessRegistry } from "./port";
import { sandboxBusiness } from "./sandbox";
import { tableBusiness } from "./table";

/** The sandbox knows every business; what was imported there goes first. */
const sandbox: BusinessRegistry = {
  find: async (certNo, asker) =>
    (await tableBusiness.find(certNo, asker)) ?? (await sandboxBusiness.find(certNo, asker)),
};

/** Who knows businesses: what files brought, and in the sandbox a simulated registry for all others. */
export const businessRegistry = (): BusinessRegistry => (env.MODE === "sandbox" ? sandbox : tableBusiness);
