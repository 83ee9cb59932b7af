import "server-only";
import { read } from "@/db/client";
import { accountDomains, knownDomains } from "@/db/queries/holdings";
import { policyOverrides } from "@/db/queries/policy-changes";
import { clock } from "@/lib/clock";
import type { CertType } from "@/lib/filing/application/codes";
import { domainKey, parseDomain, problemOfApp } from "@/lib/filing/application/identifiers/domain-name";
import { policyAt } from "@/lib/filing/policy";
import { DAY_MS } from "@/lib/filing/policy/calendar";
import type { Policy } from "@/lib/filing/policy/types";
import type { DomainRecord } from "@/lib/filing/rules/facts";
import { masterKey, open } from "@/lib/secrets";
import type { Asker, DomainRegistry } from "./port";

type Row = Awaited<ReturnType<typeof knownDomains>>[number];
interface Owner {
  readonly ownerName: string;
  readonly ownerIdNo: string;
  readonly ownerIdType?: CertType;
}

const NOT_REGISTERED: DomainRecord = {
  registered: false,
  registeredHere: false,
  registrarApproved: false,
  ownerName: null,
  ownerIdNo: null,
  ownerIdType: null,
  serverHold: false,
  realNameVerifiedAt: null,
  expiresAt: null,
};

function recordOf(row: Row): DomainRecord {
  const { domain, registeredHere, registrarApproved, ownerEnc, realNameVerifiedAt, expiresAt } = row;
  const owner = ownerEnc === null ? null : open<Owner>(masterKey(), ownerEnc, `sandbox_domain:${domain}`);
  return {
    ...{ registered: true, registeredHere, registrarApproved, realNameVerifiedAt, expiresAt },
    ownerName: owner?.ownerName ?? null,
    ownerIdNo: owner?.ownerIdNo ?? null,
    ownerIdType: owner?.ownerIdType ?? null,
    // Nobody verified it in time: the registry lets it resolve nowhere.
    serverHold: realNameVerifiedAt === null,
  };
}

/** Whatever a newcomer types belongs to him: registered here, real-name verified 30 days ago, a year to go. */
function invented(domain: string, asker: Asker, now: number, { suffixes }: Policy): DomainRecord {
  // Names below the registered one belong to whoever registered that: APPs name them.
  if (problemOfApp(parseDomain(domain, suffixes)) !== null) return NOT_REGISTERED;
  return {
    registered: true,
    registeredHere: true,
    registrarApproved: true,
    ownerName: asker.realName,
    ownerIdNo: asker.idNo,
    ownerIdType: null,
    serverHold: false,
    realNameVerifiedAt: now - 30 * DAY_MS,
    expiresAt: now + 365 * DAY_MS,
  };
}

/**
 * The sandbox registrar: the table `sandbox_domains` where it has a row, else the asker's own domain, so that people
 * can try a filing with any domain they like. Malformed names are not registered.
 */
export const sandboxDomains: DomainRegistry = {
  async lookUp(domains, asker) {
    const keys = [...new Set(domains.map(domainKey))];
    if (keys.length === 0) return {};
    const now = clock().now();
    const policy = policyAt(now, await policyOverrides());
    const registered = new Map(keys.map((key) => [key, parseDomain(key, policy.suffixes).registrable]));
    const rows = await knownDomains(read(), [...new Set(registered.values())]);
    return Object.fromEntries(
      keys.map((domain) => {
        const row = rows.find((one) => one.domain === registered.get(domain));
        return [domain, row ? recordOf(row) : invented(domain, asker, now, policy)];
      }),
    );
  },
  async list(accountId) {
    const rows = await accountDomains(read(), accountId);
    return rows.map((row) => ({ domain: row.domain, ...recordOf(row) }));
  },
};
