import "server-only";
import { and, desc, inArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { CANCELLATIONS } from "@/lib/filing/registry/consequences";
import { ok, type Result } from "@/lib/filing/shared/result";
import { headOf, type OrderHead } from "../orders/views/head";
import { visible } from "./queue-where";
import { staffContext } from "./staff-context";

export interface CancellationRow extends OrderHead {
  readonly unitName: string | null;
}

const SHOWN = 200;

/** What applicants cancel: staff decide nothing about it, and see where each stands. Own accounts' are left out. */
export async function listCancellations(actor: Actor): Promise<Result<readonly CancellationRow[]>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const rows = await read()
    .select()
    .from(t.orders)
    .where(and(inArray(t.orders.type, [...CANCELLATIONS]), visible(actor)))
    .orderBy(desc(t.orders.since), desc(t.orders.id))
    .limit(SHOWN);
  return ok(rows.map((row) => ({ ...headOf({ row, snapshot: row.snapshot }), unitName: row.unitName })));
}
