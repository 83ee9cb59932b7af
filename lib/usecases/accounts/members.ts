import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { maskEmail } from "@/lib/filing/shared/mask";
import { ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { addressOf } from "./links";
import { ownAccount } from "./own-account";
import { emailOf } from "./users";

export const MEMBERS_MAX = 20;
export const INVITATIONS_MAX = 10;

export interface MemberView {
  readonly userId: string;
  /** Whole for the owner and for oneself. */
  readonly email: string;
  readonly role: "owner" | "member";
  /** A collaborator has an account of his own beside this one; a sub-account has none. Their rights here are the same. */
  readonly collaborates: boolean;
  readonly self: boolean;
}

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly expiresAt: number;
}

export interface MembersView {
  readonly role: "owner" | "member";
  readonly members: readonly MemberView[];
  /** Members may make codes on the account's servers, too: a unit's, where the provider lets them (DF §15 B6). */
  readonly makeCodes: boolean;
  /** Only for the owner. */
  readonly invitations: readonly InvitationView[];
}

/** Everybody of an account, its owner first. */
export const membersOf = (db: Db, accountId: string) =>
  db
    .select({ role: t.accountMembers.role, user: t.users })
    .from(t.accountMembers)
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(eq(t.accountMembers.accountId, accountId))
    .orderBy(desc(t.accountMembers.role), asc(t.users.createdAt));

/** Invitations that nobody has taken yet. */
export const openInvitations = (db: Db, accountId: string) =>
  db
    .select()
    .from(t.accountLinks)
    .where(
      and(
        eq(t.accountLinks.purpose, "invite"),
        eq(t.accountLinks.accountId, accountId),
        isNull(t.accountLinks.usedAt),
        gt(t.accountLinks.expiresAt, systemClock().now()),
      ),
    )
    .orderBy(asc(t.accountLinks.createdAt));

/** Who works for the account, and who has been asked to. */
export async function listMembers(actor: Actor): Promise<Result<MembersView>> {
  const own = await ownAccount(read(), actor);
  if (!own.ok) return own;
  const { role, row } = own.value;
  const [members, links] = [await membersOf(read(), row.id), await openInvitations(read(), row.id)];
  const elsewhere = await ownersElsewhere(
    row.id,
    members.map(({ user }) => user.id),
  );
  const shown = (email: string, self: boolean) => (role === "owner" || self ? email : maskEmail(email));
  return ok({
    role,
    members: members.map(({ user, role: theirs }) => {
      const self = user.id === actor.userId;
      const collaborates = theirs === "member" && elsewhere.has(user.id);
      return { userId: user.id, email: shown(emailOf(user), self), role: theirs, collaborates, self };
    }),
    makeCodes: row.kind === "unit" && (await currentPolicy()).provider.codesForSubAccounts,
    invitations:
      role === "owner"
        ? links.map((link) => ({ id: link.id, email: addressOf(link), expiresAt: link.expiresAt }))
        : [],
  });
}

/** Which of them have an account of their own. */
async function ownersElsewhere(accountId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { accountMembers: m } = t;
  const rows = await read()
    .select({ userId: m.userId })
    .from(m)
    .where(and(inArray(m.userId, [...userIds]), ne(m.accountId, accountId), eq(m.role, "owner")));
  return new Set(rows.map(({ userId }) => userId));
}
