import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { ResourceRecord } from "@/lib/inventory";
import { type Source, Sources } from "../facts/sources";
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

export interface ResourcesView {
  readonly servers: readonly ServerView[];
  readonly domains: readonly DomainView[];
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** Servers and domains of the account as the provider knows them. */
export async function listResources(actor: Actor): Promise<Result<ResourcesView>> {
  if (actor.accountId === null) return fail(refuse("forbidden"));
  const now = clock().now();
  const { resourceMinPrepaidMonths, resourceMinRemainingDays } = (await currentPolicy(now)).provider;
  const unfit = (server: ResourceRecord): ServerView["unfit"] => {
    if (!server.mainland) return "abroad";
    if (server.publicIp === null) return "no-ip";
    if (!server.prepaid || server.prepaidMonths < resourceMinPrepaidMonths) return "prepaid";
    return server.expiresAt < now + resourceMinRemainingDays * DAY_MS ? "expiring" : null;
  };
  const sources = new Sources();
  const [servers, domains] = await Promise.all([
    sources.serversOf(actor.accountId),
    sources.domainsOf(actor.accountId),
  ]);
  return ok({
    servers: servers.map((server) => ({ ...server, unfit: unfit(server) })),
    domains: domains.map(({ domain, realNameVerifiedAt, expiresAt, registrarApproved }) => ({
      ...{ domain, realNameVerifiedAt, expiresAt, registrarApproved },
    })),
    silent: sources.silent(),
  });
}
