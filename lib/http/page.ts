import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { auditRefusal } from "@/lib/audit";
import { getActor } from "@/lib/auth/actor";
import { type Actor, type Capability, can } from "@/lib/filing/access";
import { PATH_HEADER } from "./path-header";

/** Whoever looks at a page that also strangers may see. */
export const optionalActor = (): Promise<Actor | null> => getActor();

/** First line of every page that is not public: its actor, or the way to sign in, or "not for you" (403). */
export async function requireActor(capability: Capability): Promise<Actor> {
  const actor = await getActor();
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  if (actor === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (can(actor, capability)) return actor;
  await auditRefusal({ actorId: actor.userId, action: `page.${capability}`, data: { code: "forbidden" } });
  forbidden();
}
