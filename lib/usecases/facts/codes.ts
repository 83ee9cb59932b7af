import "server-only";
import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { blank } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { isCode, normaliseCode } from "@/lib/filing/codes/form";
import type { CodeFact, Facts, ServerRecord } from "@/lib/filing/rules/facts";
import type { ResourceRecord } from "@/lib/inventory";
import { type CodeRow, findCode } from "../codes/store";
import type { FactsFor } from "./facts-for";
import type { Sources } from "./sources";

interface Named {
  readonly typed: string;
  readonly serviceId: string;
  readonly row: CodeRow;
}

/** Codes the application names, by what was typed; those that are not for the account are left out like unknown ones. */
export async function codeFacts(
  db: Db,
  who: FactsFor,
  app: ApplicationDraft,
  sources: Sources,
): Promise<NonNullable<Facts["codes"]> | null> {
  const named: Named[] = [];
  for (const { id: serviceId, resource } of app.services) {
    const typed = resource?.kind === "CODE" ? resource.code : undefined;
    if (blank(typed) || !isCode(normaliseCode(typed))) continue;
    const row = await findCode(db, typed);
    if (row?.targetAccountId === who.accountId) named.push({ typed, serviceId, row });
  }
  const servers = await serversOf(
    db,
    named.map(({ row }) => row),
    sources,
  );
  if (servers === null) return null;
  return Object.fromEntries(
    named.map((one): [string, CodeFact] => [one.typed, factOf(one, who, servers.get(one.row.id) ?? null)]),
  );
}

function factOf({ row, serviceId }: Named, who: FactsFor, server: ResourceRecord | null): CodeFact {
  const here = row.orderId === who.orderId && row.serviceId === serviceId;
  return {
    state: row.state,
    forThisAccount: true,
    heldElsewhere: row.state === "IN_USE" && !here,
    usedFor: row.usedFor,
    server: server && recordOf(server),
  };
}

const recordOf = ({ id: _id, name: _name, ...record }: ResourceRecord): ServerRecord => record;

/** The servers codes stand for, by code; null while the inventory does not answer. A closed account has none. */
export async function serversOf(
  db: Db,
  rows: readonly CodeRow[],
  sources: Sources,
): Promise<ReadonlyMap<string, ResourceRecord> | null> {
  if (rows.length === 0) return new Map();
  const owners = await db
    .select({ id: t.accounts.id, erasedAt: t.accounts.erasedAt })
    .from(t.accounts)
    .where(inArray(t.accounts.id, [...new Set(rows.map(({ accountId }) => accountId))]));
  const found = new Map<string, ResourceRecord>();
  for (const { id, erasedAt } of owners) {
    if (erasedAt !== null) continue;
    const own = rows.filter(({ accountId }) => accountId === id);
    const ids = [...new Set(own.map(({ resourceId }) => resourceId))];
    const records = await sources.inventory((far) => far.find(id, ids));
    if (records === null) return null;
    for (const row of own) {
      const server = records[row.resourceId];
      if (server !== undefined) found.set(row.id, server);
    }
  }
  return found;
}
