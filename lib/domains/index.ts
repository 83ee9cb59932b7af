import "server-only";
import { env } from "@/lib/env";
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

/** Who knows domains: what files brought, and in the sandbox a simulated registrar for all others. */
export const domainRegistry = (): DomainRegistry => (env.MODE === "sandbox" ? sandbox : tableDomains);
