import "server-only";
import { desc, notInArray, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { FINAL_STATES, type OrderState } from "@/lib/filing/lifecycle/states";
import { policyAt } from "@/lib/filing/policy";
import type { PolicyProposal } from "@/lib/filing/policy/change";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type Source, Sources } from "../facts/sources";
import { record } from "../orders/records";
import { policyOverrides } from "./current-policy";
import { type Comparison, effectOn, type OrderEffect } from "./order-effect";
import { proposed } from "./proposal";

/** One order a change would touch. Number and unit name only: no personal data, and a person's order has no name. */
export interface AffectedOrder extends OrderEffect {
  readonly id: string;
  readonly number: string;
  readonly unitName: string | null;
  readonly state: OrderState;
  /** Submitted: reviewers may open it. A draft stays its writer's. */
  readonly readable: boolean;
}

export interface PolicyPreview {
  readonly affected: readonly AffectedOrder[];
  /** Orders looked at, and how many are open in all: the newest are looked at when there are too many. */
  readonly looked: number;
  readonly open: number;
  /** Orders whose documents cannot be read any more. */
  readonly unreadable: number;
  /** Outside systems that did not answer: what rules say of their facts is not compared. */
  readonly silent: readonly Source[];
}

/** Newest open orders looked at. */
const LIMIT = 200;
/** Facts come from outside systems: a few at a time. */
const AT_ONCE = 8;
/** Of two hundred orders, more is to be asked than a page waits for. */
const WAIT_MS = 15_000;

/** Which open orders a change would judge differently or give other deadlines, before anybody decides it. */
export async function previewPolicyChange(
  actor: Actor,
  input: PolicyProposal,
): Promise<Result<PolicyPreview>> {
  if (!can(actor, "policy.edit")) return fail(refuse("forbidden"));
  const wanted = proposed(input, clock().now());
  if (!wanted.ok) return wanted;
  const { setting, value, from } = wanted.value;
  const overrides = await policyOverrides();
  const proposal = { id: "proposed", setting: setting.key, value, effectiveFrom: from };
  const comparison = {
    before: policyAt(from, overrides),
    after: policyAt(from, [...overrides, proposal]),
    from,
    sources: new Sources(WAIT_MS),
  };
  const rows = await openOrders();
  const affected: AffectedOrder[] = [];
  let unreadable = 0;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const found = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => affectedBy(row, comparison)));
    unreadable += found.filter((one) => one === "unreadable").length;
    affected.push(...found.filter((one) => one !== null && one !== "unreadable"));
  }
  return ok({
    affected,
    looked: rows.length,
    open: await countOpen(),
    unreadable,
    silent: comparison.sources.silent(),
  });
}

const isOpen = () => notInArray(t.orders.state, [...FINAL_STATES]);
const openOrders = () =>
  read()
    .select()
    .from(t.orders)
    .where(isOpen())
    .orderBy(desc(t.orders.createdAt), desc(t.orders.id))
    .limit(LIMIT);

async function countOpen(): Promise<number> {
  const [row] = await read().select({ n: sql<number>`count(*)` }).from(t.orders).where(isOpen());
  return row?.n ?? 0;
}

async function affectedBy(
  row: typeof t.orders.$inferSelect,
  comparison: Comparison,
): Promise<AffectedOrder | "unreadable" | null> {
  const effect = await effectOn(record(row), comparison);
  if (effect === "unreadable" || effect === null) return effect;
  const { id, number, unitName, state, snapshot } = row;
  return { id, number, unitName, state, readable: snapshot.round > 0, ...effect };
}
