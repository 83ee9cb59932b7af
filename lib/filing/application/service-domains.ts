import type { ApplicationDraft, ServiceDraft } from "./draft";
import { domainKey } from "./identifiers/domain-name";

const namesIn = (parts: readonly { readonly domain?: string | undefined }[] = []) =>
  parts.map(({ domain }) => domain);

/** Distinct domains a service names, as registries key them. */
export function domainsOf(service: ServiceDraft): readonly string[] {
  const named =
    service.kind === "WEBSITE" ? [service.domain, ...namesIn(service.moreDomains)] : namesIn(service.domains);
  return [...new Set(named.map((domain) => domainKey(domain ?? "")).filter((domain) => domain !== ""))];
}

/** Every domain of an application, once. */
export const allDomains = (app: ApplicationDraft): readonly string[] => [
  ...new Set(app.services.flatMap(domainsOf)),
];
