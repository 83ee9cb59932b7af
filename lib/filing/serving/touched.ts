import { applyChanges } from "../registry/apply";
import type { Registry, RegistryChange } from "../registry/types";

const TOUCHING: ReadonlySet<RegistryChange["type"]> = new Set([
  "domain_opened",
  "domain_ended",
  "access_opened",
  "access_ended",
]);

/** Domains whose standing the changes may have moved: those opened and ended, and all of a service whose access did. */
export function touchedDomains(registry: Registry, changes: readonly RegistryChange[]): readonly string[] {
  const touching = changes.filter(({ type }) => TOUCHING.has(type));
  const services = new Set(touching.flatMap((change) => ("service" in change ? [change.service] : [])));
  const domainsOf = ({ services: all }: Registry) =>
    all.filter(({ number }) => services.has(number)).flatMap(({ domains }) => domains);
  return [...new Set([...domainsOf(registry), ...domainsOf(applyChanges(registry, changes))])];
}
