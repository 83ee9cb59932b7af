import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { OpenManual } from "@/lib/filing/manual/form";
import { OPEN_MANUAL } from "@/lib/filing/manual/states";
import { isShell } from "@/lib/filing/registry/ending";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { newDataKey, seal } from "@/lib/secrets";
import { loadOwnFiling } from "../registry/own-filing";
import { type ManualDetails, manualAad } from "./store";

const no = (reason: string) => fail(refuse("wrong_state", { reason: `manual.${reason}` }));

/** Begins a request on the manual path: about what is filed and served here, one at a time. */
export async function openManual(actor: Actor, input: OpenManual): Promise<Result<{ requestId: string }>> {
  return withTransaction(async (tx) => {
    const own = await loadOwnFiling(tx, actor, input.entityId);
    if (!own.ok) return own;
    const { registry, row } = own.value;
    if (registry.entity === null || registry.entity.ended) return no("ended");
    // A shell has nobody here who could submit anything for it: that is the authority's.
    if (isShell(registry)) return no("shell");
    const serviceIds = input.kind === "CANCEL_ENTITY" ? [] : await standing(tx, row.id, input.serviceIds);
    if (serviceIds === null) return no("services");
    if (await isOpen(tx, row)) return no("open");
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

/** The named services, each once, if all of them stand; null otherwise. */
async function standing(tx: Tx, entityId: string, ids: readonly string[]): Promise<readonly string[] | null> {
  const wanted = [...new Set(ids)];
  const rows = await tx
    .select({ id: t.services.id })
    .from(t.services)
    .where(
      and(eq(t.services.entityId, entityId), isNull(t.services.endedAt), inArray(t.services.id, wanted)),
    );
  return wanted.length > 0 && rows.length === wanted.length ? wanted : null;
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
