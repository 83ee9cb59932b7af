import type { Role } from "./access";

/**
 * What somebody is hired for: the combinations of roles that make sense. A supervisor may whatever a reviewer may; the
 * authority's officer, who exists in the sandbox only, judges what the provider's people hand over and is none of them.
 */
export const STAFF_POSTS = {
  reviewer: ["reviewer"],
  supervisor: ["supervisor"],
  admin: ["admin"],
  "reviewer-admin": ["reviewer", "admin"],
  "supervisor-admin": ["supervisor", "admin"],
  officer: ["officer"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type StaffPost = keyof typeof STAFF_POSTS;

export const POST_NAMES = Object.keys(STAFF_POSTS) as [StaffPost, ...StaffPost[]];

/** The post that has exactly these roles; null for none and for what no post has. */
export function postOf(roles: readonly Role[]): StaffPost | null {
  const held = new Set(roles.filter((role) => role !== "applicant"));
  const fits = (post: StaffPost) =>
    STAFF_POSTS[post].length === held.size && STAFF_POSTS[post].every((role) => held.has(role));
  return POST_NAMES.find(fits) ?? null;
}

/** Posts an administrator may give: the officer's is a game of the sandbox. */
export const offeredPosts = (sandbox: boolean): readonly StaffPost[] =>
  POST_NAMES.filter((post) => sandbox || post !== "officer");

/** Why somebody is blocked; a code, because it goes into the audit. */
export const BLOCK_REASONS = ["left", "away", "suspicion", "other"] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** Why a session ended without its owner's doing. */
export const SESSION_ENDS = ["blocked", "roles", "ended"] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** Roles whose holders sign in with a second factor; the officer belongs to another house. */
const WITH_FACTOR: readonly Role[] = ["reviewer", "supervisor", "admin"];
export const usesFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => WITH_FACTOR.includes(role));
