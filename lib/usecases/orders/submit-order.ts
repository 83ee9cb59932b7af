import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { changedParts } from "@/lib/filing/change/changed";
import { type ChangedParts, isChange } from "@/lib/filing/guide/order-type";
import { DECLARATIONS, type Declared } from "@/lib/filing/policy/declarations";
import { blocking } from "@/lib/filing/rules";
import { derivedType } from "@/lib/filing/rules/derived-type";
import type { RuleContext } from "@/lib/filing/rules/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { seal } from "@/lib/secrets";
import { holdCodes } from "../codes/hold-codes";
import { placesBefore } from "../facts/places";
import { Sources } from "../facts/sources";
import { decisionContext } from "./context";
import { type Judgement, judgeOrder } from "./judge-order";
import { openCorrections } from "./open-corrections";
import { readOwnDraft } from "./own-draft";
import { applyCommand, loadOwnOrder, type OpenDraft, type OrderRecord, openDraft, orderKey } from "./store";

export interface SubmitInput {
  readonly orderId: string;
  /** The draft the applicant has just checked. */
  readonly version: number;
  /** What was ticked, in the wording that was shown. */
  readonly declarations: readonly Declared[];
}

/**
 * The gate: every rule with every fact, an unknown fact blocks. Facts are asked outside the transaction; inside, the
 * order, its draft and its files must be exactly those that were judged.
 */
export async function submitOrder(actor: Actor, input: SubmitInput): Promise<Result<{ round: number }>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  if (draft.version !== input.version) return fail(refuse("stale", { reason: "draft.moved" }));
  if (!input.declarations.every(isInForce)) return fail(refuse("stale", { reason: "declarations.moved" }));
  const files = await fileIds(input.orderId);
  const places = await placesTaken(read(), order);
  const sources = new Sources();
  const judged = await judgeOrder(order, draft.application, { unknown: "block" }, sources);
  const type = settledType(judged.context);
  const settled = type === undefined ? undefined : await judgeAs(order, judged, type, sources);

  return withTransaction(async (tx) => {
    const current = await loadOwnOrder(tx, actor, input.orderId);
    if (!current.ok) return current;
    const now = await openDraft(tx, current.value);
    if (!now.ok) return now;
    if (
      current.value.row.version !== order.row.version ||
      now.value.version !== draft.version ||
      files !== (await fileIds(input.orderId))
    )
      return fail(refuse("stale", { reason: "draft.moved" }));
    // Of two orders handed in at once, the second is judged anew, with what the first asked for.
    if (places !== (await placesTaken(tx, order)))
      return fail(refuse("stale", { reason: "order.places-moved" }));
    return submit(tx, actor, input, current.value, now.value, settled ?? judged, type);
  });
}

async function submit(
  tx: Tx,
  actor: Actor,
  input: SubmitInput,
  order: OrderRecord,
  draft: OpenDraft,
  judged: Judgement,
  type: OrderType | undefined,
): Promise<Result<{ round: number }>> {
  const ctx = await decisionContext(actor, "applicant");
  if (ctx.policy.version !== judged.context.policy.version)
    return fail(refuse("stale", { reason: "policy.moved" }));
  const { province } = draft.application.entity;
  let current = order;
  if (
    type !== undefined &&
    (type !== order.snapshot.type || (province ?? null) !== order.snapshot.province)
  ) {
    const typed = await applyCommand(
      tx,
      order,
      { type: "settle_type", orderType: type, province: province ?? null },
      ctx,
    );
    if (!typed.ok) return typed;
    current = typed.value.order;
  }
  const corrections = await openCorrections(tx, current);
  const command = {
    type: "submit",
    // Facts that lead to no single type block like any other unknown.
    blockingFindings: blocking(judged.findings).length + (type === undefined ? 1 : 0),
    declarationsAccepted: DECLARATIONS.every(({ id }) => input.declarations.some((one) => one.id === id)),
    unansweredCorrections: corrections.filter(({ answer }) => answer === null).length,
  } as const;
  const applied = await applyCommand(tx, current, command, ctx, { change: { submittedAt: ctx.now } });
  if (!applied.ok) return applied;
  // Judged outside: here the codes must still be this order's, or become it.
  const missed = await holdCodes(tx, order.row, draft.application, { now: ctx.now, userId: actor.userId });
  if (missed.length > 0) return fail(refuse("stale", { reason: "code.gone" }));
  const { round } = applied.value.order.snapshot;
  const key = orderKey(order);
  if (!key.ok) return key;
  const aad = `order:${order.row.id}:submission:${round}`;
  await tx.insert(t.orderSubmissions).values({
    orderId: order.row.id,
    round,
    documentEnc: seal(key.value, draft.application, aad),
    findingsEnc: seal(key.value, { findings: judged.findings, required: judged.required }, aad),
    policyVersion: judged.context.policy.version,
    declarations: input.declarations.map(({ id, version }) => ({ id, version })),
    changed: changedSince(judged.context),
    submittedAt: ctx.now,
    submittedBy: actor.userId,
  });
  return ok({ round });
}

/** A page older than a new wording would declare what nobody has read. */
const isInForce = ({ id, version }: Declared): boolean =>
  DECLARATIONS.some((declaration) => declaration.id === id && declaration.version === version);

/** The order type the facts lead to; undefined while they lead to none or to several. A change is what was chosen. */
function settledType(context: RuleContext): OrderType | undefined {
  const outcome = derivedType(context);
  if (isChange(context.orderType)) return context.orderType;
  return outcome?.kind === "type" ? outcome.type : undefined;
}

/** Rules may depend on the type: when the facts lead to another one, it is judged again as that. */
async function judgeAs(
  order: OrderRecord,
  judged: Judgement,
  type: OrderType,
  sources: Sources,
): Promise<Judgement> {
  if (type === order.snapshot.type) return judged;
  const retyped = { ...order, snapshot: { ...order.snapshot, type } };
  return judgeOrder(retyped, judged.context.application, { unknown: "block" }, sources);
}

/** Of a change: the parts that differ from what is filed, which say who verifies. */
function changedSince({ application, facts }: RuleContext): ChangedParts | null {
  const basis = facts.registry?.basis;
  return basis === undefined ? null : changedParts(basis.application, application);
}

/** What other orders of the account asked for on its servers before this one, as one comparable word. */
async function placesTaken(db: Db, { row: { accountId, id: orderId } }: OrderRecord): Promise<string> {
  return [...(await placesBefore(db, { accountId, orderId }))].sort().join();
}

/** Which files fill the slots, as one comparable word. */
async function fileIds(orderId: string): Promise<string> {
  const rows = await read()
    .select({ id: t.materials.id, replacedAt: t.materials.replacedAt })
    .from(t.materials)
    .where(eq(t.materials.orderId, orderId));
  return rows
    .map(({ id, replacedAt }) => `${id}:${replacedAt ?? ""}`)
    .sort()
    .join();
}
