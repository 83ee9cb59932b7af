import "server-only";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import type { RegisterLookUp } from "../gateway";
import { entityByCert, filedDomains, isBlacklisted, servicesOf } from "./register";
import { readStore, type StoreDb } from "./store/client";
import { certIndex, domainsInFlight, organiserInFlight } from "./submissions";

async function lookUpEntity(db: StoreDb, certIdx: string): Promise<RegisterLookUp["entity"]> {
  const entity = await entityByCert(db, certIdx);
  return {
    filed: entity !== null,
    number: entity?.number ?? null,
    shell: entity !== null && (await servicesOf(db, entity.number)).length === 0,
    inFlight: await organiserInFlight(db, certIdx),
    blacklisted: await isBlacklisted(db, certIdx),
  };
}

/** What a provider may ask before filing: the organiser's record, and whose the domains are. */
export async function lookUp(by: {
  readonly certNo?: string;
  readonly domains?: readonly string[];
}): Promise<RegisterLookUp> {
  const db = readStore();
  const certIdx = by.certNo === undefined || by.certNo.trim() === "" ? null : certIndex(by.certNo);
  const domains = [...new Set((by.domains ?? []).map(domainKey))];
  const filed = await filedDomains(db, domains);
  const inFlight = await domainsInFlight(db, domains);
  const standing = (domain: string) => {
    const owner = filed.find((row) => row.domain === domain);
    if (!owner) return "no" as const;
    return owner.certIdx === certIdx ? ("same-entity" as const) : ("other-entity" as const);
  };
  return {
    entity: certIdx === null ? null : await lookUpEntity(db, certIdx),
    domains: Object.fromEntries(
      domains.map((domain) => [domain, { filed: standing(domain), inFlight: inFlight.has(domain) }]),
    ),
  };
}
