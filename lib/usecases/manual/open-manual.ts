import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { ORDER_STATES } from "@/lib/filing/lifecycle/states";
import type { OpenManual } from "@/lib/filing/manual/form";
import { OPEN_MANUAL } from "@/lib/filing/manual/states";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { newDataKey, seal } from "@/lib/secrets";
import { targetIn } from "../cancel/target";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfBare, elsewhereOfOwn, withElsewhere } from "../registry/elsewhere";
import { loadOwnFiling, type OwnFiling } from "../registry/own-filing";
import { type ManualDetails, manualAad } from "./store";

const no = (reason: string): Refusal => refuse("wrong_state", { reason: `manual.${reason}` });

/**
 * Begins a request on the manual path: about what is filed and served here, one at a time. What could not be carried out in
 * the end is refused before anybody shows his papers for it; an order under way may be over by then, and is no reason.
 */
export async function openManual(actor: Actor, input: OpenManual): Promise<Result<{ requestId: string }>> {
  const elsewhere = await elsewhereOfOwn(read(), actor, input.entityId, elsewhereOfBare);
  return withTransaction(async (tx) => {
    const own = await loadOwnFiling(tx, actor, input.entityId);
    if (!own.ok) return own;
    const { registry, row } = own.value;
    if (registry.entity === null || registry.entity.ended) return fail(no("ended"));
    const serviceIds = input.kind === "CANCEL_ENTITY" ? [] : [...new Set(input.serviceIds)];
    const refused = await whyNot(tx, withElsewhere(own.value, elsewhere), input, serviceIds);
    if (refused !== null) return fail(refused);
    if (await isOpen(tx, row)) return fail(no("open"));
    const [id, now] = [newId(), clock().now()];
    const { key, wrapped } = newDataKey();
    const { applicant, applicantId, phone, why } = input;
    const holder = registry.entity.document.entity.nature === NATURE_PERSON ? "person" : "unit";
    const details: ManualDetails = { holder, applicant, applicantId, phone, why, consentAt: now };
    await tx.insert(t.manualCancellations).values({
      ...{ id, accountId: row.accountId, entityId: row.id, kind: input.kind, serviceIds },
      ...{ state: "PREPARING", wrappedKey: wrapped, since: now, createdAt: now, createdBy: actor.userId },
      detailsEnc: seal(key, details, manualAad(id, "details")),
    });
    await audit(tx, {
      ...{ actorId: actor.userId, action: "manual.opened", object: id, outcome: "done" },
      data: { entity: row.id, kind: input.kind },
    });
    return ok({ requestId: id });
  });
}

/** The judgement of carrying it out, as far as it is known today. */
async function whyNot(
  tx: Tx,
  filing: OwnFiling,
  { kind: type, entityId }: OpenManual,
  serviceIds: readonly string[],
): Promise<Refusal | null> {
  const asked = { type, entityId, services: [...serviceIds] };
  const target = await targetIn(tx, filing, asked, await currentPolicy(), ORDER_STATES);
  if (!target.ok) return no("services");
  const { whyNot: why } = target.value;
  // A shell has nobody here who could submit anything for it: that is the authority's.
  if (why === "shell") return no("shell");
  if (why === "ended") return no("services");
  return why === null ? null : refuse("wrong_state", { reason: `cancel.${why}` });
}

/** The account's own: what another left behind shuts nobody out. */
async function isOpen(
  tx: Tx,
  { id, accountId }: Pick<typeof t.entities.$inferSelect, "id" | "accountId">,
): Promise<boolean> {
  const [open] = await tx
    .select({ id: t.manualCancellations.id })
    .from(t.manualCancellations)
    .where(
      and(
        eq(t.manualCancellations.entityId, id),
        eq(t.manualCancellations.accountId, accountId),
        inArray(t.manualCancellations.state, [...OPEN_MANUAL]),
      ),
    )
    .limit(1);
  return open !== undefined;
}
