import "server-only";
import { and, count, eq, isNull, notInArray } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { organiserIsLead } from "@/lib/filing/application/draft-sections";
import { decideOpen } from "@/lib/filing/lifecycle";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newDataKey, open, unwrap } from "@/lib/secrets";
import { isFlagged } from "../accounts/is-flagged";
import { decisionContext } from "./context";
import { insertDraft } from "./document/draft-store";
import { labelsOf } from "./document/indexes";
import type { OrderStart } from "./document/start";
import { prepareOrder } from "./preview-order";
import { insertOrder, nextCounter } from "./store";

/** Starts an order from the first answers. Only one may be open in an account (DF §2.2). */
export async function createOrder(actor: Actor, input: OrderStart): Promise<Result<{ orderId: string }>> {
  const prepared = await prepareOrder(actor, input);
  if (!prepared.ok) return prepared;
  const { accountId, application, preview } = prepared.value;
  if (preview.kind === "blocked" && preview.block === "OPEN_ORDER")
    return fail(refuse("wrong_state", { reason: "order.too-many-open", params: { limit: 1 } }));
  if (preview.kind === "blocked")
    return fail(refuse("wrong_state", { reason: "order.start-blocked", params: { block: preview.block } }));

  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const province = application.entity.province ?? null;
    // The book says so again: a flag may be set while an order is written.
    if (await isFlagged(accountId, tx))
      return fail(refuse("wrong_state", { reason: "order.account-flagged" }));
    const openOrders = await countOpen(tx, accountId);
    const decision = decideOpen({ accountId, orderType: preview.type, province, openOrders }, ctx);
    if (!decision.ok) return decision;
    const created = decision.value.find((event) => event.type === "created");
    if (created === undefined) throw new Error("an opened order without its first event");
    const document = await withFiledEntity(tx, accountId, application);
    const { key, wrapped } = newDataKey();
    const order = await insertOrder(
      tx,
      {
        accountId,
        userId: actor.userId,
        number: await orderNumber(tx, ctx.now),
        created,
        wrappedKey: wrapped,
        ...labelsOf(document),
      },
      ctx,
    );
    await insertDraft(tx, order, key, document, ctx);
    return ok({ orderId: order.row.id });
  });
}

export async function countOpen(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(t.orders)
    .where(and(eq(t.orders.accountId, accountId), notInArray(t.orders.state, [...FINAL_STATES])));
  return row?.count ?? 0;
}

/** `B` + day + running number of the day: short enough to be read out on the phone. */
export async function orderNumber(tx: Tx, now: number): Promise<string> {
  const day = dayOf(now).slice(2).replaceAll("-", "");
  const serial = await nextCounter(tx, `order:${day}`);
  return `B${day}${String(serial).padStart(4, "0")}`;
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
  const known = open<FiledPart>(unwrap(filed.wrappedKey), filed.documentEnc, `entity:${filed.id}`);
  if (known.entity.certNo !== app.entity.certNo) return organiserIsLead(app);
  const lead = known.entity.entityLead;
  const services = app.services.map((service) => ({ ...service, ...(lead !== undefined && { lead }) }));
  const named = new Set([known.entity.legalRep, lead]);
  const people = known.people.filter(({ id }) => named.has(id));
  return { ...app, entity: { ...known.entity, recordNumber: filed.number }, people, services };
}
