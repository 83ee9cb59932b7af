import { isOpen, type OrderState } from "@/lib/filing/lifecycle/states";
import { blindIndex } from "@/lib/secrets";
import { namedCodes } from "@/lib/usecases/codes/hold-codes";
import type { Look } from "./look";
import { draftOf } from "./sealed";

/** What is filed and what hangs on it: rows, their history and what others are told of them are one thing. */
export const registerFaults = (look: Look): readonly string[] => [
  ...history(look),
  ...approvals(look),
  ...projections(look),
  ...serving(look),
  ...codes(look),
  ...ticks(look),
  ...flags(look),
  ...duties(look),
];

/** Every record's history counts from one, without gaps. */
const history = (look: Look): string[] =>
  look
    .rows<{ id: string }>(
      `SELECT e.id FROM entities e LEFT JOIN registry_history h ON h.entity_id = e.id
        GROUP BY e.id HAVING count(h.seq) = 0 OR min(h.seq) <> 1 OR max(h.seq) <> count(h.seq)`,
    )
    .map(({ id }) => `record ${id}: its history has a gap, or there is none`);

/** An approved order stands in the register, once: only a change may have nothing to change. */
const approvals = (look: Look): string[] =>
  look
    .rows<{ id: string }>(
      `SELECT o.id FROM orders o JOIN order_events e ON e.order_id = o.id AND e.type = 'authority_approved'
        WHERE o.type NOT LIKE 'CHANGE%'
          AND NOT EXISTS (SELECT 1 FROM registry_history h WHERE h.order_id = o.id)`,
    )
    .map(({ id }) => `order ${id}: approved, and nothing of it in the register's history`);

/** Living rows below a service, and what its history says of them. */
const PARTS = [
  ["domain", "service_domains"],
  ["package", "app_packages"],
  ["access", "accesses"],
] as const;

/** Rows are what the history leads to: opened and not ended is living. */
function projections(look: Look): string[] {
  const sum = (opened: string) => `coalesce(sum(CASE h.change WHEN '${opened}_opened' THEN 1
    WHEN '${opened}_ended' THEN -1 ELSE 0 END), 0)`;
  const records = look.rows<{ id: string }>(
    `SELECT e.id FROM entities e JOIN registry_history h ON h.entity_id = e.id AND h.service_id IS NULL
      GROUP BY e.id HAVING ${sum("entity")} <> (e.ended_at IS NULL)`,
  );
  const services = look.rows<{ id: string }>(
    `SELECT s.id FROM services s LEFT JOIN registry_history h ON h.service_id = s.id
      GROUP BY s.id HAVING ${sum("service")} <> (s.ended_at IS NULL)`,
  );
  const parts = PARTS.flatMap(([part, table]) =>
    look
      .rows<{ id: string }>(
        `SELECT s.id FROM services s LEFT JOIN registry_history h ON h.service_id = s.id
          GROUP BY s.id HAVING ${sum(part)} <>
            (SELECT count(*) FROM ${table} p WHERE p.service_id = s.id AND p.ended_at IS NULL)`,
      )
      .map(({ id }) => `service ${id}: ${table} is not what its history says`),
  );
  return [
    ...records.map(({ id }) => `record ${id}: living or ended, its history says otherwise`),
    ...services.map(({ id }) => `service ${id}: living or ended, its history says otherwise`),
    ...parts,
  ];
}

/** Who reads the feed hears of every beginning and every end of a domain and of its access. */
const serving = (look: Look): string[] =>
  look
    .rows<{ domain: string; at: number }>(
      `WITH moved AS (
         SELECT domain, since AS at FROM service_domains
         UNION SELECT domain, ended_at FROM service_domains WHERE ended_at IS NOT NULL
         UNION SELECT d.domain, a.ended_at FROM accesses a JOIN service_domains d ON d.service_id = a.service_id
           WHERE a.ended_at IS NOT NULL AND d.since <= a.ended_at AND (d.ended_at IS NULL OR d.ended_at >= a.ended_at))
       SELECT domain, at FROM moved m
        WHERE NOT EXISTS (SELECT 1 FROM serving_changes c WHERE c.domain = m.domain AND c.at = m.at)`,
    )
    .map(({ domain, at }) => `${domain} moved at ${at}, and the feed says nothing of it`);

