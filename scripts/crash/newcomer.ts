import { APPLICANTS } from "@/lib/boot/seed/persona-data";
import { startOf } from "@/lib/boot/seed/situations-documents";
import { happened } from "./client";
import { Filer } from "./filer";
import { orderOf, type Seen } from "./people";

const CONSOLE = "app/console/actions.ts#";

/** Starts an order, writes into it, gives it up, and starts the next. */
export class Newcomer extends Filer {
  protected override async step(): Promise<unknown> {
    const order = orderOf(this.stage.look, this.accountId);
    if (order === undefined || order.state === "ABANDONED") return this.start();
    return this.chance.next() < 0.6 ? this.save(order) : this.abandon(order);
  }

  private start() {
    const seed = APPLICANTS.find(({ id }) => id === this.name);
    if (seed === undefined) throw new Error(`nobody is called ${this.name}`);
    const own = "SELECT id FROM orders WHERE account_id = ?";
    const values = [this.accountId];
    const plan = {
      kind: "create",
      adds: [
        { db: "icp", sql: "SELECT count(*) FROM orders WHERE account_id = ?", values },
        { db: "icp", sql: `SELECT count(*) FROM order_drafts WHERE order_id IN (${own})`, values },
        {
          db: "icp",
          sql: `SELECT count(*) FROM order_events WHERE type = 'created' AND order_id IN (${own})`,
          values,
        },
        {
          db: "icp",
          sql: `SELECT count(*) FROM audit_log WHERE action = 'order.created' AND object IN (${own})`,
          values,
        },
      ],
    } as const;
    return this.act(plan, `${CONSOLE}createOrderAction`, startOf(seed));
  }

  private abandon({ id }: Seen) {
    const plan = {
      kind: "abandon",
      adds: [
        ...happened(id, "abandoned", this.userId),
        {
          db: "icp",
          sql: "SELECT count(*) FROM outbox WHERE key = ?",
          values: [`order.erase:${id}`],
        } as const,
      ],
    };
    return this.act(plan, `${CONSOLE}abandonOrderAction`, { orderId: id });
  }
}
