import { entityInputs, isAccess, isChange, isNewService, serviceInputs } from "../../guide/order-type";
import { derivedType, serviceInputsOf, TYPE_READS } from "../derived-type";
import { filedAs } from "../filed-services";
import { each, eachDomain, NONE, SITE_DOMAIN_READS, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { ORDER_COUNT_RULES } from "./order-counts";

const ORDER = "order";
const AT_ORDER: readonly Verdict[] = [{ path: ORDER }];
const AT_CERTIFICATE: readonly Verdict[] = [{ path: "entity.certNo" }];

const TYPE_RULES: readonly Rule[] = [
  {
    id: "order.not-offered",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案",
    reads: ["entity.nature"],
    check: ({ application, orderType, policy: { provider } }) => {
      const { nature } = application.entity;
      const typeOff = !provider.orderTypesEnabled.includes(orderType);
      const natureOff = nature !== undefined && !provider.naturesEnabled.includes(nature);
      if (!typeOff && !natureOff) return NONE;
      const out: Verdict[] = [];
      if (typeOff) out.push({ path: ORDER, message: "type", params: { orderType } });
      if (natureOff) out.push({ path: "entity.nature", message: "nature" });
      return out;
    },
  },
  {
    id: "order.other-open",
    topic: "order",
    level: "error",
    source: "S4: 网站域名; 备案审核",
    reads: ["facts.account"],
    check: ({ facts, policy }) => {
      const count = facts.account?.otherOpenOrders ?? 0;
      return count + 1 > policy.provider.openOrdersPerAccount ? [{ path: ORDER, params: { count } }] : NONE;
    },
  },
  {
    id: "order.organizer-conflict",
    topic: "order",
    level: "error",
    source: "S4: 备案审核",
    reads: ["facts.registry"],
    rejection: ["ORGANIZER_CONFLICT"],
    check: ({ facts }) => (facts.registry?.organizerInFlight ? AT_ORDER : NONE),
  },
  {
    id: "order.other-account",
    topic: "order",
    level: "error",
    source: "S4: 主体负责人信息; 备案小程序操作",
    reads: ["facts.registry"],
    check: ({ facts }) => (facts.registry?.entityInOtherAccount ? AT_CERTIFICATE : NONE),
  },
  {
    id: "order.shell-entity",
    topic: "order",
    level: "error",
    source: "S4: 网站域名; 注销备案相关",
    reads: TYPE_READS,
    rejection: ["SHELL_ENTITY"],
    check: (c) => {
      const { registry } = c.facts;
      if (!registry?.entityIsShell || !registry.entityFiled || isChange(c.orderType)) return NONE;
      const inputs = serviceInputsOf(c);
      const adds = inputs.length === 0 || inputs.some(({ filed }) => filed === "no");
      const { provider } = c.policy;
      const allowed = entityInputs(registry, provider, c.application.entity.province).shellMayAdd;
      return adds && !allowed ? AT_CERTIFICATE : NONE;
    },
  },
  {
    id: "order.number-mismatch",
    topic: "order",
    level: "error",
    source: "S4: 备案驳回/无法完成接入备案",
    reads: TYPE_READS,
    rejection: ["ACCESS_FILING_IMPOSSIBLE"],
    check: (c) => {
      const recordNumber = c.facts.registry?.recordNumber ?? null;
      if (recordNumber === null) return NONE;
      return eachDomain(c.siteDomains, ({ path, fact }) =>
        fact !== undefined && serviceInputs(fact, recordNumber).numberMismatch
          ? { path, params: { number: recordNumber, other: fact.filedNumber ?? "" } }
          : undefined,
      );
    },
  },
  {
    id: "order.nothing-to-add",
    topic: "order",
    level: "error",
    source: "T21: 备案类型",
    reads: TYPE_READS,
    check: (c) => {
      if (!c.facts.registry?.entityKnownHere || isChange(c.orderType)) return NONE;
      const sites = eachDomain(c.siteDomains, ({ path, fact }) =>
        fact?.filed === "same-entity" && fact.accessHere ? { path } : undefined,
      );
      const apps = each(c.apps, (app) =>
        filedAs(c, app)?.accessHere ? { path: servicePath(app.id, "packages") } : undefined,
      );
      return apps.length === 0 ? sites : [...sites, ...apps];
    },
  },
  {
    id: "order.type-mixed",
    topic: "order",
    level: "error",
    source: "S4: 如何进行备案; 接入备案相关",
    reads: TYPE_READS,
    check: (c) => {
      const outcome = derivedType(c);
      if (outcome?.kind !== "mixed") return NONE;
      const { types } = outcome;
      const both = types.some(isAccess) && types.some(isNewService);
      return [{ path: ORDER, message: both ? "access" : "message", params: { count: types.length } }];
    },
  },
  {
    id: "order.type-changed",
    topic: "order",
    level: "error",
    source: "T21: 备案类型",
    reads: TYPE_READS,
    check: (c) => {
      const outcome = derivedType(c);
      if (outcome?.kind !== "type" || outcome.type === c.orderType) return NONE;
      return [{ path: ORDER, params: { orderType: c.orderType, actualOrderType: outcome.type } }];
    },
  },
  {
    id: "order.site-open",
    topic: "order",
    level: "info",
    source: "S4: 备案期间; 备案审核",
    reads: SITE_DOMAIN_READS,
    check: (c) =>
      c.siteDomains.length > 0 && (c.orderType === "FIRST_FILING" || isNewService(c.orderType))
        ? [{ path: ORDER, params: { count: c.siteDomains.length } }]
        : NONE,
  },
];

export const ORDER_RULES: readonly Rule[] = [...TYPE_RULES, ...ORDER_COUNT_RULES];
