import "server-only";
import { and, asc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, can } from "@/lib/filing/access";
import {
  byNumber,
  formatFilingNumber,
  parseFilingNumber,
} from "@/lib/filing/application/identifiers/filing-number";
import { OVER_INSPECTIONS } from "@/lib/filing/inspection/states";
import { deadlineFrom, firstLetterDay, lastDay } from "@/lib/filing/inspection/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { emailIndex } from "../accounts/users";
import { staffContext } from "../review/staff-context";

export interface FoundService {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly domains: readonly string[];
}

export interface FoundFiling {
  readonly id: string;
  readonly number: string;
  readonly unitName: string | null;
  readonly province: string;
  /** Served here. */
  readonly services: readonly FoundService[];
  /** Inspections of it under way. */
  readonly open: number;
}

export interface FoundFilings {
  readonly rows: readonly FoundFiling[];
  /** The last day an inspection opened now would give. */
  readonly until: string;
  /** The earliest last day of a letter. */
  readonly letterFrom: string;
  /** Whether he finds filings by their account, too. */
  readonly byAccount: boolean;
}

const MOST = 20;

/**
 * What is filed and served here, by a number of it, a domain or the unit's name; who finds accounts finds it by its
 * account, too: id, customer number or an address of somebody who belongs to it. What is his own account's nobody inspects.
 */
export async function findFilings(
  actor: Actor,
  { search }: { readonly search: string },
): Promise<Result<FoundFilings>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const { now, policy } = staff.value;
  const byAccount = can(actor, "account.flag");
  const around = {
    ...{ until: lastDay(deadlineFrom(now, policy)), letterFrom: firstLetterDay(now, policy), byAccount },
  };
  const term = search.trim();
  if (term === "") return ok({ rows: [], ...around });
  const db = read();
  const { entities } = t;
  const rows = await db
    .select()
    .from(entities)
    .where(
      and(
        isNull(entities.endedAt),
        or(byPublic(db, term), byAccount ? ofAccount(db, term) : undefined),
        actor.accountIds.length > 0 ? notInArray(entities.accountId, [...actor.accountIds]) : undefined,
      ),
    )
    .orderBy(asc(entities.number))
    .limit(MOST);
  const found = await Promise.all(
    rows.map(
      async ({ id, number, unitName, province }): Promise<FoundFiling> => ({
        ...{ id, number, unitName, province },
        services: await servedHere(db, id),
        open: await openCount(db, id),
      }),
    ),
  );
  return ok({ rows: found.filter(({ services }) => services.length > 0), ...around });
}

/** By what anybody may know of it. */
function byPublic(db: Db, term: string) {
  const { entities, services, serviceDomains } = t;
  const parsed = parseFilingNumber(term);
  const number = parsed === null ? term : formatFilingNumber(parsed);
  const ofService = db.select({ id: services.entityId }).from(services).where(eq(services.number, number));
  const ofDomain = db
    .select({ id: services.entityId })
    .from(serviceDomains)
    .innerJoin(services, eq(services.id, serviceDomains.serviceId))
    .where(and(eq(serviceDomains.domain, term.toLowerCase()), isNull(serviceDomains.endedAt)));
  return or(
    eq(entities.number, number),
    sql`instr(${entities.unitName}, ${term}) > 0`,
    inArray(entities.id, ofService),
    inArray(entities.id, ofDomain),
  );
}

/** By whose it is: the same look as the search of accounts, so for whoever has that. */
function ofAccount(db: Db, term: string) {
  const { entities, accountMembers, users, customers } = t;
  const ofMember = db
    .select({ id: accountMembers.accountId })
    .from(accountMembers)
    .innerJoin(users, eq(users.id, accountMembers.userId))
    .where(eq(users.emailIdx, emailIndex(term)));
  const ofCustomer = db.select({ id: customers.accountId }).from(customers).where(eq(customers.id, term));
  return or(
    eq(entities.accountId, term.toLowerCase()),
    inArray(entities.accountId, ofMember),
    inArray(entities.accountId, ofCustomer),
  );
}

async function servedHere(db: Db, entityId: string): Promise<readonly FoundService[]> {
  const { services, serviceDomains, accesses } = t;
  const rows = await db
    .select({ id: services.id, number: services.number, name: services.name, domain: serviceDomains.domain })
    .from(services)
    .innerJoin(accesses, and(eq(accesses.serviceId, services.id), isNull(accesses.endedAt)))
    .leftJoin(serviceDomains, and(eq(serviceDomains.serviceId, services.id), isNull(serviceDomains.endedAt)))
    .where(and(eq(services.entityId, entityId), isNull(services.endedAt)));
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids
    .flatMap((id): readonly FoundService[] => {
      const own = rows.filter((row) => row.id === id);
      const [first] = own;
      if (first === undefined) return [];
      const domains = [...new Set(own.flatMap(({ domain }) => domain ?? []))];
      return [{ id, number: first.number, name: first.name, domains }];
    })
    .sort((a, b) => byNumber(a.number, b.number));
}

async function openCount(db: Db, entityId: string): Promise<number> {
  const rows = await db
    .select({ id: t.inspections.id })
    .from(t.inspections)
    .where(and(eq(t.inspections.entityId, entityId), notInArray(t.inspections.state, [...OVER_INSPECTIONS])));
  return rows.length;
}
