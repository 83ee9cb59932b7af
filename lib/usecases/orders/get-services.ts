import "server-only";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { domainsOf } from "./document/indexes";
import { serviceLimit } from "./edit-services";
import { filedToCheck } from "./filed-to-check";
import { judgeOrder } from "./judge-order";
import { readOwnDraft } from "./own-draft";
import { headOf, type OrderHead } from "./views/head";
import { tasksOf } from "./views/tasks";

export interface ServiceLine {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Empty fields, and other errors, on its page. */
  readonly missing: number;
  readonly problems: number;
}

export interface ServicesView {
  readonly order: OrderHead;
  readonly services: readonly ServiceLine[];
  readonly limit: number;
  /** The first service that needs something, else the people. */
  readonly next: string;
}

/** The list of services of an order, each with what it still needs. */
export async function getServices(actor: Actor, input: { orderId: string }): Promise<Result<ServicesView>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const { application } = draft;
  const { findings, context } = await judgeOrder(order, application);
  const tasks = tasksOf({
    orderId: order.row.id,
    application,
    findings,
    filed: filedToCheck(context).length > 0,
  });
  const services = application.services.map((service) => {
    const task = tasks.find(({ id }) => id === `service:${service.id}`);
    return {
      id: service.id,
      name: service.name ?? "",
      domain: domainsOf(service)[0] ?? "",
      missing: task?.missing.length ?? 0,
      problems: task?.problems ?? 0,
    };
  });
  const base = `/console/orders/${order.row.id}`;
  const open = services.find(({ missing, problems }) => missing + problems > 0);
  return ok({
    order: headOf(order),
    services,
    limit: serviceLimit(application, context.policy.provider),
    next: open ? `${base}/services/${open.id}` : `${base}/leads`,
  });
}
