import "server-only";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import * as authority from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { clock } from "@/lib/clock";
import { DAY_MS } from "@/lib/filing/policy/calendar";
import { ok } from "@/lib/filing/shared/result";
import { masterKey, seal } from "@/lib/secrets";
import { AWKWARD_DOMAINS, type AwkwardDomain } from "./awkward-data";

const LONG_AGO_DAYS = 400;

function rowOf({ domain, story }: AwkwardDomain, now: number): typeof t.sandboxDomains.$inferInsert {
  const owner = { ownerName: "宁波样例别家贸易有限公司", ownerIdNo: "91330203MA0000C99X" };
  return {
    domain,
    accountId: null,
    registeredHere: story !== "abroad",
    registrarApproved: story !== "abroad",
    ownerEnc: story === "someone" ? seal(masterKey(), owner, `sandbox_domain:${domain}`) : null,
    realNameVerifiedAt:
      story === "unverified" ? null : now - (story === "fresh" ? 1 : LONG_AGO_DAYS) * DAY_MS,
    expiresAt: now + (story === "expired" ? -2 : LONG_AGO_DAYS) * DAY_MS,
  };
}

/**
 * Domains with a story, for whoever wants to see a rule speak without waiting for real trouble. Whatever else a
 * newcomer types is in order and his own (DECISIONS 9).
 */
export async function seedAwkwardDomains(): Promise<void> {
  const now = clock().now();
  await withTransaction(async (tx) => {
    await tx.insert(t.sandboxDomains).values(AWKWARD_DOMAINS.map((one) => rowOf(one, now)));
    return ok(null);
  });
  await inStore(async (tx) => {
    const words = AWKWARD_DOMAINS.filter(({ story }) => story === "blacklisted");
    await tx
      .insert(authority.blacklistedWords)
      .values(words.map(({ domain }) => ({ kind: "domain" as const, word: domain, since: now })));
    return ok(null);
  });
}
