import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replay } from "@/lib/filing/lifecycle/evolve";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import { loadMigrations, migrate } from "./migrate";

const TAG = "0010_callback_per_lead";
const HOUR = 3_600_000;
const T0 = 1_790_000_000_000;

let folder: string;
let path: string;
let db: Sqlite.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-callbacks-"));
  path = join(folder, "icp.db");
  migrate(
    path,
    loadMigrations().filter(({ tag }) => tag < TAG),
  );
  db = new Sqlite(path);
  db.pragma("foreign_keys = OFF");
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Events as they were written before they said whose call it was. */
const OPENED = (requestBy: number) => ({ type: "callback_opened", requestBy });
const ASKED = (callBy: number, when?: string) => ({
  type: "callback_requested",
  callBy,
  ...(when ? { when } : {}),
});
const CALLED = (personId: string, outcome: string) => ({ type: "phoned", personId, outcome });
const BEGUN = [
  { type: "created", orderType: "FIRST_FILING", accountId: "acc", province: null },
  { type: "submitted", round: 1, policyVersion: "p" },
];

type Old = { readonly calls: object; readonly callback: object | null; readonly sweep?: number | null };

/** An order in review as the earlier version kept it: one wait for all, whoever was missed last. */
function insert(events: readonly object[], { calls, callback, sweep = null }: Old) {
  const snapshot = { id: "ord", state: "PROVIDER_REVIEW", round: 1, calls, callback };
  db.prepare("INSERT INTO users (id, email_idx, email_enc, created_at) VALUES ('u', 'u', x'00', 0)").run();
  db.prepare(
    "INSERT INTO accounts (id, kind, wrapped_key, profile_enc, created_at) VALUES ('acc', 'unit', x'00', x'00', 0)",
  ).run();
  db.prepare(
    `INSERT INTO orders (id, number, account_id, type, state, snapshot, version, since, next_sweep_at, callback_by, created_at, created_by)
     VALUES ('ord', 'B1', 'acc', 'FIRST_FILING', 'PROVIDER_REVIEW', ?, 1, 0, ?, ?, 0, 'u')`,
  ).run(JSON.stringify(snapshot), sweep, (callback as { callBy?: number } | null)?.callBy ?? null);
  const add = db.prepare(
    "INSERT INTO order_events (order_id, seq, at, actor_kind, type, event) VALUES ('ord', ?, ?, 'reviewer', ?, ?)",
  );
  for (const [index, event] of [...BEGUN, ...events].entries())
    add.run(index + 1, T0 + index * HOUR, (event as OrderEvent).type, JSON.stringify(event));
}

function migrated() {
  migrate(path);
  const order = db.prepare("SELECT snapshot, callback_by, next_sweep_at FROM orders").get() as {
    snapshot: string;
    callback_by: number | null;
    next_sweep_at: number | null;
  };
  const rows = db.prepare("SELECT at, event FROM order_events ORDER BY seq").all() as {
    at: number;
    event: string;
  }[];
  const history = rows.map(({ at, event }) => ({ at, event: JSON.parse(event) as OrderEvent }));
  const snapshot = JSON.parse(order.snapshot) as Record<string, unknown>;
  // What the projection says is what the completed history tells.
  expect(snapshot.callbacks).toEqual(replay("ord", history).callbacks);
  expect(snapshot).not.toHaveProperty("callback");
  return { callbacks: snapshot.callbacks, sweep: order.next_sweep_at, callBy: order.callback_by, rows };
}

describe("call-backs of orders that are older than the promise per lead", () => {
  it("an order nobody missed a call of has none", () => {
    insert([CALLED("a", "REACHED_OK")], { calls: { a: "REACHED_OK" }, callback: null, sweep: 7 });
    expect(migrated()).toMatchObject({ callbacks: {}, sweep: 7, callBy: null });
  });

  it("a wait becomes that of the lead who was called", () => {
    const callback = { requestBy: T0 + 24 * HOUR, requestedAt: null, callBy: null };
    insert([CALLED("a", "NO_ANSWER"), OPENED(T0 + 24 * HOUR)], {
      calls: { a: "NO_ANSWER" },
      callback,
      sweep: 9,
    });
    expect(migrated()).toMatchObject({ callbacks: { a: callback }, sweep: 9 });
  });

  it("a promise keeps its time and what was said", () => {
    const events = [CALLED("a", "NO_ANSWER"), OPENED(T0 + 24 * HOUR), ASKED(T0 + 30 * HOUR, "evening")];
    const callback = { requestBy: T0 + 24 * HOUR, requestedAt: T0 + 4 * HOUR, callBy: T0 + 30 * HOUR };
    insert(events, { calls: { a: "NO_ANSWER" }, callback });
    expect(migrated()).toEqual({
      callbacks: { a: { ...callback, when: "evening" } },
      sweep: null,
      callBy: T0 + 30 * HOUR,
      rows: expect.anything(),
    });
  });

  it("a promise that a second miss had written over is there again, and the sweep comes for whoever is first", () => {
    const events = [
      ...[CALLED("a", "NO_ANSWER"), OPENED(T0 + 24 * HOUR), ASKED(T0 + 30 * HOUR)],
      ...[CALLED("b", "NO_ANSWER"), OPENED(T0 + 28 * HOUR)],
      ...[CALLED("c", "NO_ANSWER"), OPENED(T0 + 29 * HOUR), CALLED("c", "REACHED_OK")],
    ];
    const calls = { a: "NO_ANSWER", b: "NO_ANSWER", c: "REACHED_OK" };
    insert(events, { calls, callback: { requestBy: T0 + 29 * HOUR, requestedAt: null, callBy: null } });
    const { callbacks, sweep, callBy } = migrated();
    expect(callbacks).toEqual({
      a: { requestBy: T0 + 24 * HOUR, requestedAt: T0 + 4 * HOUR, callBy: T0 + 30 * HOUR },
      b: { requestBy: T0 + 28 * HOUR, requestedAt: null, callBy: null },
    });
    expect([sweep, callBy]).toEqual([T0 + 28 * HOUR, T0 + 30 * HOUR]);
  });

  it("the history is append only again", () => {
    insert([CALLED("a", "NO_ANSWER"), OPENED(1)], { calls: { a: "NO_ANSWER" }, callback: null });
    expect(migrated().rows).toHaveLength(4);
    expect(() => db.prepare("UPDATE order_events SET at = 0").run()).toThrow(/append only/);
  });
});
