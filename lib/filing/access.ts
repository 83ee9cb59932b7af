import type { ActorKind, DecisionActor } from "./lifecycle/types";

/** Who somebody is in this console. A user may have several roles; `applicant` is everybody with an account. */
export const ROLES = ["applicant", "reviewer", "supervisor", "admin", "officer"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: built from the session row on every request, never from the token. */
export interface Actor {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** Every account the user belongs to, as owner or member. */
  readonly accountIds: readonly string[];
  /** The account he is working for now; null for staff without one. */
  readonly accountId: string | null;
  readonly sessionId: string;
  /** Staff who must set up a second factor before anything else. */
  readonly needsFactor?: true;
}

const APPLICANT = ["applicant"] as const;
const STAFF = ["reviewer", "supervisor"] as const;
/** Whoever knows applications: those who write them and those who judge them. */
const CHECKERS = ["applicant", "reviewer", "supervisor"] as const;
const SUPERVISOR = ["supervisor"] as const;
const ADMIN = ["admin"] as const;
const OFFICER = ["officer"] as const;

/**
 * The one table of who may do what (design.md §2), read by wrappers, pages, menus and the access test. `….own` says the
 * use case also checks that the object belongs to one of the actor's accounts. Administrators see no documents and no
 * orders; the sandbox officer sees only his desk.
 */
export const CAPABILITIES = {
  "console.enter": APPLICANT,
  "account.read.own": APPLICANT,
  "account.edit.own": APPLICANT,
  "order.open.own": APPLICANT,
  "order.read.own": APPLICANT,
  "order.edit.own": APPLICANT,
  "order.submit.own": APPLICANT,
  "order.withdraw.own": APPLICANT,
  "order.abandon.own": APPLICANT,
  "material.upload.own": APPLICANT,
  "material.read.own": APPLICANT,
  "filing.read.own": APPLICANT,
  "filing.edit.own": APPLICANT,
  "filing.cancel.own": APPLICANT,
  "filing.migrate.own": APPLICANT,
  "resource.read.own": APPLICANT,
  "domain.read.own": APPLICANT,
  "code.manage.own": APPLICANT,
  "notification.read.own": APPLICANT,
  "check.run": CHECKERS,
  "token.manage.own": CHECKERS,
  // Password and sessions belong to the user, whatever he is; officers come from the simulated authority's own house.
  "self.edit": ["applicant", "reviewer", "supervisor", "admin"],

  // Staff's own second step of signing in.
  "factor.manage.own": ["reviewer", "supervisor", "admin"],

  "review.enter": ["reviewer", "supervisor", "admin"],
  "review.queue": STAFF,
  "review.read": STAFF,
  "review.claim": STAFF,
  "review.decide": STAFF,
  "review.intercept": STAFF,
  "document.view": STAFF,
  "handover.work": STAFF,
  // Finds what is filed, says what is wrong with it, and orders its cancellation where it was not mended in time.
  "inspection.work": STAFF,
  "policy.read": STAFF,
  "statistics.read": STAFF,
  "review.override": SUPERVISOR,
  "review.reassign": SUPERVISOR,
  "review.templates": SUPERVISOR,
  // Finds accounts, and says which may not file or change for now.
  "account.flag": SUPERVISOR,
  // What a colleague took over to key in: its personal values and its archive.
  "handover.oversee": SUPERVISOR,
  "policy.edit": SUPERVISOR,
  "delivery.manage": ["supervisor", "admin"],
  // Supervisors know the records, administrators the systems they come from; nobody reads a name back from them.
  "import.run": ["supervisor", "admin"],
  "audit.read": SUPERVISOR,
  "export.run": SUPERVISOR,
  "staff.manage": ADMIN,
  "settings.manage": ADMIN,

  "desk.work": OFFICER,
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Capability = keyof typeof CAPABILITIES;

/**
 * May he do it at all? Nobody (null) may do nothing that is listed: public pages ask no capability. Who must set up a
 * second factor first may do that and nothing else.
 */
export function can(actor: Pick<Actor, "roles" | "needsFactor"> | null, capability: Capability): boolean {
  if (actor?.needsFactor && capability !== "factor.manage.own") return false;
  const roles: readonly Role[] = CAPABILITIES[capability];
  return actor?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Does the account belong to him (he to it)? */
export const ownsAccount = (actor: Pick<Actor, "accountIds">, accountId: string): boolean =>
  actor.accountIds.includes(accountId);

/** The highest hat he may wear in the provider's review; null = none. */
export const staffKind = (actor: Pick<Actor, "roles">): "reviewer" | "supervisor" | null => {
  if (actor.roles.includes("supervisor")) return "supervisor";
  return actor.roles.includes("reviewer") ? "reviewer" : null;
};

/** The actor as the lifecycle sees him, under one hat. */
export const actingAs = (actor: Pick<Actor, "userId" | "accountIds">, kind: ActorKind): DecisionActor => ({
  kind,
  userId: actor.userId,
  accountIds: actor.accountIds,
});
