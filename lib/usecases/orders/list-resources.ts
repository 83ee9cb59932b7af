import "server-only";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import type { ResourceRecord } from "@/lib/inventory";
import { ownAccount } from "../accounts/own-account";
import { type CodeView, codeViews } from "../codes/view";
import { type Source, Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { type Unfit, unfitOf } from "./server-fit";

export interface ServerView extends ResourceRecord {
  readonly unfit: Unfit;
  /** Codes that stand on it. */
  readonly codes: number;
}

export interface DomainView {
  readonly domain: string;
  readonly realNameVerifiedAt: number | null;
  readonly expiresAt: number | null;
  readonly registrarApproved: boolean;
}

export interface ResourcesView {
  /** What owners of servers need who make a code for this account. */
  readonly accountId: string;
  readonly servers: readonly ServerView[];
  readonly domains: readonly DomainView[];
  /** Codes whose server is gone: they serve nobody until they are moved. */
  readonly stray: readonly CodeView[];
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** Servers and domains of the account as the provider knows them. */
export async function listResources(actor: Actor): Promise<Result<ResourcesView>> {
  const own = await ownAccount(read(), actor);
  if (!own.ok) return own;
  const account = own.value.row;
  const now = clock().now();
  const policy = await currentPolicy(now);
  const sources = new Sources();
  const [servers, domains] = await Promise.all([
    sources.serversOf(account.id),
    sources.domainsOf(account.id),
  ]);
  const codes = await codeViews(read(), account, servers, now, policy);
  return ok({
    accountId: account.id,
    servers: servers.map((server) => ({
      ...server,
      unfit: unfitOf(server, now, policy),
      codes: codes.filter(({ resourceId }) => resourceId === server.id).length,
    })),
    domains: domains.map(({ domain, realNameVerifiedAt, expiresAt, registrarApproved }) => ({
      ...{ domain, realNameVerifiedAt, expiresAt, registrarApproved },
    })),
    // Without the inventory nobody knows which servers are gone.
    stray: sources.silent().includes("inventory")
      ? []
      : codes.filter(({ resourceId }) => !servers.some(({ id }) => id === resourceId)),
    silent: sources.silent(),
  });
}
