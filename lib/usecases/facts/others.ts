import "server-only";
import { and, eq, inArray, isNotNull, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { blank } from "@/lib/filing/application/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { domainsOf } from "@/lib/filing/application/service-domains";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { OthersFact } from "@/lib/filing/rules/facts";
import { blindIndex } from "@/lib/secrets";
import type { FactsFor } from "./facts-for";

const PHONES = ["phone1", "phone2", "emergencyPhone"] as const;

/** What other accounts of this console already use, compared by keyed hashes: no value leaves its order. */
export async function othersFact(db: Db, who: FactsFor, app: ApplicationDraft): Promise<OthersFact> {
  const phones = app.people.flatMap((person) =>
    PHONES.flatMap((field) => {
      const value = person[field];
      return blank(value)
        ? []
        : [{ path: `people[${person.id}].${field}`, hash: blindIndex("phone", value) }];
    }),
  );
  const ids = app.people.flatMap(({ id, idNo }) =>
    blank(idNo) ? [] : [{ path: `people[${id}].idNo`, hash: blindIndex("id_no", idNo) }],
  );
  const leads = app.people
    .filter(({ id }) => app.services.some(({ lead }) => lead === id))
    .flatMap(({ id, idNo }) => (blank(idNo) ? [] : [{ id, hash: blindIndex("id_no", idNo) }]));
  const usedPhones = await usedElsewhere(
    db,
    who,
    app,
    "phone",
    phones.map(({ hash }) => hash),
  );
  const usedIds = await usedElsewhere(
    db,
    who,
    app,
    "id_no",
    ids.map(({ hash }) => hash),
  );
  const usedLeads = await usedElsewhere(
    db,
    who,
    app,
    "lead_id_no",
    leads.map(({ hash }) => hash),
    isNotNull(t.orders.unitName),
  );
  return {
    idsUsedElsewhere: ids.filter(({ hash }) => usedIds.has(hash)).map(({ path }) => path),
    phonesUsedElsewhere: phones.filter(({ hash }) => usedPhones.has(hash)).map(({ path }) => path),
    serviceLeadElsewhere: leads.filter(({ hash }) => usedLeads.has(hash)).map(({ id }) => id),
    domainsInOtherOrders: await domainsInOtherOrders(db, who, app),
    filedServiceNames: await filedServiceNames(db, who),
  };
}

/**
 * Submitted and alive: somebody's untouched draft must not block anybody else, a cancellation holds nobody, and what was
 * filed lets go of its people when it ends.
 */
const alive = () =>
  and(
    isNotNull(t.orders.submittedAt),
    notInArray(t.orders.state, ["ABANDONED", "EXPIRED", "CANCELLED", "RETURNED"]),
    sql`coalesce(json_extract(${t.orders.snapshot}, '$.filing.entityNumber'), '') NOT IN (
      SELECT ${t.entities.number} FROM ${t.entities} WHERE ${t.entities.endedAt} IS NOT NULL)`,
  );

/** Orders about the organiser of this application: in another account he is not another entity (DF §12 #40). */
const ofSameOrganiser = (db: Db, { entity }: ApplicationDraft) => {
  const kind = entity.nature === NATURE_PERSON ? "id_no" : "cert";
  const hash = blank(entity.certNo) ? "" : blindIndex(kind, entity.certNo);
  const { orderBlindIndexes: indexes } = t;
  return db
    .select({ id: indexes.orderId })
    .from(indexes)
    .where(and(eq(indexes.path, "entity.certNo"), eq(indexes.hash, hash)));
};

async function usedElsewhere(
  db: Db,
  who: FactsFor,
  app: ApplicationDraft,
  kind: "phone" | "id_no" | "lead_id_no",
  hashes: readonly string[],
  more?: SQL,
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .select({ hash: t.orderBlindIndexes.hash })
    .from(t.orderBlindIndexes)
    .innerJoin(t.orders, eq(t.orders.id, t.orderBlindIndexes.orderId))
    .where(
      and(
        eq(t.orderBlindIndexes.kind, kind),
        inArray(t.orderBlindIndexes.hash, [...hashes]),
        ne(t.orders.accountId, who.accountId),
        notInArray(t.orders.id, ofSameOrganiser(db, app)),
        alive(),
        more,
      ),
    );
  return new Set(rows.map(({ hash }) => hash));
}

async function domainsInOtherOrders(
  db: Db,
  who: FactsFor,
  app: ApplicationDraft,
): Promise<readonly string[]> {
  const domains = [...new Set(app.services.flatMap(domainsOf))];
  if (domains.length === 0) return [];
  const rows = await db
    .selectDistinct({ domain: t.orderDomains.domain })
    .from(t.orderDomains)
    .innerJoin(t.orders, eq(t.orders.id, t.orderDomains.orderId))
    .where(
      and(
        inArray(t.orderDomains.domain, domains),
        isNotNull(t.orders.submittedAt),
        notInArray(t.orders.state, [...FINAL_STATES]),
        who.orderId === null ? undefined : ne(t.orders.id, who.orderId),
      ),
    );
  return rows.map(({ domain }) => domain);
}

async function filedServiceNames(db: Db, who: FactsFor): Promise<readonly string[]> {
  const rows = await db
    .select({ name: t.services.name })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(and(eq(t.entities.accountId, who.accountId), isNull(t.services.endedAt)));
  return rows.map(({ name }) => name);
}
