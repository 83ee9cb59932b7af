import type { Actor } from "@/lib/filing/access";

/** Where somebody's work is: the page after signing in when none was asked for. */
export function homeOf(actor: Pick<Actor, "roles">): string {
  const has = (role: Actor["roles"][number]) => actor.roles.includes(role);
  if (has("reviewer") || has("supervisor") || has("admin")) return "/review";
  if (has("officer")) return "/authority";
  return "/console";
}

/** The page of the second step, and where it leads on. */
export const secondStepAt = (next: string): string => `/sign-in/code?next=${encodeURIComponent(next)}`;
