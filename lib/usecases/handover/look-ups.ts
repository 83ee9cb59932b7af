import "server-only";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { gateway } from "@/lib/authority";
import type { UnaskedQuestion } from "@/lib/authority/gateway";
import { certHash, domainHash } from "@/lib/authority/manual/marks";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { allDomains } from "@/lib/filing/application/service-domains";
import type { LookUpInput } from "@/lib/filing/handover/look-up";
import { canonical } from "@/lib/filing/handover/numbers";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { readSubmitted } from "../review/submitted";
import { isManual } from "./desk";

/** What somebody has to ask the authority by hand before this application may be forwarded. */
export const unaskedOf = (app: ApplicationDraft): Promise<readonly UnaskedQuestion[]> =>
  gateway().unasked({ certNo: app.entity.certNo ?? "", domains: allDomains(app) });

export interface OpenLookUps {
  readonly number: string;
  /** The organiser's certificate number, when it is to be asked; whole, because it is typed into another page. */
  readonly certNo: string | null;
  readonly domains: readonly string[];
}

/** The holder of an order asks for it; nobody else sees certificate numbers whole. */
async function held(actor: Actor, orderId: string) {
  if (!isManual()) return fail(refuse("not_found"));
  const found = await readSubmitted(actor, orderId);
  if (!found.ok) return found;
  return found.value.order.row.claimUserId === actor.userId
    ? found
    : fail(refuse("wrong_state", { reason: "handover.not-yours" }));
}

/** The questions still open of an order. Refusal: `wrong_state` for who does not hold it. */
export async function openLookUps(
  actor: Actor,
  { orderId }: { readonly orderId: string },
): Promise<Result<OpenLookUps>> {
  const found = await held(actor, orderId);
  if (!found.ok) return found;
  const { order, application } = found.value;
  const open = await unaskedOf(application);
  const cert = open.some(({ kind }) => kind === "cert");
  return ok({
    number: order.row.number,
    certNo: cert ? (application.entity.certNo ?? null) : null,
    domains: open.flatMap((question) => (question.kind === "domain" ? [question.domain] : [])),
  });
}

/** What staff saw, kept under a keyed hash: nothing tells whom they asked about. */
export async function recordLookUp(actor: Actor, input: LookUpInput): Promise<Result<null>> {
  const found = await held(actor, input.orderId);
  if (!found.ok) return found;
  const { entity } = found.value.application;
  const domains = allDomains(found.value.application);
  if (input.domain !== null && !domains.includes(input.domain)) return fail(refuse("stale"));
  const number = input.result === "filed" ? canonical(input.number) : null;
  if (number !== null && parseFilingNumber(number) === null)
    return fail(refuse("invalid", { fields: [{ path: "number", reason: "handover.number-form" }] }));
  const kind = input.domain === null ? "cert" : "domain";
  return withTransaction(async (tx: Tx) => {
    await tx.insert(t.manualLookUps).values({
      id: newId(),
      kind,
      hash: input.domain === null ? certHash(entity.nature, entity.certNo ?? "") : domainHash(input.domain),
      number,
      blacklisted: input.result === "blacklisted",
      at: clock().now(),
      userId: actor.userId,
    });
    const data = { kind, result: input.result };
    await audit(tx, {
      ...{ actorId: actor.userId, action: "handover.looked-up", object: input.orderId },
      outcome: "done",
      data,
    });
    return ok(null);
  });
}
