import "server-only";
import { env } from "@/lib/env";
import { systemSettings } from "@/lib/systems";
import { newWait, type Wait } from "@/lib/systems/wait";
import { httpDomains } from "./http";
import type { DomainRegistry } from "./port";
import { sandboxDomains } from "./sandbox";
import { tableDomains } from "./table";

/** The sandbox knows every domain; what was imported there goes first. */
const sandbox: DomainRegistry = {
  async lookUp(domains, asker) {
    return {
      ...(await sandboxDomains.lookUp(domains, asker)),
      ...(await tableDomains.lookUp(domains, asker)),
    };
  },
  async list(accountId) {
    const imported = await tableDomains.list(accountId);
    const known = new Set(imported.map(({ domain }) => domain));
    const invented = await sandboxDomains.list(accountId);
    return [...imported, ...invented.filter(({ domain }) => !known.has(domain))];
  },
};

/**
 * Who knows domains: the provider's registrar where the environment names it (`DOMAINS_URL`), else what files brought,
 * and in the sandbox a simulated registrar for all others.
 */
export function domainRegistry(wait: Wait = newWait()): DomainRegistry {
  const settings = systemSettings("domains");
  if (settings !== null) return httpDomains(settings, wait);
  return env.MODE === "sandbox" ? sandbox : tableDomains;
}
