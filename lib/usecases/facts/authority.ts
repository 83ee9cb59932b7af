import "server-only";
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { RegisterLookUp } from "@/lib/authority";
import { blank } from "@/lib/filing/application/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { allDomains } from "@/lib/filing/application/service-domains";
import type { DomainFact, RegistryFact } from "@/lib/filing/rules/facts";
import { blindIndex } from "@/lib/secrets";
import { askAuthority } from "../system/authority-line";
import type { AccountAsker } from "./account";
import type { FactsFor } from "./facts-for";
import { filedElsewhere, filedHere, withOthers } from "./filed";
import type { Sources } from "./sources";

/**
 * What the authority says of the organiser and the domains; null when it cannot be asked. What is filed it is asked only
 * for the account's own certificate: anybody could otherwise guess his way to a stranger's values.
 */
export function registerOf(
  app: ApplicationDraft,
  { idNo }: Pick<AccountAsker, "idNo">,
  sources: Sources,
): Promise<RegisterLookUp | null> {
  const { certNo } = app.entity;
  const contents = !blank(certNo) && idNo !== null && certNo === idNo;
  const names = app.services.flatMap(({ name }) => (blank(name) ? [] : [name]));
  return sources.ask("authority", () =>
    askAuthority((far) =>
      far.lookUp({ ...(blank(certNo) ? {} : { certNo }), domains: allDomains(app), names, contents }),
    ),
  );
}

/** Registrar, authority and our own accesses on each domain; null while one of them cannot be asked. */
export async function domainFacts(
  db: Db,
  who: FactsFor,
  app: ApplicationDraft,
  asker: AccountAsker,
  register: RegisterLookUp | null,
  sources: Sources,
): Promise<Readonly<Record<string, DomainFact>> | null> {
  const domains = allDomains(app);
  if (domains.length === 0) return {};
  const records = await sources.domains((far) => far.lookUp(domains, asker));
  if (records === null || register === null) return null;
  const here = await domainsAccessedHere(db, domains);
  const facts = domains.flatMap((domain): [string, DomainFact][] => {
    const [record, filing] = [records[domain], register.domains[domain]];
    if (record === undefined || filing === undefined) return [];
    const inFlightElsewhere = filing.inFlight && !who.atAuthority;
    return [
      [
        domain,
        {
          ...record,
          filed: filing.filed,
          filedNumber: filing.number,
          accessHere: here.has(domain),
          inFlightElsewhere,
          blacklisted: filing.blacklisted,
          appOfOtherEntity: filing.app && filing.filed === "other-entity",
        },
      ],
    ];
  });
  return Object.fromEntries(facts);
}

async function domainsAccessedHere(db: Db, domains: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ domain: t.serviceDomains.domain })
    .from(t.serviceDomains)
    .innerJoin(t.accesses, eq(t.accesses.serviceId, t.serviceDomains.serviceId))
    .where(
      and(
        inArray(t.serviceDomains.domain, [...domains]),
        isNull(t.serviceDomains.endedAt),
        isNull(t.accesses.endedAt),
      ),
    );
  return new Set(rows.map(({ domain }) => domain));
}

/** What the authority and our register know of the organiser; null while nobody can say, or no certificate is given. */
export async function registryFact(
  db: Db,
  who: FactsFor,
  { entity }: ApplicationDraft,
  register: RegisterLookUp | null,
  sources: Sources,
): Promise<RegistryFact | null> {
  if (register === null || register.entity === null || blank(entity.certNo)) return null;
  const certIdx = blindIndex(entity.nature === NATURE_PERSON ? "id_no" : "cert", entity.certNo);
  const holders = await db
    .select({ accountId: t.entities.accountId })
    .from(t.entities)
    .where(and(eq(t.entities.certIdx, certIdx), isNull(t.entities.endedAt)));
  const number = register.entity.number;
  const filed = await sources.ask("authority", async () =>
    withOthers(
      await filedHere(db, who.accountId, certIdx),
      register.contents ?? (number === null ? null : await filedElsewhere(number)),
    ),
  );
  return {
    entityFiled: register.entity.filed,
    entityKnownHere: holders.some(({ accountId }) => accountId === who.accountId),
    entityInOtherAccount: holders.some(({ accountId }) => accountId !== who.accountId),
    entityIsShell: register.entity.shell,
    organizerInFlight:
      (register.entity.inFlight && !who.atAuthority) || (await inFlightHere(db, who, certIdx)),
    blacklisted: register.entity.blacklisted,
    recordNumber: number,
    blacklistedNames: register.blacklistedNames,
    filed,
  };
}

/** Another account's order for the same organiser, already submitted here: two of them would collide at the authority. */
async function inFlightHere(db: Db, who: FactsFor, certIdx: string): Promise<boolean> {
  const rows = await db
    .select({ id: t.orders.id })
    .from(t.orderBlindIndexes)
    .innerJoin(t.orders, eq(t.orders.id, t.orderBlindIndexes.orderId))
    .where(
      and(
        eq(t.orderBlindIndexes.hash, certIdx),
        eq(t.orderBlindIndexes.path, "entity.certNo"),
        ne(t.orders.accountId, who.accountId),
        inArray(t.orders.state, [
          "PROVIDER_REVIEW",
          "READY_FOR_AUTHORITY",
          "SMS_PENDING",
          "SMS_FAILED",
          "AUTHORITY_REVIEW",
        ]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
