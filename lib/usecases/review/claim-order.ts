import "server-only";
import type { Actor } from "@/lib/filing/access";
import { commandOrder, type OrderVersion } from "./command-order";

/** Takes an order off the queue. Of two who try at once, one gets it; the other hears who has it. */
export const claimOrder = (actor: Actor, seen: OrderVersion) =>
  commandOrder(actor, seen, () => ({ command: { type: "claim" } }));

/** Gives it back; a supervisor may also take it out of somebody's hands. */
export const releaseOrder = (actor: Actor, seen: OrderVersion) =>
  commandOrder(actor, seen, () => ({ command: { type: "release" } }));
