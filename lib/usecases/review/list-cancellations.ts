import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { ok, type Result } from "@/lib/filing/shared/result";
import { headOf, type OrderHead } from "../orders/views/head";
import { visible } from "./queue-where";
import { staffContext } from "./staff-context";

/** What waits for a reviewer, what is on its way, and what is over. */
export const CANCELLATION_VIEWS = {
  review: ["PROVIDER_REVIEW"],
  underway: ["READY_FOR_AUTHORITY", "SMS_PENDING", "AUTHORITY_REVIEW"],
  ended: ["CANCELLED", "RETURNED", "ABANDONED"],
} as const satisfies Readonly<Record<string, readonly OrderState[]>>;
export type CancellationView = keyof typeof CANCELLATION_VIEWS;
const VIEWS = Object.keys(CANCELLATION_VIEWS) as CancellationView[];

export interface CancellationRow extends OrderHead {
  readonly unitName: string | null;
  /** Who has claimed it. */
  readonly holder: string | null;
  /** Until when a lead was promised a call. */
  readonly callBy: number | null;
}

export interface CancellationList {
  /** The one that was asked for, or what there is most to do in. */
  readonly view: CancellationView;
  readonly rows: readonly CancellationRow[];
  readonly counts: Readonly<Record<CancellationView, number>>;
  /** Nothing is put before a reviewer, as the provider has it now. */
  readonly off: boolean;
}

const SHOWN = 200;
const inView = (view: CancellationView): SQL =>
  inArray(t.orders.state, [...CANCELLATION_VIEWS[view]] as OrderState[]);

/** What applicants cancel, and where each stands. Own accounts' are left out. */
export async function listCancellations(
  actor: Actor,
  { view: asked }: { readonly view?: CancellationView | undefined } = {},
): Promise<Result<CancellationList>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const mine = and(inArray(t.orders.type, [...CANCELLATIONS]), visible(actor));
  const one = (view: CancellationView) =>
    sql<number>`coalesce(sum(case when ${inView(view)} then 1 else 0 end), 0)`.mapWith(Number);
  const [counted] = await read()
    .select({ review: one("review"), underway: one("underway"), ended: one("ended") })
    .from(t.orders)
    .where(mine);
  const counts = counted ?? { review: 0, underway: 0, ended: 0 };
  const { review } = ctx.value.policy.provider.cancel;
  const first = VIEWS.find((view) => counts[view] > 0) ?? "underway";
  const view = asked ?? first;
  const rows = await read()
    .select({ row: t.orders, holder: t.users.displayName })
    .from(t.orders)
    .leftJoin(t.users, eq(t.users.id, t.orders.claimUserId))
    .where(and(mine, inView(view)))
    .orderBy(desc(t.orders.since), desc(t.orders.id))
    .limit(SHOWN);
  return ok({
    ...{ view, counts },
    off: review === "off",
    rows: rows.map(({ row, holder }) => ({
      ...headOf({ row, snapshot: row.snapshot }),
      unitName: row.unitName,
      holder,
      callBy: row.callbackBy,
    })),
  });
}
