import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { sameRecord } from "@/lib/filing/application/identifiers/filing-number";
import type { Policy } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfOwn } from "../registry/elsewhere";
import { askAuthority } from "../system/authority-line";
import { loadTarget, type Target } from "./target";

/** Why access is not given up here: nobody else serves it, or nobody can say whether anybody does. */
export type AccessObjection = "only-access" | "access-unknown";

/**
 * Whether a provider who never gives up the only access may give up this one (`cancel.onlyAccess`, DF §12 #31). Asks the
 * authority, so it is never called inside a transaction; what it does not tell is no other access.
 */
export async function accessObjection(
  { filing, services, whyNot }: Target,
  { type }: Pick<CancelTarget, "type">,
  { provider }: Policy,
): Promise<AccessObjection | null> {
  if (type !== "CANCEL_ACCESS" || provider.cancel.onlyAccess === "allow" || whyNot !== null) return null;
  const certNo = filing.registry.entity?.document.entity.certNo;
  if (certNo === undefined) return "access-unknown";
  const told = await new Sources().ask("authority", () =>
    askAuthority((far) => far.lookUp({ certNo, contents: true })),
  );
  if (told === null) return "access-unknown";
  const others = (told.contents?.services ?? []).filter(({ accessElsewhere }) => accessElsewhere);
  const elsewhere = services.every(({ number }) => others.some((one) => sameRecord(one.number, number)));
  return elsewhere ? null : "only-access";
}

/** The same before something is done about it: a refusal where the provider keeps the access. */
export async function mayGiveUpAccess(actor: Actor, { type, entityId, services }: CancelTarget) {
  const policy = await currentPolicy();
  if (type !== "CANCEL_ACCESS" || policy.provider.cancel.onlyAccess === "allow") return ok(null);
  const elsewhere = await elsewhereOfOwn(read(), actor, entityId);
  const found = await loadTarget(read(), actor, { type, entityId, services }, policy, elsewhere);
  if (!found.ok) return found;
  return refusedFor(await accessObjection(found.value, { type }, policy));
}

const refusedFor = (why: AccessObjection | null): Result<null> =>
  why === null ? ok(null) : fail(refuse("wrong_state", { reason: `cancel.${why}` }));
