import "server-only";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import type { DomainLookUp, RegisterLookUp, RegisterQuestion } from "../gateway";
import { wordKey } from "./blacklist";
import { filedContents } from "./filed-contents";
import { blacklistedWords, entityByCert, filedDomains, isBlacklisted, servicesOf } from "./register";
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

async function lookUpDomains(
  db: StoreDb,
  domains: readonly string[],
  certIdx: string | null,
): Promise<RegisterLookUp["domains"]> {
  const filed = await filedDomains(db, domains);
  const inFlight = await domainsInFlight(db, domains);
  const blacklisted = await blacklistedWords(db, "domain", domains);
  const one = (domain: string): DomainLookUp => {
    const rows = filed.filter((row) => row.domain === domain);
    const other = rows.find((row) => row.certIdx !== certIdx);
    // What an organiser's own APPs use is still free for a website of his.
    const owner = other ?? rows.find(({ kind }) => kind === "WEBSITE");
    return {
      filed: !owner ? "no" : owner === other ? "other-entity" : "same-entity",
      inFlight: inFlight.has(domain),
      number: owner?.entityNumber ?? null,
      app: rows.some((row) => row.kind === "APP" && row.certIdx !== certIdx),
      blacklisted: blacklisted.has(domain),
    };
  };
  return Object.fromEntries(domains.map((domain) => [domain, one(domain)]));
}

const nameKey = (name: string): string => wordKey("name", name);

/** What a provider may ask before filing: the organiser's record, whose the domains are, and what is never filed. */
export async function lookUp(by: RegisterQuestion): Promise<RegisterLookUp> {
  const db = readStore();
  const certIdx = by.certNo === undefined || by.certNo.trim() === "" ? null : certIndex(by.certNo);
  const names = by.names ?? [];
  const refused = await blacklistedWords(db, "name", names.map(nameKey));
  return {
    entity: certIdx === null ? null : await lookUpEntity(db, certIdx),
    domains: await lookUpDomains(db, [...new Set((by.domains ?? []).map(domainKey))], certIdx),
    blacklistedNames: names.filter((name) => refused.has(nameKey(name))),
    contents: certIdx === null || by.contents !== true ? null : await filedContents(db, certIdx),
  };
}
