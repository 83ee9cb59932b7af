import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { hasLine } from "@/lib/authority";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { causeOf, type DeliveryCause } from "@/lib/notify/cause";
import { type LineState, lineState } from "./authority-line";

export interface LineView {
  readonly state: "none" | "answers" | "failing";
  readonly lastContactAt: number | null;
  readonly failingSince: number | null;
  readonly cause: DeliveryCause | null;
  /** When the authority is asked again; null while it answers. */
  readonly nextTryAt: number | null;
  /** Orders whose time has come to be handed over, and that are not. */
  readonly waiting: number;
  /** A notice that is missing, and how many wait for it. */
  readonly gap: LineState["gap"];
}

/** Of a hand-over that failed and is tried again. */
const failedHandOver = and(
  eq(t.outbox.topic, "gateway.submit"),
  isNull(t.outbox.doneAt),
  isNotNull(t.outbox.lastError),
);

async function waitingOrders(db: Db, now: number): Promise<number> {
  const due = and(
    eq(t.outbox.topic, "gateway.submit"),
    isNull(t.outbox.doneAt),
    or(lte(t.outbox.runAt, now), isNotNull(t.outbox.lastError)),
  );
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(t.outbox).where(due);
  return row?.count ?? 0;
}

/** How the line to the authority is, for whoever runs the console. */
export async function lineView(db: Db = read()): Promise<LineView> {
  const { lastContactAt, failingSince, code, gap } = await lineState(db);
  const failing = failingSince !== null;
  const [job] = await db.select({ runAt: t.jobs.runAt }).from(t.jobs).where(eq(t.jobs.kind, "gateway.poll"));
  return {
    state: hasLine() ? (failing ? "failing" : "answers") : "none",
    ...{ lastContactAt, failingSince, gap },
    cause: failing ? causeOf(code) : null,
    nextTryAt: failing ? (job?.runAt ?? null) : null,
    waiting: await waitingOrders(db, clock().now()),
  };
}

/** The same for a page of the staff. */
export const readLine = async (actor: Actor): Promise<Result<LineView>> =>
  can(actor, "review.read") || can(actor, "delivery.manage")
    ? ok(await lineView())
    : fail(refuse("forbidden"));

/** When an order that could not be handed over is tried again; null: it does not wait for the authority's line. */
export async function handOverAgainAt(db: Db, orderId: string): Promise<number | null> {
  const [row] = await db
    .select({ runAt: t.outbox.runAt })
    .from(t.outbox)
    .where(and(failedHandOver, eq(t.outbox.orderId, orderId)))
    .limit(1);
  return row?.runAt ?? null;
}

export interface AuthorityNotice {
  readonly seq: number;
  readonly at: number;
  /** Taken, though no order asked for it; or passed over, because it fitted nothing. */
  readonly taken: boolean;
  readonly type: string;
  readonly filing: string | null;
  readonly order: { readonly id: string; readonly number: string } | null;
}

const SHOWN = 20;

/** The last notices that were no plain answer to an order. Numbers and codes only. */
export async function listNotices(actor: Actor): Promise<Result<readonly AuthorityNotice[]>> {
  if (!can(actor, "delivery.manage")) return fail(refuse("forbidden"));
  const rows = await read()
    .select({ entry: t.auditLog, number: t.orders.number })
    .from(t.auditLog)
    .leftJoin(t.orders, eq(t.orders.id, t.auditLog.object))
    .where(inArray(t.auditLog.action, ["authority.notice-taken", "authority.notice-passed-over"]))
    .orderBy(desc(t.auditLog.seq))
    .limit(SHOWN);
  const seesOrders = can(actor, "review.read");
  return ok(
    rows.map(({ entry: { seq, at, action, object, data }, number }) => ({
      ...{ seq, at, taken: action === "authority.notice-taken", type: String(data.type) },
      filing: typeof data.filing === "string" ? data.filing : null,
      order: seesOrders && object !== null && number !== null ? { id: object, number } : null,
    })),
  );
}
