import { goodDomain, validEnterprise, validPerson, validWebsite } from "../../testing/fixtures";
import { account, app1, facts, type LookCase, many, registry, S, set, typed, unit } from "../../testing/look";

export const ORDER_CASES: readonly LookCase[] = [
  ["order.not-offered", "type off", set({ orderTypesEnabled: [] }), ["type@order"]],
  ["order.not-offered", "nature off", set({ naturesEnabled: [5] }), ["nature@entity.nature"]],
  ["order.other-open", "one open", account({ otherOpenOrders: 1 }), ["order"]],
  ["order.organizer-conflict", "elsewhere", registry({ organizerInFlight: true }), ["order"]],
  ["order.other-account", "other account", registry({ entityInOtherAccount: true }), ["entity.certNo"]],
  ["order.shell-entity", "shell", registry({ entityFiled: true, entityIsShell: true }), ["entity.certNo"]],
  [
    "order.nothing-to-add",
    "all here",
    registry({ entityFiled: true, entityKnownHere: true }, { filed: "same-entity", accessHere: true }),
    ["order"],
  ],
  [
    "order.type-mixed",
    "new and access",
    facts(
      {
        registry: {
          entityFiled: true,
          entityKnownHere: true,
          entityInOtherAccount: false,
          entityIsShell: false,
          organizerInFlight: false,
          blacklisted: false,
          recordNumber: null,
          blacklistedNames: [],
          filed: null,
        },
        domains: { "qinghe-demo.com": goodDomain(), "two-demo.com": goodDomain({ filed: "same-entity" }) },
      },
      validEnterprise({
        services: [validWebsite(), validWebsite({ id: "svc_site02", domain: "two-demo.com" })],
      }),
    ),
    ["order"],
  ],
  ["order.type-changed", "filed since", registry({ entityFiled: true, entityKnownHere: true }), ["order"]],
  [
    "order.type-changed",
    "not for changes",
    typed("CHANGE_FILING", registry({ entityFiled: true, entityKnownHere: true })),
    [],
  ],
  ["order.no-service", "none", unit({}, { services: [] }), ["services"]],
  ["order.service-count", "10 websites", many(10), []],
  ["order.service-count", "11 websites", many(11), ["websites@services"]],
  [
    "order.service-count",
    "11 apps",
    unit({}, { services: Array.from({ length: 11 }, (_, i) => ({ ...app1, id: `svc_app0${i}` })) }),
    ["apps@services"],
  ],
  ["order.service-count", "person with 2", many(2, validPerson()), ["person@services"]],
  [
    "order.province-count",
    "黑龙江 4",
    many(4, { ...validEnterprise(), entity: { ...validEnterprise().entity, province: "230000" } }),
    [],
  ],
  [
    "order.province-count",
    "黑龙江 5",
    many(5, { ...validEnterprise(), entity: { ...validEnterprise().entity, province: "230000" } }),
    ["services"],
  ],
  ["order.site-open", "first filing", unit(), [S("domain")]],
  ["order.site-open", "access keeps running", typed("ACCESS_FILING"), []],
];
