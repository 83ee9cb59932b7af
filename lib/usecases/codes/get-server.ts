import "server-only";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { type CodeCondition, codeConditions } from "@/lib/filing/codes/conditions";
import { codeQuota, codesCounted } from "@/lib/filing/codes/quota";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { ResourceRecord } from "@/lib/inventory";
import { ownAccount } from "../accounts/own-account";
import { type AskedPlace, placesAsked } from "../facts/places";
import { type Source, Sources } from "../facts/sources";
import { type Unfit, unfitOf } from "../orders/server-fit";
import { currentPolicy } from "../policy/current-policy";
import { makingOf } from "./making";
import { type CodeView, codeViews } from "./view";

/** One of the places for the account's own services that is taken. */
export interface OwnSlot {
  readonly name: string;
  /** Filing number; null while the order is under way. */
  readonly number: string | null;
  /** The order under way it stands in. */
  readonly order: { readonly id: string; readonly number: string } | null;
  readonly since: number;
}

export interface ServerPage {
  readonly server: ResourceRecord & { readonly unfit: Unfit };
  readonly own: {
    readonly limit: number;
    readonly used: number;
    /** Of the used ones, those of services that went to another account: counted, not shown. */
    readonly gone: number;
    readonly slots: readonly OwnSlot[];
  };
  readonly codes: { readonly limit: number; readonly used: number; readonly rows: readonly CodeView[] };
  /** What making a code hangs on, one by one. */
  readonly conditions: readonly CodeCondition[];
  readonly mayMake: boolean;
  /** Where its codes could be moved to. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** The page of a server, or who did not say whose it is. */
export type ServerView = ServerPage | { readonly silent: readonly Source[] };

/** A server of the account: its places, who uses which, and its codes. Somebody else's does not exist. */
export async function getServer(
  actor: Actor,
  { resourceId }: { readonly resourceId: string },
): Promise<Result<ServerView>> {
  const own = await ownAccount(read(), actor);
  if (!own.ok) return own;
  const account = own.value.row;
  const sources = new Sources();
  const servers = await sources.serversOf(account.id);
  const silent = sources.silent();
  if (silent.length > 0) return ok({ silent });
  const server = servers.find(({ id }) => id === resourceId);
  if (server === undefined) return fail(refuse("not_found"));
  const now = clock().now();
  const policy = await currentPolicy(now);
  const making = await makingOf(read(), own.value, server);
  const conditions = codeConditions(making, now, policy);
  const filed = await filedOn(server.id, account.id);
  const used = await usedOf(server.id);
  const asked = (await placesAsked(read(), account.id)).filter((one) => one.resourceId === server.id);
  const codes = await codeViews(read(), account, servers, now, policy);
  return ok({
    server: { ...server, unfit: unfitOf(server, now, policy) },
    own: {
      limit: policy.provider.resourceQuota[server.kind].own,
      ...{ used, gone: used - filed.length },
      slots: [...filed, ...asked.map(slotOf)],
    },
    codes: {
      limit: codeQuota(server.kind, account.kind, policy),
      used: codesCounted(making.issued, policy),
      rows: codes.filter((code) => code.resourceId === server.id),
    },
    conditions,
    mayMake: conditions.every(({ met }) => met),
    others: servers.filter(({ id }) => id !== server.id).map(({ id, name }) => ({ id, name })),
  });
}

/** Places that are taken, by whomever: what the rule book counts. */
async function usedOf(resourceId: string): Promise<number> {
  const [row] = await read()
    .select({ n: count() })
    .from(t.accesses)
    .where(and(eq(t.accesses.resourceId, resourceId), isNull(t.accesses.endedAt)));
  return row?.n ?? 0;
}

/** The account's filed services on it. Another account's are its own business. */
async function filedOn(resourceId: string, accountId: string): Promise<readonly OwnSlot[]> {
  const rows = await read()
    .select({ name: t.services.name, number: t.services.number, since: t.accesses.since })
    .from(t.accesses)
    .innerJoin(t.services, eq(t.services.id, t.accesses.serviceId))
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(
      and(
        eq(t.accesses.resourceId, resourceId),
        eq(t.entities.accountId, accountId),
        isNull(t.accesses.endedAt),
      ),
    )
    .orderBy(asc(t.accesses.since), asc(t.services.number));
  return rows.map((row) => ({ ...row, order: null }));
}

/** A place an order under way asks for. */
const slotOf = ({ name, order: { id, number, createdAt: since } }: AskedPlace): OwnSlot => ({
  ...{ name, number: null, since },
  order: { id, number },
});
