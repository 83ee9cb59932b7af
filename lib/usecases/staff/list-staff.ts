import "server-only";
import { and, asc, count, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { isAlive } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Actor, Role } from "@/lib/filing/access";
import { maskEmail } from "@/lib/filing/shared/mask";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type BlockReason, postOf, type StaffPost } from "@/lib/filing/staff";
import { addressOf, offerOf } from "../accounts/links";
import { emailOf } from "../accounts/users";
import { areRolesClaimed } from "../identities/staff-roles";
import { openStaffInvitations } from "./invite-staff";

export const STAFF_VIEWS = ["active", "blocked", "invited"] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

export interface StaffRow {
  readonly userId: string;
  readonly version: number;
  /** As colleagues see him; his masked address where he has no name. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly factor: boolean;
  readonly blocked: BlockReason | "other" | null;
  readonly lastSignInAt: number | null;
  readonly invitedBy: string | null;
  readonly self: boolean;
}

export interface StaffInvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly post: StaffPost;
  readonly invitedBy: string | null;
  readonly expiresAt: number;
}

export interface StaffList {
  readonly staff: readonly StaffRow[];
  readonly invitations: readonly StaffInvitationRow[];
  readonly counts: Readonly<Record<StaffView, number>>;
}

/** Everybody with a post, by name. They are few: no pages. */
async function everybody(db: Db, actor: Actor): Promise<readonly StaffRow[]> {
  const roles = await db.select().from(t.userRoles);
  const ids = [...new Set(roles.map(({ userId }) => userId))];
  const users = await db
    .select()
    .from(t.users)
    .where(and(inArray(t.users.id, ids), ne(t.users.status, "erased")))
    .orderBy(asc(t.users.createdAt), asc(t.users.id));
  const factors = await db
    .select({ userId: t.staffFactors.userId })
    .from(t.staffFactors)
    .where(isNotNull(t.staffFactors.confirmedAt));
  const withFactor = new Set(factors.map(({ userId }) => userId));
  const names = await namesOf(
    db,
    users.flatMap(({ invitedBy }) => invitedBy ?? []),
  );
  return users.map((user) => ({
    userId: user.id,
    version: user.version,
    name: user.displayName ?? maskEmail(emailOf(user)),
    email: maskEmail(emailOf(user)),
    roles: roles.filter(({ userId }) => userId === user.id).map(({ role }) => role),
    factor: withFactor.has(user.id),
    blocked: user.status === "blocked" ? (user.blockedReason ?? "other") : null,
    lastSignInAt: user.lastSignInAt,
    invitedBy: user.invitedBy === null ? null : (names.get(user.invitedBy) ?? null),
    self: user.id === actor.userId,
  }));
}

async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: t.users.id, name: t.users.displayName })
    .from(t.users)
    .where(inArray(t.users.id, [...ids]));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** Who works for the provider, one view of them, with how many there are in each. */
export async function listStaff(
  actor: Actor,
  { view }: { readonly view: StaffView },
): Promise<Result<StaffList>> {
  const [all, links] = [await everybody(read(), actor), await openStaffInvitations(read())];
  const inviters = await namesOf(
    read(),
    links.flatMap(({ userId }) => userId ?? []),
  );
  const invitations = links.flatMap((link) => {
    const offer = offerOf(link);
    const invitedBy = link.userId === null ? null : (inviters.get(link.userId) ?? null);
    const { id, expiresAt } = link;
    return offer === null ? [] : [{ id, email: maskEmail(addressOf(link)), ...offer, invitedBy, expiresAt }];
  });
  const active = all.filter(({ blocked }) => blocked === null);
  const blocked = all.filter((row) => row.blocked !== null);
  return ok({
    staff: view === "blocked" ? blocked : active,
    invitations,
    counts: { active: active.length, blocked: blocked.length, invited: invitations.length },
  });
}

export interface StaffMember extends StaffRow {
  readonly post: StaffPost | null;
  /** Belongs to an account, too: may leave the staff without being shut out. */
  readonly applicant: boolean;
  /** His roles come with the role claim of a sign-in elsewhere. */
  readonly claimed: boolean;
  readonly sessions: number;
  readonly claims: number;
}

/** One of the staff, with what an administrator has to know before he changes something. */
export async function getStaffMember(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<StaffMember>> {
  const row = (await everybody(read(), actor)).find((one) => one.userId === userId);
  if (row === undefined) return fail(refuse("not_found"));
  const sessions = await read().select().from(t.sessions).where(eq(t.sessions.userId, userId));
  const [claims] = await read().select({ n: count() }).from(t.orders).where(eq(t.orders.claimUserId, userId));
  const [account] = await read()
    .select({ id: t.accountMembers.accountId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.userId, userId))
    .limit(1);
  const now = systemClock().now();
  return ok({
    ...row,
    post: postOf(row.roles),
    applicant: account !== undefined,
    claimed: await areRolesClaimed(read(), userId),
    sessions: sessions.filter((session) => isAlive(session, row.roles, now)).length,
    claims: claims?.n ?? 0,
  });
}
