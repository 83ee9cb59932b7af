import type { Look } from "./look";

interface HandOver {
  readonly sequence: number;
  readonly order_id: string;
  readonly state: string;
}

/** Which event of an order a notice of the authority becomes. */
const EVENT_OF: Readonly<Record<string, string>> = {
  smsStarted: "sms_started",
  smsDone: "sms_done",
  smsFailed: "sms_failed",
  approved: "authority_approved",
  rejected: "authority_rejected",
  conflict: "authority_rejected",
};

/** What crosses between the two systems: once there, never twice. */
export function crossingFaults(look: Look, { settled }: { readonly settled: boolean }): readonly string[] {
  return [...handOvers(look, settled), ...notices(look, settled), ...(settled ? atRest(look) : [])];
}

/** One number, one hand-over, one submission at the authority. */
function handOvers(look: Look, settled: boolean): string[] {
  const sent = look.rows<HandOver>(
    "SELECT sequence, order_id, state FROM gateway_submissions ORDER BY sequence",
  );
  const there = new Map(
    look
      .atAuthority<HandOver>("SELECT sequence, order_id, state FROM submissions")
      .map((row) => [row.sequence, row] as const),
  );
  const faults: string[] = [];
  for (const [index, { sequence, order_id, state }] of sent.entries()) {
    if (sequence !== index + 1) faults.push(`hand-over ${sequence} follows ${index}`);
    const found = there.get(sequence);
    if (found === undefined && (state !== "pending" || settled))
      faults.push(`hand-over ${sequence} is ${state}, and the authority has never seen it`);
    if (found !== undefined && found.order_id !== order_id)
      faults.push(`hand-over ${sequence} is another order at the authority`);
    if (settled && state === "pending") faults.push(`hand-over ${sequence} is still pending`);
    there.delete(sequence);
  }
  for (const sequence of there.keys())
    if (settled) faults.push(`the authority has submission ${sequence}, which nobody handed over`);
  const twice = look.rows<{ order_id: string; pushed: number; handed: number }>(
    `SELECT e.order_id, count(*) AS pushed,
            (SELECT count(*) FROM gateway_submissions g WHERE g.order_id = e.order_id) AS handed
       FROM order_events e WHERE e.type = 'pushed' GROUP BY e.order_id HAVING pushed <> handed`,
  );
  return [
    ...faults,
    ...twice.map(
      ({ order_id, pushed, handed }) => `order ${order_id}: pushed ${pushed} times, handed over ${handed}`,
    ),
  ];
}

/** Every notice becomes one event of its order, or stands in the audit as passed over. */
function notices(look: Look, settled: boolean): string[] {
  const given = new Map<string, number>();
  const add = (key: string, n: number) => given.set(key, (given.get(key) ?? 0) + n);
  const last =
    look.row<{ value: number }>("SELECT value FROM counters WHERE name = 'gateway.notice'")?.value ?? 0;
  for (const { order_id, type, n } of look.atAuthority<{ order_id: string; type: string; n: number }>(
    "SELECT order_id, type, count(*) AS n FROM notices WHERE order_id IS NOT NULL AND number <= ? GROUP BY 1, 2",
    last,
  ))
    if (EVENT_OF[type] !== undefined) add(`${order_id} ${EVENT_OF[type]}`, n);
  for (const { object, type, n } of look.rows<{ object: string; type: string; n: number }>(
    `SELECT object, json_extract(data, '$.type') AS type, count(*) AS n FROM audit_log
      WHERE action = 'authority.notice-passed-over' AND object IS NOT NULL GROUP BY 1, 2`,
  ))
    if (EVENT_OF[type] !== undefined) add(`${object} ${EVENT_OF[type]}`, -n);
  const faults: string[] = [];
  for (const type of new Set(Object.values(EVENT_OF)))
    for (const { order_id, n } of look.rows<{ order_id: string; n: number }>(
      "SELECT order_id, count(*) AS n FROM order_events WHERE type = ? GROUP BY 1",
      type,
    )) {
      const key = `${order_id} ${type}`;
      if (given.get(key) !== n) faults.push(`order ${key}: ${n} events, ${given.get(key) ?? 0} notices`);
      given.delete(key);
    }
  for (const [key, n] of given) if (n !== 0) faults.push(`order ${key}: no event, ${n} notices`);
  const [newest] = look.atAuthority<{ number: number | null }>("SELECT max(number) AS number FROM notices");
  if (settled && (newest?.number ?? 0) !== last)
    faults.push(`notice ${newest?.number} was never fetched, the last was ${last}`);
  return faults;
}

/** Nothing waits that could have been done, nobody holds anything, and what was sent is in the mailbox. */
function atRest(look: Look): string[] {
  const leases = look.rows<{ what: string }>(
    "SELECT key AS what FROM outbox WHERE lease_until IS NOT NULL AND done_at IS NULL",
  );
  const stray = look.rows<{ id: string }>(
    `SELECT m.order_id AS id FROM sandbox_messages m WHERE m.order_id IS NOT NULL
      GROUP BY m.order_id HAVING count(*) >
        (SELECT count(*) FROM outbox x WHERE x.order_id = m.order_id AND x.topic IN ('notify', 'callback.link')
            AND x.done_at IS NOT NULL)`,
  );
  const unfiled = look
    .atAuthority<{ order_id: string }>("SELECT order_id FROM submissions WHERE state = 'approved'")
    .filter(
      ({ order_id }) =>
        look.row(
          "SELECT 1 FROM orders o JOIN entities e ON e.account_id = o.account_id WHERE o.id = ? AND o.state = 'APPROVED'",
          order_id,
        ) === undefined,
    );
  return [
    ...leases.map(({ what }) => `${what} is still held`),
    ...stray.map(({ id }) => `order ${id}: more messages than were sent`),
    ...unfiled.map(({ order_id }) => `order ${order_id} is filed at the authority and not here`),
  ];
}
