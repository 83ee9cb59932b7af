import Database from "better-sqlite3";
import { type ActionEntry, actionsOfBuild, Caller } from "../support/caller";
import { expect, test } from "../support/isolated";
import type { TestServer } from "../support/server";
import { change, orderOf, rows } from "../support/state";

const entryOf = (name: string): ActionEntry => {
  const entry = actionsOfBuild().find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no action ${name}`);
  return entry;
};
const steer = entryOf("app/sandbox/actions.ts#steerDeliveryAction");
const advance = entryOf("app/sandbox/actions.ts#advanceClockAction");
const review = (name: string) => entryOf(`app/review/actions.ts#${name}`);

async function must(caller: Caller, entry: ActionEntry, input: object): Promise<void> {
  const answer = await caller.action(entry, [input]);
  expect(answer.error, entry.name).toBeNull();
  expect(answer.ok, entry.name).toBe(true);
}

/** Business time runs on until whatever waits for its time may go; nothing leaves while delivery is paused. */
const hourPasses = (caller: Caller) => must(caller, advance, { step: { to: "hours", n: 1 } });

interface Delivered {
  readonly state: string;
  readonly submissions: readonly unknown[];
  readonly atAuthority: number;
  readonly messages: number;
  readonly notifications: number;
  readonly waiting: readonly string[];
  readonly done: readonly string[];
}

/** Everything that tells whether an effect of an order happened, and how often. */
function deliveredOf(server: TestServer, id: string): Delivered {
  const outbox = rows<{ key: string; done_at: number | null }>(
    server,
    "SELECT key, done_at FROM outbox WHERE order_id = ? ORDER BY key",
    id,
  );
  const authority = new Database(`${server.dataDir}/authority.db`, { readonly: true });
  const count = (table: string) =>
    rows<{ n: number }>(server, `SELECT count(*) AS n FROM ${table} WHERE order_id = ?`, id)[0]?.n ?? 0;
  try {
    return {
      state: rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", id)[0]?.state ?? "",
      submissions: rows(server, "SELECT sequence, state FROM gateway_submissions WHERE order_id = ?", id),
      atAuthority: authority
        .prepare("SELECT count(*) FROM submissions WHERE order_id = ?")
        .pluck()
        .get(id) as number,
      messages: count("sandbox_messages"),
      notifications: count("notifications"),
      waiting: outbox.filter(({ done_at }) => done_at === null).map(({ key }) => key),
      done: outbox.filter(({ done_at }) => done_at !== null).map(({ key }) => key),
    };
  } finally {
    authority.close();
  }
}

/** One message a notification effect, one submission a hand-over: nothing lost, nothing doubled. */
function expectExactlyOnce(delivered: Delivered, handOvers: number): void {
  expect(delivered.waiting).toEqual([]);
  const told = delivered.done.filter((key) => key.startsWith("notify:"));
  expect(delivered.messages).toBe(told.length);
  expect(delivered.done.filter((key) => key.startsWith("gateway.submit:"))).toHaveLength(handOvers);
  expect(delivered.submissions).toHaveLength(handOvers);
  expect(delivered.atAuthority).toBe(handOvers);
}

function expectSound(server: TestServer): void {
  for (const file of ["icp.db", "authority.db"]) {
    const db = new Database(`${server.dataDir}/${file}`, { readonly: true });
    expect(db.pragma("integrity_check", { simple: true }), file).toBe("ok");
    expect(db.pragma("foreign_key_check"), file).toEqual([]);
    db.close();
  }
}

test("killed between commit and delivery: the approval stands, and everything leaves exactly once", async ({
  server,
}) => {
  const supervisor = await Caller.as(server, "supervisor");
  const { id: orderId, version } = orderOf(server, "extra-quanpan");
  await must(supervisor, steer, { to: "pause" });
  await must(supervisor, review("claimAction"), { orderId, version });
  const seen = { orderId, version: version + 1 };
  await must(supervisor, review("approveAction"), { ...seen, overrideReason: "The lead called us himself." });
  await hourPasses(supervisor);
  const before = deliveredOf(server, orderId);
  expect(before.state).toBe("READY_FOR_AUTHORITY");
  expect(before.waiting.filter((key) => key.startsWith("gateway.submit:"))).toHaveLength(1);
  expect(before).toMatchObject({ submissions: [], atAuthority: 0 });

  await server.kill9();
  await server.restart();
  expect(deliveredOf(server, orderId)).toEqual(before);
  expectSound(server);

  await must(supervisor, steer, { to: "resume" });
  const after = deliveredOf(server, orderId);
  expectExactlyOnce(after, 1);
  expect(["READY_FOR_AUTHORITY", "SMS_PENDING"]).toContain(after.state);
  expect(
    rows(server, "SELECT seq FROM order_events WHERE order_id = ? AND type = 'pushed'", orderId),
  ).toHaveLength(1);

  await must(supervisor, steer, { to: "now" });
  const again = deliveredOf(server, orderId);
  expectExactlyOnce(again, 1);
  expect(again.messages).toBeGreaterThanOrEqual(after.messages);
});

test("killed in the middle of delivering, again and again: still exactly once", async ({ server }) => {
  const orders = ["extra-shanqian", "extra-mengxia"].map((persona) => orderOf(server, persona));
  const supervisor = await Caller.as(server, "supervisor");
  for (const { id: orderId, version } of orders) {
    await must(supervisor, steer, { to: "pause" });
    await must(supervisor, review("claimAction"), { orderId, version });
    const input = { orderId, version: version + 1, overrideReason: "The lead called us himself." };
    await must(supervisor, review("approveAction"), input);
    await hourPasses(supervisor);
    // Nobody waits for the answer: the process dies wherever it happens to be.
    const cut = supervisor.action(steer, [{ to: "resume" }]).catch(() => null);
    await expect
      .poll(() => rows(server, "SELECT key FROM settings WHERE key = 'delivery.paused' AND value = 'false'"))
      .toHaveLength(1);
    await server.kill9();
    await cut;
    // What the dead process had in hand is free again when its lease has run out: a minute, which we do not wait.
    for (const table of ["outbox", "jobs"])
      change(server, `UPDATE ${table} SET lease_until = 1 WHERE lease_until IS NOT NULL`);
    await server.restart();
  }
  await must(supervisor, steer, { to: "resume" });
  for (const { id } of orders) expectExactlyOnce(deliveredOf(server, id), 1);
  expectSound(server);
});
