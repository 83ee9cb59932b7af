import "server-only";
import { eq, inArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import type { DomainRecord } from "@/lib/filing/rules/facts";
import { masterKey, open, seal } from "@/lib/secrets";
import type { DomainRegistry } from "./port";

type Row = typeof t.registeredDomains.$inferSelect;
type Owner = Pick<DomainRecord, "ownerName" | "ownerIdType" | "ownerIdNo">;

/** A domain as the provider's registrar gave it in a file. */
export interface RegisteredDomain extends Omit<DomainRecord, "registered"> {
  readonly domain: string;
  readonly accountId: string | null;
}

const aad = (domain: string): string => `registered_domain:${domain}`;

export function sealDomain({ ownerName, ownerIdType, ownerIdNo, ...plain }: RegisteredDomain): Row {
  const owner: Owner = { ownerName, ownerIdType, ownerIdNo };
  return { ...plain, ownerEnc: seal(masterKey(), owner, aad(plain.domain)) };
}

export function openDomain({ ownerEnc, ...plain }: Row): RegisteredDomain {
  return { ...plain, ...open<Owner>(masterKey(), ownerEnc, aad(plain.domain)) };
}

function recordOf(row: Row): DomainRecord {
  const { domain: _domain, accountId: _account, ...record } = openDomain(row);
  return { ...record, registered: true };
}

/** What files brought. A domain that is in none is unknown, not unregistered: another registrar may have it. */
export const tableDomains: DomainRegistry = {
  async lookUp(domains) {
    const keys = [...new Set(domains.map(domainKey))];
    if (keys.length === 0) return {};
    const rows = await read()
      .select()
      .from(t.registeredDomains)
      .where(inArray(t.registeredDomains.domain, keys));
    return Object.fromEntries(rows.map((row) => [row.domain, recordOf(row)]));
  },
  async list(accountId) {
    const rows = await read()
      .select()
      .from(t.registeredDomains)
      .where(eq(t.registeredDomains.accountId, accountId))
      .orderBy(t.registeredDomains.domain);
    return rows.map((row) => ({ domain: row.domain, ...recordOf(row) }));
  },
};
