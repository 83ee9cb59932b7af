import "server-only";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { loadOwnOrder } from "../orders/store";
import { currentPolicy } from "../policy/current-policy";
import { consentsOf, type GivenConsent } from "./consents";

export interface ConsentsView {
  readonly given: readonly (Omit<GivenConsent, "userId"> & { readonly mine: boolean })[];
  /** After an order ends without a filing, its files are destroyed within so many days. */
  readonly eraseAfterDays: number;
}

/** The separate consents given in an own order. */
export async function listConsents(actor: Actor, input: { orderId: string }): Promise<Result<ConsentsView>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const { provider } = await currentPolicy(clock().now());
  const given = await consentsOf(input.orderId);
  return ok({
    given: given.map(({ userId, ...consent }) => ({ ...consent, mine: userId === actor.userId })),
    eraseAfterDays: provider.eraseEndedAfterDays,
  });
}
