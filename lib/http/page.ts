import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { auditRefusal } from "@/lib/audit";
import { getActor } from "@/lib/auth/actor";
import { type Actor, type Capability, can } from "@/lib/filing/access";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { PATH_HEADER } from "./page-headers";

/** Whoever looks at a page that also strangers may see. */
export const optionalActor = (): Promise<Actor | null> => getActor();

/** First line of every page that is not public: its actor, or the way to sign in, or "not for you" (403). */
export async function requireActor(capability: Capability): Promise<Actor> {
  const actor = await getActor();
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  if (actor === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (can(actor, capability)) return actor;
  if (actor.needsFactor) redirect("/review/account/second-factor");
  await auditRefusal({ actorId: actor.userId, action: `page.${capability}`, data: { code: "forbidden" } });
  forbidden();
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * A page whose use case refused: audited like the refusal of any call (whoever tries ids by hand leaves a trace), then
 * the page of 404 or 403. What neither explains is a bug.
 */
export function refusePage(refusal: Refusal): never {
  const request = Promise.all([getActor(), headers()]);
  after(async () => {
    const [actor, sent] = await request;
    if (actor === null) return;
    const object = UUID.exec(sent.get(PATH_HEADER) ?? "")?.[0] ?? null;
    await auditRefusal({ actorId: actor.userId, action: "page.read", object, data: { code: refusal.code } });
  });
  if (refusal.code === "not_found") notFound();
  if (refusal.code === "forbidden") forbidden();
  throw new Error(`no page for ${refusal.code} ${refusal.reason ?? ""}`);
}
