import "server-only";
import type { Db } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft, PersonDraft } from "@/lib/filing/application/draft";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { askedFor, cancellationDocument } from "@/lib/filing/registry/cancellation";
import { type WhyNot, whatCanBeDone } from "@/lib/filing/registry/possible";
import type { ElsewhereService, HeldService } from "@/lib/filing/registry/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { withElsewhere } from "../registry/elsewhere";
import { aroundOf, loadOwnFiling, type OwnFiling } from "../registry/own-filing";

export interface Target {
  readonly filing: OwnFiling;
  /** What goes; with the organiser everything that still stands under it. */
  readonly services: readonly HeldService[];
  /** What else stands under the organiser. */
  readonly others: readonly HeldService[];
  readonly document: ApplicationDraft;
  /** Whom to ask for a code. */
  readonly leads: readonly PersonDraft[];
  /** Filing numbers that must be typed. */
  readonly numbers: readonly string[];
  /** Nothing would be left under the organiser, who stays. */
  readonly leavesShell: boolean;
  readonly whyNot: WhyNot | "one-service" | null;
  readonly openOrderId: string | null;
}

/**
 * What somebody wants to cancel, and whether it can be. The same function decides what the page shows and, once more
 * inside the transaction, what happens; the authority was asked before what it has besides. Refusals: `not_found` for what is not his, or is no part of the record.
 */
export async function loadTarget(
  db: Db,
  actor: Actor,
  target: CancelTarget,
  policy: Policy,
  elsewhere: readonly ElsewhereService[],
): Promise<Result<Target>> {
  const own = await loadOwnFiling(db, actor, target.entityId);
  return own.ok ? targetIn(db, withElsewhere(own.value, elsewhere), target, policy) : own;
}

/**
 * The same of a filing the caller may ask about: his own, or the one a request on the manual path or an inspection is
 * about. `besides`: states in which an open order is not in the way.
 */
export async function targetIn(
  db: Db,
  filing: OwnFiling,
  target: CancelTarget,
  policy: Policy,
  besides: readonly OrderState[] = [],
): Promise<Result<Target>> {
  const { registry } = filing;
  const living = registry.services.filter(({ ended }) => !ended);
  const named = namedOf(filing, target, living);
  if (named === null) return fail(refuse("not_found"));
  const document = cancellationDocument(registry, named);
  if (document === null) return fail(refuse("not_found"));
  const { openOrderId, ...around } = await aroundOf(db, filing.row.accountId, besides);
  const reasonAt = (service: HeldService | null) =>
    whatCanBeDone(registry, service, around, policy).find(({ action }) => action === target.type)?.reason ??
    null;
  const places = target.type === "CANCEL_ENTITY" ? [null] : named;
  const others = living.filter((service) => !named.includes(service));
  const several = policy.provider.cancel.serviceMayNameSeveral && target.type === "CANCEL_SERVICE";
  const tooMany = target.type !== "CANCEL_ENTITY" && named.length > 1 && !several;
  return ok({
    ...{ filing, services: named, others, document, openOrderId },
    leads: askedFor(target.type, document),
    numbers: target.type === "CANCEL_ENTITY" ? [filing.row.number] : named.map(({ number }) => number),
    leavesShell: target.type === "CANCEL_SERVICE" && [...others, ...(registry.elsewhere ?? [])].length === 0,
    whyNot: places.map(reasonAt).find((reason) => reason !== null) ?? (tooMany ? "one-service" : null),
  });
}

/** The services named, ended or not; null: some are not of this record, or none are named. */
function namedOf(
  { registry, serviceIds }: OwnFiling,
  { type, services: ids }: CancelTarget,
  living: readonly HeldService[],
): readonly HeldService[] | null {
  if (type === "CANCEL_ENTITY") return ids.length === 0 ? living : null;
  const named = registry.services.filter(({ number }) => ids.includes(serviceIds.get(number) ?? ""));
  return named.length > 0 && named.length === new Set(ids).size ? named : null;
}
