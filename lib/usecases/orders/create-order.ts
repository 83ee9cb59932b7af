import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { organiserIsLead } from "@/lib/filing/application/draft-sections";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, unwrap } from "@/lib/secrets";
import { isFlagged } from "../accounts/is-flagged";
import { currentPolicy } from "../policy/current-policy";
import { entityAad } from "../registry/held";
import { decisionContext } from "./context";
import type { OrderStart } from "./document/start";
import { openOrder } from "./open-order";
import { prepareOrder } from "./preview-order";

/** Starts an order from the first answers; of the account only so many may be open (DF §2.2). */
export async function createOrder(actor: Actor, input: OrderStart): Promise<Result<{ orderId: string }>> {
  const prepared = await prepareOrder(actor, input);
  if (!prepared.ok) return prepared;
  const { accountId, application, preview } = prepared.value;
  if (preview.kind === "blocked" && preview.block === "OPEN_ORDER") {
    const limit = (await currentPolicy()).provider.openOrdersPerAccount;
    return fail(refuse("wrong_state", { reason: "order.too-many-open", params: { limit } }));
  }
  if (preview.kind === "blocked")
    return fail(refuse("wrong_state", { reason: "order.start-blocked", params: { block: preview.block } }));

  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    // The book says so again: a flag may be set while an order is written.
    if (await isFlagged(accountId, tx))
      return fail(refuse("wrong_state", { reason: "order.account-flagged" }));
    const document = await withFiledEntity(tx, accountId, application);
    const opening = { accountId, orderType: preview.type, province: application.entity.province ?? null };
    const opened = await openOrder(tx, actor, { ...opening, document }, ctx);
    return opened.ok ? ok({ orderId: opened.value.order.row.id }) : opened;
  });
}

/** What this account has already filed need not be typed again (WCAG 3.3.7). */
async function withFiledEntity(tx: Tx, accountId: string, app: ApplicationDraft): Promise<ApplicationDraft> {
  const [filed] = await tx
    .select()
    .from(t.entities)
    .where(and(eq(t.entities.accountId, accountId), isNull(t.entities.endedAt)))
    .limit(1);
  if (filed === undefined) return organiserIsLead(app);
  type FiledPart = Pick<ApplicationDraft, "entity" | "people">;
  const known = open<FiledPart>(unwrap(filed.wrappedKey), filed.documentEnc, entityAad(filed.id));
  if (known.entity.certNo !== app.entity.certNo) return organiserIsLead(app);
  const lead = known.entity.entityLead;
  const services = app.services.map((service) => ({ ...service, ...(lead !== undefined && { lead }) }));
  const named = new Set([known.entity.legalRep, lead]);
  const people = known.people.filter(({ id }) => named.has(id));
  return { ...app, entity: { ...known.entity, recordNumber: filed.number }, people, services };
}
