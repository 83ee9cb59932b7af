import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { policyOverrides } from "@/db/queries/policy-changes";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import { sameEntityRecord } from "@/lib/filing/application/identifiers/filing-number";
import { policyAt } from "@/lib/filing/policy";
import { DAY_MS } from "@/lib/filing/policy/calendar";
import type { DomainLookUp, RegisterLookUp, RegisterQuestion, UnaskedQuestion } from "../gateway";
import { certHashes, domainHash, marksInFlight } from "./marks";
import { ownDomains, ownEntity } from "./own-register";

type LookUpRow = typeof t.manualLookUps.$inferSelect;

/** What staff saw of these, the newest that still counts, by hash. */
async function lookUpsOf(
  db: Reader | Tx,
  kind: LookUpRow["kind"],
  hashes: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, LookUpRow>> {
  if (hashes.length === 0) return new Map();
  const { lookUpValidDays } = policyAt(now, await policyOverrides()).provider;
  const rows = await db
    .select()
    .from(t.manualLookUps)
    .where(
      and(
        eq(t.manualLookUps.kind, kind),
        inArray(t.manualLookUps.hash, [...hashes]),
        gt(t.manualLookUps.at, now - lookUpValidDays * DAY_MS),
      ),
    )
    .orderBy(asc(t.manualLookUps.at), asc(t.manualLookUps.id));
  return new Map(rows.map((row) => [row.hash, row]));
}

const distinct = (domains: readonly string[] = []): readonly string[] => [...new Set(domains.map(domainKey))];
const hashesOf = (certNo: string | undefined): readonly string[] =>
  certNo === undefined || certNo.trim() === "" ? [] : certHashes(certNo);

async function entityAnswer(
  db: Reader | Tx,
  hashes: readonly string[],
  now: number,
): Promise<RegisterLookUp["entity"]> {
  if (hashes.length === 0) return null;
  const own = await ownEntity(db, hashes);
  const [asked] = (await lookUpsOf(db, "cert", hashes, now)).values();
  const number = own?.number ?? asked?.number ?? null;
  return {
    filed: number !== null,
    number,
    shell: own?.shell ?? false,
    inFlight: (await marksInFlight(db, "cert", hashes)).size > 0,
    blacklisted: asked?.blacklisted ?? false,
  };
}

/**
 * What this console knows by itself (its own register, its own hand-overs) and what staff saw and recorded. What nobody
 * asked yet counts as not filed: the applicant can go on, and the reviewer cannot forward it before he has asked.
 */
export async function answerFrom(
  db: Reader | Tx,
  by: RegisterQuestion,
  now: number,
): Promise<RegisterLookUp> {
  const hashes = hashesOf(by.certNo);
  const domains = distinct(by.domains);
  const entity = await entityAnswer(db, hashes, now);
  const filed = await ownDomains(db, domains);
  const marks = domains.map(domainHash);
  const [asked, inFlight] = [
    await lookUpsOf(db, "domain", marks, now),
    await marksInFlight(db, "domain", marks),
  ];
  const one = (domain: string): DomainLookUp => {
    const hash = domainHash(domain);
    const rows = filed.filter((row) => row.domain === domain);
    const other = rows.find(({ certIdx }) => !hashes.includes(certIdx));
    // What an organiser's own APPs use is still free for a website of his.
    const owner = other ?? rows.find(({ kind }) => kind === "WEBSITE");
    const seen = asked.get(hash);
    const number = owner?.entityNumber ?? seen?.number ?? null;
    const mine =
      owner === undefined
        ? number !== null && entity?.number != null && sameEntityRecord(number, entity.number) === true
        : owner !== other;
    return {
      filed: number === null ? "no" : mine ? "same-entity" : "other-entity",
      inFlight: inFlight.has(hash),
      number,
      app: rows.some(({ kind, certIdx }) => kind === "APP" && !hashes.includes(certIdx)),
      blacklisted: seen?.blacklisted ?? false,
    };
  };
  return {
    entity,
    domains: Object.fromEntries(domains.map((domain) => [domain, one(domain)])),
    blacklistedNames: [],
    // The form staff fill in shows them what the public register shows, and nothing more.
    contents: null,
  };
}

/** What neither our own register nor a recorded look-up answers. */
export async function openQuestions(
  db: Reader | Tx,
  by: RegisterQuestion,
  now: number,
): Promise<readonly UnaskedQuestion[]> {
  const hashes = hashesOf(by.certNo);
  const domains = distinct(by.domains);
  const known = new Set((await ownDomains(db, domains)).map(({ domain }) => domain));
  const asked = await lookUpsOf(db, "domain", domains.map(domainHash), now);
  const organiser =
    hashes.length > 0 &&
    (await ownEntity(db, hashes)) === null &&
    (await lookUpsOf(db, "cert", hashes, now)).size === 0;
  return [
    ...(organiser ? [{ kind: "cert" } as const] : []),
    ...domains
      .filter((domain) => !known.has(domain) && !asked.has(domainHash(domain)))
      .map((domain) => ({ kind: "domain" as const, domain })),
  ];
}
