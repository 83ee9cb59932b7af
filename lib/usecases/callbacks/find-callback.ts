import "server-only";
import { read } from "@/db/client";
import type { CallbackTime, CalledRole } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { leadContext } from "../orders/context";
import { maskName } from "../orders/views/names";
import { calledLead, type FoundLink, findLink, type LinkEnd } from "./link";

/** Whom the call was for, so that he knows that it is about him: what he answers for, and a masked name. */
export interface MissedLead {
  readonly role: CalledRole | "lead";
  readonly name: string;
  /** How the number begins; its end is what he has to know. */
  readonly phone: string;
}

/** What a link shows to whoever holds it: whose call, two clocks, and nothing of the order. */
export type CallbackView =
  | {
      readonly state: "open";
      readonly lead: MissedLead;
      readonly requestBy: number;
      readonly callsWithinHours: number;
      readonly now: number;
    }
  | {
      readonly state: "asked";
      readonly lead: MissedLead;
      readonly callBy: number;
      readonly when: CallbackTime;
      readonly now: number;
    }
  /** `unknown` names nobody: to a stranger all links look alike. */
  | { readonly state: "closed"; readonly why: LinkEnd | "unknown"; readonly lead: MissedLead | null };

async function missedLead(found: FoundLink): Promise<MissedLead | null> {
  const lead = await calledLead(read(), found);
  if (lead === null) return null;
  const { name, role, phone } = lead;
  const hidden = "*".repeat(Math.max(0, (phone?.length ?? 0) - 3));
  return { role: role ?? "lead", name: maskName(name), phone: `${phone?.slice(0, 3) ?? ""}${hidden}` };
}

/** One lead's call-back by his link; opening it changes nothing, because phones look into links on their own. */
export async function findCallback({ token }: { readonly token: string }): Promise<Result<CallbackView>> {
  const found = await findLink(read(), token);
  if (found === null) return ok({ state: "closed", why: "unknown", lead: null });
  const { now, policy } = await leadContext();
  const lead = await missedLead(found);
  const callback = found.order.snapshot.callbacks[found.link.personId];
  if (found.end !== null || callback === undefined || lead === null)
    return ok({ state: "closed", why: found.end ?? "over", lead });
  const { callBy, requestBy, when = "any" } = callback;
  if (callBy !== null) return ok({ state: "asked", lead, callBy, when, now });
  // Nobody has swept yet: time alone has decided.
  if (requestBy <= now) return ok({ state: "closed", why: "expired", lead });
  const callsWithinHours = policy.provider.callback.providerCallsWithinHours;
  return ok({ state: "open", lead, requestBy, callsWithinHours, now });
}
