import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Policy } from "@/lib/filing/policy/types";
import type { OrderRecord } from "../orders/records";
import { currentPolicy, policyOfSubmission } from "./current-policy";

/** The policy an order's last round was judged by when it was submitted; today's while there is none. */
export async function submittedUnder({ row, snapshot }: OrderRecord): Promise<Policy> {
  const { orderSubmissions } = t;
  const [round] = await read()
    .select({ at: orderSubmissions.submittedAt, version: orderSubmissions.policyVersion })
    .from(orderSubmissions)
    .where(and(eq(orderSubmissions.orderId, row.id), eq(orderSubmissions.round, snapshot.round)));
  return round === undefined ? currentPolicy() : policyOfSubmission(round.at, round.version);
}
