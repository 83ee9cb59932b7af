import { isAccess, isChange, isNewService } from "../../guide/order-type";
import type { Case } from "../case";
import { filedServicesOf } from "../filed-services";
import { NONE } from "../parts";
import type { Rule, Verdict } from "../types";

const SERVICES = "services";
const KIND_READS = ["entity.nature", "services[*].kind"];

/** Services this order would add to the entity; access and changes add none. */
const added = (c: Case): number =>
  isAccess(c.orderType) || isChange(c.orderType) ? 0 : c.application.services.length;

/** How many services an order, and in the end an entity, may hold (DF §4.2). */
export const ORDER_COUNT_RULES: readonly Rule[] = [
  {
    id: "order.no-service",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案",
    reads: ["services[*].kind"],
    check: ({ application, orderType }) =>
      application.services.length === 0 && orderType !== "CHANGE_ENTITY" ? [{ path: SERVICES }] : NONE,
  },
  {
    id: "order.service-count",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案; 网站域名; 新增服务相关",
    reads: KIND_READS,
    rejection: ["TOO_MANY_SERVICES"],
    check: (c) => {
      // Access brings along what is filed, as much as there is.
      if (added(c) === 0) return NONE;
      const { websitesPerOrder, appsPerOrder } = c.policy.provider;
      const [sites, apps] = [c.websites.length, c.apps.length];
      const [siteLimit, appLimit] = [websitesPerOrder[c.side], appsPerOrder[c.side]];
      if (sites <= siteLimit && apps <= appLimit) return NONE;
      const out: Verdict[] = [];
      const say = (count: number, limit: number, message: string) => {
        if (count > limit)
          out.push({ path: SERVICES, message: c.isPerson ? "person" : message, params: { count, limit } });
      };
      say(sites, siteLimit, "websites");
      say(apps, appLimit, "apps");
      return out;
    },
  },
  {
    id: "order.one-kind",
    topic: "order",
    level: "error",
    source: "S4: 新增服务相关",
    reads: ["services[*].kind"],
    check: (c) =>
      isNewService(c.orderType) && c.websites.length > 0 && c.apps.length > 0
        ? [{ path: SERVICES, params: { websites: c.websites.length, apps: c.apps.length } }]
        : NONE,
  },
  {
    id: "order.province-count",
    topic: "order",
    level: "warn",
    source: "T21: 各省管局要求; S4: 接入备案相关",
    reads: ["entity.nature", "entity.province", "services[*].kind"],
    rejection: ["TOO_MANY_SERVICES"],
    check: (c) => {
      const limit = c.province?.maxServicesPerOrder[c.side] ?? null;
      const count = c.application.services.length;
      if (limit === null || count <= limit || isChange(c.orderType)) return NONE;
      return [{ path: SERVICES, params: { count, limit, province: c.application.entity.province ?? "" } }];
    },
  },
  {
    id: "order.total-count",
    topic: "order",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: [...KIND_READS, "entity.province", "facts.registry"],
    rejection: ["TOO_MANY_SERVICES"],
    check: (c) => {
      const limit = c.advice?.maxServicesTotal[c.side] ?? null;
      if (limit === null || added(c) === 0) return NONE;
      const { registry } = c.facts;
      const count = filedServicesOf(c).length + added(c);
      const params = { count, limit, province: c.application.entity.province ?? "" };
      if (count > limit) return [{ path: SERVICES, params }];
      // The register may not tell what is filed: then nobody here can count.
      return registry?.entityFiled && registry.filed === null
        ? [{ path: SERVICES, message: "unknown", level: "info", params }]
        : NONE;
    },
  },
];
