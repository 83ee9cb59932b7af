import "server-only";
import { and, asc, desc, eq, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, can, ownsAccount } from "@/lib/filing/access";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import { maskEmail, maskName } from "@/lib/filing/shared/mask";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, unwrap } from "@/lib/secrets";
import { type AccountProfile, profileAad } from "../accounts/sealed";
import { emailIndex, emailOf } from "../accounts/users";
import { flagAad } from "./account-flag";
import { matches } from "./queue-where";

type Row = typeof t.accounts.$inferSelect;

/** An account as supervisors see it: units by name, persons and addresses masked. */
export interface AccountRow {
  readonly id: string;
  readonly kind: "unit" | "person";
  readonly name: string;
  /** The owner's address; null: it has none any more. */
  readonly owner: string | null;
  readonly flagged: boolean;
  /** The reader belongs to it: it is not his to judge. */
  readonly own: boolean;
}

export interface AccountDesk extends AccountRow {
  readonly members: number;
  readonly createdAt: number;
  readonly openOrder: { readonly id: string; readonly number: string; readonly readable: boolean } | null;
  /** Filing numbers of what it holds. */
  readonly filings: readonly string[];
  readonly history: readonly {
    readonly id: string;
    readonly flagged: boolean;
    readonly reason: string;
    readonly by: string;
    readonly at: number;
  }[];
}

const MOST = 50;

/**
 * Accounts by their id, an address of somebody who belongs to them, a customer or filing number, or whatever finds an
 * order (its number, unit, domain); without a term, the flagged ones. Never more than a page: who searches narrows down.
 */
export async function listAccounts(
  actor: Actor,
  { search }: { readonly search?: string | undefined },
): Promise<Result<{ readonly rows: readonly AccountRow[]; readonly more: boolean }>> {
  if (!can(actor, "account.flag")) return fail(refuse("forbidden"));
  const term = search?.trim() ?? "";
  const rows = await read()
    .select()
    .from(t.accounts)
    .where(and(isNull(t.accounts.erasedAt), term === "" ? eq(t.accounts.riskFlag, true) : found(term)))
    .orderBy(asc(t.accounts.createdAt), asc(t.accounts.id))
    .limit(MOST + 1);
  const page = rows.slice(0, MOST);
  const owners = await ownersOf(page.map(({ id }) => id));
  return ok({ rows: page.map((row) => view(row, owners, actor)), more: rows.length > MOST });
}

function found(term: string): SQL | undefined {
  const { accounts, accountMembers, customers, entities, orders, users } = t;
  const byOrder = matches(term);
  const members = read()
    .select({ id: accountMembers.accountId })
    .from(accountMembers)
    .innerJoin(users, eq(users.id, accountMembers.userId))
    .where(eq(users.emailIdx, emailIndex(term)));
  const ofCustomer = read().select({ id: customers.accountId }).from(customers).where(eq(customers.id, term));
  const ofEntity = read()
    .select({ id: entities.accountId })
    .from(entities)
    .where(or(eq(entities.number, term), sql`instr(${entities.unitName}, ${term}) > 0`));
  const ofOrder = byOrder && read().select({ id: orders.accountId }).from(orders).where(byOrder);
  return or(
    eq(accounts.id, term.toLowerCase()),
    inArray(accounts.id, members),
    inArray(accounts.id, ofCustomer),
    inArray(accounts.id, ofEntity),
    ofOrder && inArray(accounts.id, ofOrder),
  );
}

async function ownersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read()
    .select({ accountId: t.accountMembers.accountId, user: t.users })
    .from(t.accountMembers)
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(and(inArray(t.accountMembers.accountId, [...ids]), eq(t.accountMembers.role, "owner")));
  return new Map(rows.map(({ accountId, user }) => [accountId, maskEmail(emailOf(user))]));
}

function view(row: Row, owners: ReadonlyMap<string, string>, actor: Actor): AccountRow {
  const { realName } = open<AccountProfile>(unwrap(row.wrappedKey), row.profileEnc, profileAad(row.id));
  return {
    id: row.id,
    kind: row.kind,
    name: row.kind === "unit" ? realName : maskName(realName),
    owner: owners.get(row.id) ?? null,
    flagged: row.riskFlag,
    own: ownsAccount(actor, row.id),
  };
}

/** One account with the history of its flag. Refusals: forbidden, not_found (also once it was closed). */
export async function getAccountDesk(
  actor: Actor,
  { accountId }: { readonly accountId: string },
): Promise<Result<AccountDesk>> {
  if (!can(actor, "account.flag")) return fail(refuse("forbidden"));
  const [row] = await read()
    .select()
    .from(t.accounts)
    .where(and(eq(t.accounts.id, accountId), isNull(t.accounts.erasedAt)));
  if (row === undefined) return fail(refuse("not_found"));
  const members = await read()
    .select({ id: t.accountMembers.userId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.accountId, accountId));
  const filings = await read()
    .select({ number: t.entities.number })
    .from(t.entities)
    .where(and(eq(t.entities.accountId, accountId), isNull(t.entities.endedAt)));
  return ok({
    ...view(row, await ownersOf([row.id]), actor),
    members: members.length,
    createdAt: row.createdAt,
    openOrder: await openOrderOf(actor, accountId),
    filings: filings.map(({ number }) => number),
    history: await historyOf(row),
  });
}

async function openOrderOf(actor: Actor, accountId: string): Promise<AccountDesk["openOrder"]> {
  const [order] = await read()
    .select({ id: t.orders.id, number: t.orders.number, submittedAt: t.orders.submittedAt })
    .from(t.orders)
    .where(and(eq(t.orders.accountId, accountId), notInArray(t.orders.state, [...FINAL_STATES])))
    .limit(1);
  if (order === undefined) return null;
  // A draft is nobody's business, and neither is an order of one's own account.
  const readable = order.submittedAt !== null && !ownsAccount(actor, accountId);
  return { id: order.id, number: order.number, readable };
}

async function historyOf({ id: accountId, wrappedKey }: Row): Promise<AccountDesk["history"]> {
  const key = unwrap(wrappedKey);
  const rows = await read()
    .select({ line: t.accountFlags, by: t.users.displayName })
    .from(t.accountFlags)
    .innerJoin(t.users, eq(t.users.id, t.accountFlags.userId))
    .where(eq(t.accountFlags.accountId, accountId))
    .orderBy(desc(t.accountFlags.at), desc(t.accountFlags.id));
  return rows.map(({ line: { id, flagged, reasonEnc, at }, by }) => ({
    ...{ id, flagged, at },
    reason: open<string>(key, reasonEnc, flagAad(accountId, id)),
    by: by ?? "?",
  }));
}
