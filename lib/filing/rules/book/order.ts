import { deriveOrderTypeForAll, type OrderTypeOutcome } from "../../guide/order-type";
import type { Case } from "../case";
import { eachDomain } from "../parts";
import type { Rule, Verdict } from "../types";

const ORDER = "order";
const ADD_READS = [
  "entity.nature",
  "services[*].kind",
  "services[*].domain",
  "facts.registry",
  "facts.domains",
];

/** What DF §2.1 says of this document; undefined while a fact is unknown. */
function derived(ctx: Case): OrderTypeOutcome | undefined {
  const { registry, domains } = ctx.facts;
  if (!registry || !domains) return undefined;
  const services = ctx.siteDomains.flatMap(({ fact }) => fact ?? []);
  return deriveOrderTypeForAll(registry, services);
}

const when = (hit: boolean | undefined, verdict: Verdict = { path: ORDER }): readonly Verdict[] =>
  hit ? [verdict] : [];

export const ORDER_RULES: readonly Rule[] = [
  {
    id: "order.not-offered",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案",
    reads: ["entity.nature"],
    check: ({ application, orderType, policy: { provider } }) => [
      ...when(!provider.orderTypesEnabled.includes(orderType), {
        path: ORDER,
        message: "type",
        params: { orderType },
      }),
      ...when(
        application.entity.nature !== undefined &&
          !provider.naturesEnabled.includes(application.entity.nature),
        {
          path: "entity.nature",
          message: "nature",
        },
      ),
    ],
  },
  {
    id: "order.other-open",
    topic: "order",
    level: "error",
    source: "S4: 网站域名; 备案审核",
    reads: ["facts.account"],
    check: ({ facts, policy }) => {
      const open = facts.account?.otherOpenOrders ?? 0;
      return when(open + 1 > policy.provider.openOrdersPerAccount, { path: ORDER, params: { count: open } });
    },
  },
  {
    id: "order.organizer-conflict",
    topic: "order",
    level: "error",
    source: "S4: 备案审核",
    reads: ["facts.registry"],
    rejection: ["ORGANIZER_CONFLICT"],
    check: ({ facts }) => when(facts.registry?.organizerInFlight),
  },
  {
    id: "order.other-account",
    topic: "order",
    level: "error",
    source: "S4: 主体负责人信息",
    reads: ["facts.registry"],
    check: ({ facts }) => when(facts.registry?.entityInOtherAccount, { path: "entity.certNo" }),
  },
  {
    id: "order.shell-entity",
    topic: "order",
    level: "error",
    source: "S4: 注销备案相关",
    reads: ADD_READS,
    rejection: ["SHELL_ENTITY"],
    check: (ctx) => {
      const outcome = ctx.once(derived);
      return when(outcome?.kind === "blocked" && outcome.block === "SHELL_ENTITY", { path: "entity.certNo" });
    },
  },
  {
    id: "order.nothing-to-add",
    topic: "order",
    level: "error",
    source: "T21: 备案类型",
    reads: ADD_READS,
    check: (ctx) => {
      const outcome = ctx.once(derived);
      return when(outcome?.kind === "blocked" && outcome.block === "NOTHING_TO_ADD");
    },
  },
  {
    id: "order.type-mixed",
    topic: "order",
    level: "error",
    source: "S4: 接入备案相关",
    reads: ADD_READS,
    check: (ctx) => {
      const outcome = ctx.once(derived);
      return when(outcome?.kind === "mixed", {
        path: ORDER,
        params: { count: outcome?.kind === "mixed" ? outcome.types.length : 0 },
      });
    },
  },
  {
    id: "order.type-changed",
    topic: "order",
    level: "error",
    source: "T21: 备案类型",
    reads: ADD_READS,
    check: (ctx) => {
      const outcome = ctx.once(derived);
      if (outcome?.kind !== "type" || outcome.type === ctx.orderType || ctx.orderType.startsWith("CHANGE"))
        return [];
      return [{ path: ORDER, params: { orderType: ctx.orderType, actualOrderType: outcome.type } }];
    },
  },
  {
    id: "order.no-service",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案",
    reads: ["services[*].kind"],
    check: ({ application, orderType }) =>
      when(application.services.length === 0 && orderType !== "CHANGE_ENTITY", { path: "services" }),
  },
  {
    id: "order.service-count",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案; 网站域名",
    reads: ["entity.nature", "services[*].kind"],
    rejection: ["TOO_MANY_SERVICES"],
    check: ({ policy: { provider }, isPerson, side, websites: sites, apps: all }) => {
      const websites = sites.length;
      const apps = all.length;
      const limits = {
        websites: provider.websitesPerOrder[side],
        apps: provider.appsPerOrder[side],
      };
      const message = isPerson ? "person" : undefined;
      return [
        ...when(websites > limits.websites, {
          path: "services",
          message: message ?? "websites",
          params: { count: websites, limit: limits.websites },
        }),
        ...when(apps > limits.apps, {
          path: "services",
          message: message ?? "apps",
          params: { count: apps, limit: limits.apps },
        }),
      ];
    },
  },
  {
    id: "order.province-count",
    topic: "order",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "services[*].kind"],
    rejection: ["TOO_MANY_SERVICES"],
    check: (ctx) => {
      const limit = ctx.province?.maxServicesPerOrder[ctx.side];
      const count = ctx.application.services.length;
      if (limit === undefined || limit === null || count <= limit) return [];
      return [
        { path: "services", params: { count, limit, province: ctx.application.entity.province ?? "" } },
      ];
    },
  },
  {
    id: "order.site-open",
    topic: "order",
    level: "info",
    source: "S4: 备案期间",
    reads: ["services[*].kind", "services[*].domain"],
    check: (ctx) =>
      ["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"].includes(ctx.orderType)
        ? eachDomain(ctx.siteDomains, ({ path }) => ({ path }))
        : [],
  },
];
