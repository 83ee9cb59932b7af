import "server-only";
import { and, count, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { blank } from "@/lib/filing/application/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { BusinessFact, Facts, ResourceFact } from "@/lib/filing/rules/facts";
import type { AccountAsker } from "./account";
import type { FactsFor } from "./facts-for";
import { placesBefore } from "./places";
import type { Sources } from "./sources";

/**
 * The account's own servers that the application names, with what already runs on them, and what other orders asked for
 * before; null while nobody can say. What a change is about runs there already, and is counted with the order.
 */
export async function resourceFacts(
  db: Db,
  who: FactsFor,
  app: ApplicationDraft,
  sources: Sources,
  basis?: ApplicationDraft,
): Promise<NonNullable<Facts["resources"]> | null> {
  const ids = app.services.flatMap(({ resource }) =>
    resource?.kind === "RESOURCE" && !blank(resource.resourceId) ? [resource.resourceId] : [],
  );
  if (ids.length === 0) return {};
  const records = await sources.inventory((far) => far.find(who.accountId, ids));
  if (records === null) return null;
  const changing = (basis?.services ?? []).flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []);
  const used = await db
    .select({ id: t.accesses.resourceId, count: count() })
    .from(t.accesses)
    .innerJoin(t.services, eq(t.services.id, t.accesses.serviceId))
    .where(
      and(
        inArray(t.accesses.resourceId, ids),
        isNull(t.accesses.endedAt),
        notInArray(t.services.number, changing),
      ),
    )
    .groupBy(t.accesses.resourceId);
  const before = await placesBefore(db, who);
  return Object.fromEntries(
    Object.values(records).map(({ id, name: _name, ...record }): [string, ResourceFact] => [
      id,
      { ...record, used: (used.find((row) => row.id === id)?.count ?? 0) + (before.get(id) ?? 0) },
    ]),
  );
}

/** The business registry's word on a unit; a natural person is in none, which is not an unknown. */
export async function businessFact(
  { entity }: ApplicationDraft,
  asker: AccountAsker,
  sources: Sources,
): Promise<BusinessFact | null> {
  const { certNo, nature } = entity;
  if (nature === NATURE_PERSON)
    return {
      found: true,
      name: null,
      legalRepName: null,
      status: "active",
      registeredOrUpdatedAt: null,
      licenceIssuedOn: null,
    };
  return blank(certNo) ? null : sources.business((far) => far.find(certNo, asker));
}
