import "server-only";
import { asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { isOpen } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type Source, Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { type FiledEntity, listFilings } from "./list-filings";
import { openCorrections } from "./open-corrections";
import { headOf, type OrderHead } from "./views/head";
import { type Expiry, expiriesOf, type NextStep, nextStepOf } from "./views/next-step";
import { type StationView, stationsOf } from "./views/stations";
import { type WaitView, waitOf } from "./views/wait";

export interface OverviewView {
  readonly next: NextStep;
  readonly open: {
    readonly order: OrderHead;
    readonly stations: readonly StationView[];
    readonly wait: WaitView | null;
  } | null;
  readonly filings: readonly FiledEntity[];
  readonly expiring: readonly Expiry[];
  readonly now: number;
  /** Outside systems that did not answer: what expires is not known whole. */
  readonly silent: readonly Source[];
}

/** The first page: one sentence, one button, and what stands. */
export async function getOverview(actor: Actor): Promise<Result<OverviewView>> {
  const now = clock().now();
  const sources = new Sources();
  const policy = await currentPolicy(now);
  const row = await openOrder(actor, policy, now);
  const order = row && { row, snapshot: row.snapshot };
  const corrections = order ? await openCorrections(read(), order) : [];
  const wait = order ? waitOf(order.snapshot, policy, now) : null;
  const filings = await listFilings(actor);
  if (!filings.ok) return filings;
  const head = order ? headOf(order) : null;
  return ok({
    next: nextStepOf(head, wait, {
      open: corrections.filter(({ answer }) => answer === null).length,
      filed: filings.value.some(({ ended }) => !ended),
    }),
    open: head && { order: head, stations: stationsOf(head), wait },
    filings: filings.value,
    expiring: await expiring(actor, now, sources),
    now,
    silent: sources.silent(),
  });
}

/** The order under way; of several the oldest that waits for its applicant, if one does. */
async function openOrder(actor: Actor, policy: Policy, now: number) {
  if (actor.accountId === null) return undefined;
  const rows = await read()
    .select()
    .from(t.orders)
    .where(eq(t.orders.accountId, actor.accountId))
    .orderBy(asc(t.orders.createdAt), asc(t.orders.id));
  const open = rows.filter(({ state }) => isOpen(state));
  return open.find(({ snapshot }) => waitOf(snapshot, policy, now)?.who === "you") ?? open[0];
}

async function expiring({ accountId }: Actor, now: number, sources: Sources): Promise<readonly Expiry[]> {
  if (accountId === null) return [];
  const [servers, domains] = await Promise.all([sources.serversOf(accountId), sources.domainsOf(accountId)]);
  return expiriesOf(
    [
      ...servers.map(({ name, expiresAt }) => ({ kind: "server" as const, name, at: expiresAt })),
      ...domains.flatMap(({ domain, expiresAt }) =>
        expiresAt === null ? [] : [{ kind: "domain" as const, name: domain, at: expiresAt }],
      ),
    ],
    now,
  );
}
