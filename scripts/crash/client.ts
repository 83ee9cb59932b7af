import type { ActionAnswer, ActionEntry, Caller } from "../../e2e/support/caller";
import type { Chance } from "./chance";
import type { Ledger, Outcome, Plan } from "./ledger";
import type { Look } from "./look";

/** What all clients of one life of the server share. */
export interface Stage {
  readonly look: Look;
  readonly ledger: Ledger;
  readonly actions: ReadonlyMap<string, ActionEntry>;
  /** The server was killed, or is about to be: nobody begins anything any more. */
  stopped: boolean;
  /** Called with every acknowledged operation. */
  readonly onAcknowledged: () => void;
}

export interface Heard {
  readonly outcome: Outcome;
  readonly said: string;
}

/** Codes that say a bug or a crash was in the way: nobody knows what was done before it. */
const BROKEN = /"code":"internal"/;

/** What the answer of a server action means. */
export function heardOf({ ok, error, status, text }: ActionAnswer): Heard {
  if (ok === true) return { outcome: "acknowledged", said: "ok" };
  if (error !== null && error.code !== "internal")
    return { outcome: "refused", said: [error.code, error.reason].filter(Boolean).join(" ") };
  return { outcome: "unsure", said: `${status} ${error?.code ?? text.slice(0, 120)}` };
}

/** What the answer of a route means. */
export async function heardOfRoute(response: Response): Promise<Heard & { readonly body: string }> {
  const body = await response.text();
  if (response.ok) return { outcome: "acknowledged", said: String(response.status), body };
  const broken = response.status >= 500 && (response.status !== 503 || BROKEN.test(body));
  return { outcome: broken ? "unsure" : "refused", said: `${response.status} ${body.slice(0, 120)}`, body };
}

/** Somebody who does one thing after the other, and remembers what he was told. */
export abstract class Client {
  constructor(
    readonly name: string,
    protected readonly caller: Caller,
    protected readonly stage: Stage,
    protected readonly chance: Chance,
  ) {}

  /** One thing, or nothing when there is nothing to do now. */
  protected abstract step(): Promise<unknown>;

  /** Until the server is gone. */
  async work(): Promise<void> {
    while (!this.stage.stopped) {
      const before = this.stage.ledger.all.length;
      await this.step();
      // Nothing to do: others shall come to their turn.
      if (this.stage.ledger.all.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Does it, and enters in the ledger what was heard. A broken connection ends this client's life. */
  protected async perform(plan: Plan, send: () => Promise<Heard>): Promise<Outcome> {
    const { ledger, look } = this.stage;
    ledger.before(plan, look);
    let heard: Heard;
    try {
      heard = await send();
    } catch (error) {
      heard = { outcome: "unsure", said: error instanceof Error ? error.message : String(error) };
    }
    ledger.after(plan, this.name, heard.outcome, heard.said);
    if (heard.outcome === "acknowledged") this.stage.onAcknowledged();
    // A second operation after an unsure one could hide whether the first was done.
    if (heard.outcome === "unsure") await this.gone();
    return heard.outcome;
  }

  private gone(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (!this.stage.stopped) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
  }

  protected act(plan: Plan, action: string, input: object): Promise<Outcome> {
    const entry = this.stage.actions.get(action);
    if (entry === undefined) throw new Error(`no action ${action}`);
    return this.perform(plan, async () => heardOf(await this.caller.action(entry, [input])));
  }
}

const event = (orderId: string, type: string, userId: string) =>
  ({
    db: "icp",
    sql: "SELECT count(*) FROM order_events WHERE order_id = ? AND type = ? AND user_id = ?",
    values: [orderId, type, userId],
  }) as const;

/** Rows of the audit about an object by a user. */
export const audited = (action: string, object: string, userId: string) =>
  ({
    db: "icp",
    sql: "SELECT count(*) FROM audit_log WHERE object = ? AND action = ? AND actor_id = ? AND outcome = 'done'",
    values: [object, action, userId],
  }) as const;

/** What every event of an order leaves: itself, and its row of the audit. */
export const happened = (orderId: string, type: string, userId: string) => [
  event(orderId, type, userId),
  audited(`order.${type}`, orderId, userId),
];

/** Rows of a table about an order. */
export const rowsOf = (
  table: "order_submissions" | "calls",
  orderId: string,
  column: string,
  userId: string,
) =>
  ({
    db: "icp",
    sql: `SELECT count(*) FROM ${table} WHERE order_id = ? AND ${column} = ?`,
    values: [orderId, userId],
  }) as const;
