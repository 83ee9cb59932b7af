import "server-only";
import { and, eq } from "drizzle-orm";
import { type Reader, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import type { FinanceKind } from "@/lib/filing/policy/finance";
import {
  areKinds,
  type QualificationToVerify,
  qualificationsToVerify,
} from "@/lib/filing/rules/qualifications";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, seal } from "@/lib/secrets";
import { loadRuleContext } from "../facts/load-facts";
import { loadOrder, type OrderRecord, orderKey } from "../orders/store";
import type { OrderVersion } from "./command-order";
import { mayWorkOn } from "./may-work-on";
import { readSubmitted } from "./submitted";

export interface QualificationView extends QualificationToVerify {
  /** What was verified in this round, by whom and when; null: nobody has verified it yet. */
  readonly seen: {
    readonly kinds: readonly FinanceKind[];
    /** Empty once the order's data were erased. */
    readonly text: string;
    readonly by: string;
    readonly at: number;
  } | null;
}

/** The label what was seen is sealed under. */
const aad = (orderId: string, partId: string) => `order:${orderId}:qualification:${partId}`;

/** The services whose qualification is to be verified, with what was seen of each in the order's round. */
export async function qualificationsOf(
  asked: readonly QualificationToVerify[],
  order: OrderRecord,
  db: Reader | Tx = read(),
): Promise<readonly QualificationView[]> {
  if (asked.length === 0) return [];
  const orderId = order.row.id;
  const key = orderKey(order);
  const rows = await db
    .select({ check: t.qualificationChecks, by: t.users.displayName })
    .from(t.qualificationChecks)
    .innerJoin(t.users, eq(t.users.id, t.qualificationChecks.userId))
    .where(
      and(eq(t.qualificationChecks.orderId, orderId), eq(t.qualificationChecks.round, order.snapshot.round)),
    );
  return asked.map((one) => {
    const row = rows.find(({ check }) => check.partId === one.partId);
    if (row === undefined) return { ...one, seen: null };
    const { kinds, seenEnc, at } = row.check;
    const text = key.ok ? open<string>(key.value, seenEnc, aad(orderId, one.partId)) : "";
    return { ...one, seen: { kinds, text, by: row.by ?? "?", at } };
  });
}

export interface VerifyInput extends OrderVersion {
  readonly partId: string;
  readonly kinds: readonly FinanceKind[];
  /** What was seen, and where: the permit, the regulator's own list. */
  readonly seen: string;
}

/**
 * Writes down that a reviewer verified a service's finance qualification. The order itself does not move. Refusals:
 * those of recording a call, and invalid (nothing to verify there, no kind, nothing said of what was seen).
 */
export async function verifyQualification(
  actor: Actor,
  { partId, kinds, seen, ...at }: VerifyInput,
): Promise<Result<null>> {
  const text = seen.trim();
  if (text === "") return fail(refuse("invalid", { path: "seen" }));
  if (!areKinds(kinds)) return fail(refuse("invalid", { path: "kinds" }));
  const submitted = await readSubmitted(actor, at.orderId);
  if (!submitted.ok) return submitted;
  const context = await loadRuleContext(submitted.value.order, submitted.value.application);
  if (!qualificationsToVerify(context).some((one) => one.partId === partId))
    return fail(refuse("invalid", { path: "partId" }));
  return withTransaction(async (tx) => {
    const order = await loadOrder(tx, at.orderId);
    const ctx = await mayWorkOn(actor, order, at.version);
    if (!ctx.ok || order === undefined) return ctx.ok ? fail(refuse("not_found")) : ctx;
    const key = orderKey(order);
    if (!key.ok) return key;
    const { round } = order.snapshot;
    const seenEnc = seal(key.value, text, aad(at.orderId, partId));
    const row = { kinds, seenEnc, at: ctx.value.now, userId: actor.userId };
    await tx
      .insert(t.qualificationChecks)
      .values({ orderId: at.orderId, round, partId, ...row })
      .onConflictDoUpdate({
        target: [t.qualificationChecks.orderId, t.qualificationChecks.round, t.qualificationChecks.partId],
        set: row,
      });
    await audit(tx, {
      actorId: actor.userId,
      action: "qualification.verified",
      object: at.orderId,
      outcome: "done",
      data: { partId, round, kinds: kinds.join(" ") },
    });
    return ok(null);
  });
}