interface CodeRow {
  readonly id: string;
  readonly state: string;
  readonly code_idx: string;
  readonly order_id: string | null;
  readonly service_id: string | null;
  readonly used_for: string | null;
  readonly order_state: OrderState | null;
}

/** A code in use is named by an open order, a used one by a filed service, and one that is free by nobody. */
const codes = (look: Look): string[] =>
  look
    .rows<CodeRow>(
      `SELECT c.id, c.state, c.code_idx, c.order_id, c.service_id, c.used_for, o.state AS order_state
         FROM auth_codes c LEFT JOIN orders o ON o.id = c.order_id`,
    )
    .flatMap((code) => {
      const fault = codeFault(look, code);
      return fault === null ? [] : [`code ${code.id} is ${code.state}: ${fault}`];
    });

function codeFault(look: Look, code: CodeRow): string | null {
  const { state, code_idx, order_id, service_id, used_for, order_state } = code;
  if (state === "UNUSED") return order_id === null && used_for === null ? null : "and names an order";
  if (state === "USED")
    return look.row("SELECT 1 FROM services WHERE number = ?", used_for) ? null : "for no service there is";
  if (order_id === null || order_state === null || !isOpen(order_state)) return "in no open order";
  const named = namedCodes(draftOf(look, order_id).app).some(
    (one) => one.serviceId === service_id && blindIndex("auth_code", one.code) === code_idx,
  );
  return named ? null : "and its order does not name it";
}

/** A task ticked off after an approval was ticked by somebody, and not taken back since. */
const ticks = (look: Look): string[] =>
  look
    .rows<{ id: string; task: string; action: string | null }>(
      `SELECT a.service_id AS id, a.task,
              (SELECT l.action FROM audit_log l WHERE l.object = a.service_id AND l.outcome = 'done'
                 AND json_extract(l.data, '$.task') = a.task ORDER BY l.seq DESC LIMIT 1) AS action
         FROM after_tasks a`,
    )
    .filter(({ action }) => action !== TICKED)
    .map(({ id, task, action }) => `service ${id}: ${task} is ticked, the audit's last word is ${action}`);

const TICKED = "filing.task.done";

/** The flag of an account is the last line of its history, and each line stands in the audit. */
function flags(look: Look): string[] {
  const standing = look.rows<{ id: string }>(
    `SELECT a.id FROM accounts a WHERE a.risk_flag <> coalesce(
       (SELECT f.flagged FROM account_flags f WHERE f.account_id = a.id ORDER BY f.at DESC, f.id DESC LIMIT 1), 0)`,
  );
  const told = look.rows<{ id: string }>(
    `SELECT f.account_id AS id FROM account_flags f GROUP BY f.account_id HAVING count(*) <>
       (SELECT count(*) FROM audit_log l WHERE l.object = f.account_id AND l.outcome = 'done'
          AND l.action IN ('account.flagged', 'account.unflagged'))`,
  );
  return [
    ...standing.map(({ id }) => `account ${id}: its flag is not the last line of its history`),
    ...told.map(({ id }) => `account ${id}: flags in its history and in the audit differ`),
  ];
}

/** What a reviewer wrote down of a site or a qualification stands in the audit, too. */
const duties = (look: Look): string[] =>
  (
    [
      ["site_checks", "site.checked"],
      ["qualification_checks", "qualification.verified"],
    ] as const
  ).flatMap(([table, action]) =>
    look
      .rows<{ id: string; part: string }>(
        `SELECT c.order_id AS id, c.part_id AS part FROM ${table} c WHERE NOT EXISTS (
           SELECT 1 FROM audit_log l WHERE l.object = c.order_id AND l.action = '${action}' AND l.outcome = 'done'
             AND json_extract(l.data, '$.partId') = c.part_id AND json_extract(l.data, '$.round') = c.round)`,
      )
      .map(({ id, part }) => `order ${id}: ${part} was looked at, and the audit does not say so`),
  );
