import { evolve } from "@/lib/filing/lifecycle";
import type { OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { toldOf } from "@/lib/notify/events";
import type { Look } from "./look";
import { draftOf, submissionOf } from "./sealed";

interface OrderRow {
  readonly id: string;
  readonly account_id: string;
  readonly state: string;
  readonly since: number;
  readonly claim_user_id: string | null;
  readonly snapshot: string;
}
interface EventRow {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly event: string;
}

/** Each order by itself: what its events say, and everything every event entails. */
export const orderFaults = (look: Look): readonly string[] =>
  look
    .rows<OrderRow>("SELECT id, account_id, state, since, claim_user_id, snapshot FROM orders ORDER BY id")
    .flatMap((order) => faultsOf(look, order).map((fault) => `order ${order.id}: ${fault}`));

function faultsOf(look: Look, order: OrderRow): string[] {
  const rows = look.rows<EventRow>(
    "SELECT seq, at, type, event FROM order_events WHERE order_id = ? ORDER BY seq",
    order.id,
  );
  if (rows.length === 0) return ["has no events"];
  if (rows.some(({ seq }, index) => seq !== index + 1)) return ["has a gap in its events"];
  const events = rows.map(({ event }) => JSON.parse(event) as OrderEvent);
  return [
    ...projection(order, rows, events),
    ...audit(look, order, rows),
    ...documents(look, order, events),
    ...corrections(look, order, events),
    ...told(look, order, events),
  ];
}

/** The row is exactly what its events lead to. */
function projection(order: OrderRow, rows: readonly EventRow[], events: readonly OrderEvent[]): string[] {
  let told: OrderSnapshot | null = null;
  for (const [index, event] of events.entries())
    told = evolve(told, event, { id: order.id, at: rows[index]?.at ?? 0 });
  const stored = JSON.parse(order.snapshot) as OrderSnapshot;
  const same = canonical(told) === canonical(stored);
  const columns =
    order.state === stored.state &&
    order.since === stored.since &&
    order.claim_user_id === (stored.claim?.userId ?? null);
  return [
    ...(same ? [] : ["is not what its events say"]),
    ...(columns ? [] : ["has columns that differ from its snapshot"]),
  ];
}

/** The same whatever the order of keys; absent and undefined are the same once stored. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Every event stands in the audit, once. */
function audit(look: Look, { id }: OrderRow, rows: readonly EventRow[]): string[] {
  const entries = look.rows<{ action: string; seq: number }>(
    "SELECT action, json_extract(data, '$.seq') AS seq FROM audit_log WHERE object = ? AND outcome = 'done' AND json_extract(data, '$.seq') IS NOT NULL ORDER BY 2",
    id,
  );
  const wanted = rows.map(({ seq, type }) => `${seq} order.${type}`).join();
  const found = entries.map(({ seq, action }) => `${seq} ${action}`).join();
  return wanted === found ? [] : [`${rows.length} events, ${entries.length} of them in the audit`];
}

const count = (look: Look, sql: string, ...values: readonly (string | number)[]): number =>
  look.count({ db: "icp", sql, values });

/** The draft can be read, and every round that was submitted. */
function documents(look: Look, { id }: OrderRow, events: readonly OrderEvent[]): string[] {
  const erased = look.row("SELECT 1 FROM orders WHERE id = ? AND wrapped_key IS NULL", id) !== undefined;
  if (erased) return [];
  const faults: string[] = [];
  try {
    draftOf(look, id);
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  const rounds = events.flatMap((event) => (event.type === "submitted" ? [event.round] : []));
  for (const round of rounds)
    if (submissionOf(look, id, round).app === null) faults.push(`round ${round} has no document`);
  const kept = count(look, "SELECT count(*) FROM order_submissions WHERE order_id = ?", id);
  if (kept !== rounds.length) faults.push(`${rounds.length} rounds, ${kept} documents`);
  return faults;
}

/** Every item of every rejection is a row, every recorded call an event, and the other way round. */
function corrections(look: Look, { id }: OrderRow, events: readonly OrderEvent[]): string[] {
  const wanted = events.flatMap((event) =>
    event.type === "rejected" || event.type === "authority_rejected"
      ? event.items.map((item) => item.id)
      : [],
  );
  const found = look.rows<{ id: string }>("SELECT id FROM corrections WHERE order_id = ?", id);
  const calls = count(look, "SELECT count(*) FROM calls WHERE order_id = ?", id);
  const phoned = events.filter(({ type }) => type === "phoned").length;
  const handOvers = count(
    look,
    "SELECT count(*) FROM outbox WHERE topic = 'gateway.submit' AND order_id = ?",
    id,
  );
  const approvals = events.filter(
    ({ type }) => type === "approved_by_provider" || type === "resubmitted_to_authority",
  ).length;
  return [
    ...(sorted(wanted) === sorted(found.map((row) => row.id))
      ? []
      : [`${wanted.length} rejection items in events, ${found.length} rows`]),
    ...(calls === phoned ? [] : [`${phoned} calls in events, ${calls} rows`]),
    ...(handOvers === approvals ? [] : [`${approvals} approvals, ${handOvers} hand-overs`]),
  ];
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join();

/** Whoever had to be told of an event was: a row in the console, and a mail on its way or gone. */
function told(look: Look, order: OrderRow, events: readonly OrderEvent[]): string[] {
  const members = count(
    look,
    "SELECT count(*) FROM account_members m JOIN users u ON u.id = m.user_id WHERE m.account_id = ? AND u.status = 'active'",
    order.account_id,
  );
  const wanted = members * events.filter((event) => toldOf(event) !== null).length;
  const rows = count(look, "SELECT count(*) FROM notifications WHERE order_id = ?", order.id);
  const mails = count(
    look,
    "SELECT count(*) FROM outbox x JOIN notifications n ON x.key = 'notify:mail:' || n.id WHERE n.order_id = ?",
    order.id,
  );
  return rows === wanted && mails === wanted
    ? []
    : [`${wanted} messages owed, ${rows} in the console, ${mails} mails`];
}
