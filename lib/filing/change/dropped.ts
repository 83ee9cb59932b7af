import type { ApplicationDraft, ServiceDraft, WebsiteDraft } from "../application/draft";

/** A further domain a changed website is filed with, and whether the change drops it. */
export interface MoreDomain {
  readonly id: string;
  readonly domain: string;
  readonly dropped: boolean;
}

const siteOf = (app: ApplicationDraft, id: string): WebsiteDraft | undefined => {
  const service = app.services.find((one) => one.id === id);
  return service?.kind === "WEBSITE" ? service : undefined;
};

/** The further domains a website had when its change began (DF §2.3: a domain goes by a change, never a cancellation). */
export function moreDomainsOf(
  basis: ApplicationDraft,
  app: ApplicationDraft,
  service: string,
): readonly MoreDomain[] {
  const kept = siteOf(app, service)?.moreDomains ?? [];
  return (siteOf(basis, service)?.moreDomains ?? []).map(({ id, domain = "" }) => ({
    ...{ id, domain },
    dropped: !kept.some((one) => one.id === id),
  }));
}

/** The document with one of them dropped, or kept after all; undefined when the website is filed with no such domain. */
export function dropDomain(
  basis: ApplicationDraft,
  app: ApplicationDraft,
  { service, domain, drop }: { readonly service: string; readonly domain: string; readonly drop: boolean },
): ApplicationDraft | undefined {
  const filed = siteOf(basis, service)?.moreDomains ?? [];
  if (siteOf(app, service) === undefined || !filed.some(({ id }) => id === domain)) return undefined;
  const gone = new Set(
    moreDomainsOf(basis, app, service).flatMap((one) => (one.dropped && one.id !== domain ? [one.id] : [])),
  );
  if (drop) gone.add(domain);
  const kept = filed.filter(({ id }) => !gone.has(id));
  const services = app.services.map((one): ServiceDraft => {
    if (one.id !== service || one.kind !== "WEBSITE") return one;
    const { moreDomains: _before, ...site } = one;
    return kept.length > 0 ? { ...site, moreDomains: kept } : site;
  });
  return { ...app, services };
}
