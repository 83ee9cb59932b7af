import "server-only";
import { clock } from "@/lib/clock";
import { domainRegistry } from "@/lib/domains";
import type { Actor } from "@/lib/filing/access";
import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { inventory, type ResourceRecord } from "@/lib/inventory";
import { currentPolicy } from "../policy/current-policy";

export interface ServerView extends ResourceRecord {
  /** Why a filing cannot stand on it: key below `console.resources.unfit`. */
  readonly unfit: "abroad" | "prepaid" | "expiring" | "no-ip" | null;
}

export interface DomainView {
  readonly domain: string;
  readonly realNameVerifiedAt: number | null;
  readonly expiresAt: number | null;
  readonly registrarApproved: boolean;
}

/** Servers and domains of the account as the provider knows them. */
export async function listResources(
  actor: Actor,
): Promise<Result<{ readonly servers: readonly ServerView[]; readonly domains: readonly DomainView[] }>> {
  if (actor.accountId === null) return fail(refuse("forbidden"));
  const now = clock().now();
  const { resourceMinPrepaidMonths, resourceMinRemainingDays } = (await currentPolicy(now)).provider;
  const unfit = (server: ResourceRecord): ServerView["unfit"] => {
    if (!server.mainland) return "abroad";
    if (server.publicIp === null) return "no-ip";
    if (!server.prepaid || server.prepaidMonths < resourceMinPrepaidMonths) return "prepaid";
    return server.expiresAt < now + resourceMinRemainingDays * DAY_MS ? "expiring" : null;
  };
  const [servers, domains] = await Promise.all([
    inventory().list(actor.accountId),
    domainRegistry().list(actor.accountId),
  ]);
  return ok({
    servers: servers.map((server) => ({ ...server, unfit: unfit(server) })),
    domains: domains.map(({ domain, realNameVerifiedAt, expiresAt, registrarApproved }) => ({
      ...{ domain, realNameVerifiedAt, expiresAt, registrarApproved },
    })),
  });
}
