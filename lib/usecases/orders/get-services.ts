import "server-only";
import type { Actor } from "@/lib/filing/access";
import { domainsOf } from "@/lib/filing/application/service-domains";
import type { FiledOne } from "@/lib/filing/application/take-over";
import { isNewService } from "@/lib/filing/guide/order-type";
import type { Finding } from "@/lib/filing/rules/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { changeTasks } from "../changes/summary";
import type { ServiceKind } from "./document/list";
import { serviceLimits } from "./edit-services";
import { filedLeft, filedToCheck, tellsFiled } from "./filed-to-check";
import { judgeOrder } from "./judge-order";
import { readOwnDraft } from "./own-draft";
import { headOf, type OrderHead } from "./views/head";
import { tasksOf } from "./views/tasks";

export interface ServiceLine {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly name: string;
  /** All of an APP's. */
  readonly domains: readonly string[];
  /** Empty fields, and other errors, on its page. */
  readonly missing: number;
  readonly problems: number;
}

/** How many of a kind there are, and whether one more may be added. */
export interface KindLine {
  readonly kind: ServiceKind;
  readonly count: number;
  readonly limit: number;
  /** `other-kind`: an order that adds to a filed entity holds websites or APPs, not both [S4: 新增服务相关]. */
  readonly closed: "full" | "other-kind" | null;
}

export interface ServicesView {
  readonly order: OrderHead;
  readonly services: readonly ServiceLine[];
  readonly kinds: readonly KindLine[];
  /** Filed services an access order may still take over. */
  readonly filed: readonly Pick<FiledOne, "number" | "name" | "domains">[];
  /** What stands against the list itself: too many, both kinds where only one may be. */
  readonly findings: readonly Finding[];
  /** The first service that needs something, else the people. */
  readonly next: string;
}

const KINDS = ["WEBSITE", "APP"] as const;

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
    ...changeTasks(context),
  });
  const services = application.services.map((service) => {
    const task = tasks.find(({ id }) => id === `service:${service.id}`);
    return {
      id: service.id,
      kind: service.kind,
      name: service.name ?? "",
      domains: domainsOf(service),
      missing: task?.missing.length ?? 0,
      problems: task?.problems ?? 0,
    };
  });
  const limits = serviceLimits(application, context.policy.provider);
  const base = `/console/orders/${order.row.id}`;
  const open = services.find(({ missing, problems }) => missing + problems > 0);
  return ok({
    order: headOf(order),
    services,
    findings: findings.filter(({ path, level }) => path === "services" && level !== "info"),
    filed: filedLeft(context).map(({ number, name, domains }) => ({ number, name, domains })),
    // What access is for is filed: where the register tells what that is, nothing else can be added.
    kinds: (tellsFiled(context) ? [] : KINDS).map((kind): KindLine => {
      const count = services.filter((service) => service.kind === kind).length;
      const limit = limits[kind];
      const other = isNewService(order.row.type) && services.length > count;
      return { kind, count, limit, closed: other ? "other-kind" : count >= limit ? "full" : null };
    }),
    next: open ? `${base}/services/${open.id}` : `${base}/leads`,
  });
}
