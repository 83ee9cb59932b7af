import { ENTITY_NUMBER, filedService, onFiled, withProvince } from "../../testing/filed";
import { validPerson, validWebsite } from "../../testing/fixtures";
import { account, app1, type LookCase, many, registry, S, set, typed, unit } from "../../testing/look";

const in23 = (count: number) =>
  many(count, { ...unit().application, entity: { ...unit().application.entity, province: "230000" } });
const apps = (count: number) =>
  unit({}, { services: Array.from({ length: count }, (_, i) => ({ ...app1, id: `svc_app0${i}` })) });
const both = () => unit({}, { services: [validWebsite(), app1] });
const here = { entityFiled: true, entityKnownHere: true } as const;
const shell = { entityFiled: true, entityIsShell: true } as const;
const PACKAGE = { platform: "ANDROID", packageName: "com.qinghe.demo" } as const;
const appFiled = (accessHere: boolean) =>
  onFiled("NEW_SERVICE_LOCAL", {
    rest: { services: [{ ...app1, packages: [{ id: "pkg_0001", ...PACKAGE }] }] },
    register: { entityKnownHere: true },
    filed: { services: [filedService({ kind: "APP", domains: [], packages: [PACKAGE], accessHere })] },
  });
const twoSites = {
  services: [
    validWebsite(),
    validWebsite({ id: "svc_site02", domain: "two-demo.com", homepageUrl: "https://two-demo.com" }),
  ],
};
const mixed = (register: object) => {
  const ctx = onFiled("NEW_SERVICE_LOCAL", { rest: twoSites, register });
  const domains = ctx.facts.domains ?? {};
  const two = domains["two-demo.com"];
  return {
    ...ctx,
    facts: {
      ...ctx.facts,
      domains: two ? { ...domains, "two-demo.com": { ...two, filed: "same-entity" as const } } : {},
    },
  };
};
const shaanxi = (
  held: number,
  added: number,
  orderType: "NEW_SERVICE_LOCAL" | "ACCESS_FILING" = "NEW_SERVICE_LOCAL",
) =>
  withProvince(
    onFiled(orderType, {
      rest: { services: many(added).application.services },
      filed: {
        services: Array.from({ length: held }, (_, i) =>
          filedService({ number: `${ENTITY_NUMBER}-${i + 50}`, domains: [] }),
        ),
      },
    }),
    { maxServicesTotal: { unit: 30, person: 5 } },
  );

export const ORDER_CASES: readonly LookCase[] = [
  ["order.not-offered", "type off", set({ orderTypesEnabled: [] }), ["type@order"]],
  ["order.not-offered", "nature off", set({ naturesEnabled: [5] }), ["nature@entity.nature"]],
  [
    "order.not-offered",
    "both off",
    set({ naturesEnabled: [5], orderTypesEnabled: [] }),
    ["type@order", "nature@entity.nature"],
  ],
  ["order.not-offered", "offered", unit(), []],
  ["order.not-offered", "nature not chosen", unit({ nature: undefined }), []],
  ["order.other-open", "one open", account({ otherOpenOrders: 1 }), ["order"]],
  ["order.other-open", "none open", unit(), []],
  ["order.organizer-conflict", "elsewhere", registry({ organizerInFlight: true }), ["order"]],
  [
    "order.organizer-conflict",
    "changes as well",
    typed("CHANGE_FILING", registry({ organizerInFlight: true })),
    ["order"],
  ],
  ["order.organizer-conflict", "nothing under way", unit(), []],
  ["order.other-account", "other account", registry({ entityInOtherAccount: true }), ["entity.certNo"]],
  ["order.other-account", "this account", registry(here), []],
  ["order.shell-entity", "shell adds", registry(shell), ["entity.certNo"]],
  [
    "order.shell-entity",
    "with another block",
    registry({ ...shell, organizerInFlight: true }),
    ["entity.certNo"],
  ],
  ["order.shell-entity", "shell takes over what is filed", registry(shell, { filed: "same-entity" }), []],
  ["order.shell-entity", "shell changes", typed("CHANGE_ENTITY", registry(shell)), []],
  ["order.shell-entity", "no shell", registry(here), []],
  [
    "order.shell-entity",
    "province lets shells add",
    set({ shellDirectAddProvinces: ["110000"] }, registry(shell)),
    [],
  ],
  [
    "order.shell-entity",
    "another province does",
    set({ shellDirectAddProvinces: ["120000"] }, registry(shell)),
    ["entity.certNo"],
  ],
  [
    "order.number-mismatch",
    "A and B",
    registry(
      { ...here, recordNumber: "京ICP备2023111111号" },
      { filed: "same-entity", filedNumber: "京ICP备2019000002号-1" },
    ),
    [S("domain")],
  ],
  [
    "order.number-mismatch",
    "same number in another writing",
    registry(
      { ...here, recordNumber: "京ICP备2023111111号" },
      { filed: "same-entity", filedNumber: "京ICP备2023111111-2" },
    ),
    [],
  ],
  [
    "order.number-mismatch",
    "number not told",
    registry({ ...here, recordNumber: "京ICP备2023111111号" }, { filed: "same-entity" }),
    [],
  ],
  [
    "order.nothing-to-add",
    "all here",
    registry(here, { filed: "same-entity", accessHere: true }),
    [S("domain")],
  ],
  ["order.nothing-to-add", "not accessed here", registry(here, { filed: "same-entity" }), []],
  [
    "order.nothing-to-add",
    "changed",
    typed("CHANGE_SERVICE", registry(here, { filed: "same-entity", accessHere: true })),
    [],
  ],
  ["order.nothing-to-add", "app here", appFiled(true), ["services[svc_app001].packages"]],
  ["order.nothing-to-add", "app elsewhere", appFiled(false), []],
  ["order.type-mixed", "new and access", mixed({ entityKnownHere: true }), ["access@order"]],
  ["order.type-mixed", "new and access elsewhere", mixed({}), ["access@order"]],
  ["order.type-mixed", "two new ones", onFiled("NEW_SERVICE_LOCAL", { rest: twoSites }), []],
  ["order.type-mixed", "a change", typed("CHANGE_FILING", mixed({ entityKnownHere: true })), []],
  ["order.type-changed", "filed since", registry(here), ["order"]],
  ["order.type-changed", "app filed elsewhere", appFiled(false), ["order"]],
  ["order.type-changed", "not for changes", typed("CHANGE_FILING", registry(here)), []],
  ["order.type-changed", "as chosen", onFiled("NEW_SERVICE_FOREIGN"), []],
  ["order.no-service", "none", unit({}, { services: [] }), ["services"]],
  ["order.no-service", "change of the entity", typed("CHANGE_ENTITY", unit({}, { services: [] })), []],
  ["order.no-service", "one", unit(), []],
  ["order.service-count", "10 websites", many(10), []],
  ["order.service-count", "11 websites", many(11), ["websites@services"]],
  ["order.service-count", "10 apps", apps(10), []],
  ["order.service-count", "11 apps", apps(11), ["apps@services"]],
  ["order.service-count", "person with 1", many(1, validPerson()), []],
  ["order.service-count", "person with 2", many(2, validPerson()), ["person@services"]],
  ["order.service-count", "access has no limit", typed("ACCESS_FILING", many(11)), []],
  ["order.service-count", "nor has a change", typed("CHANGE_FILING", many(11)), []],
  ["order.one-kind", "new services of both kinds", typed("NEW_SERVICE_LOCAL", both()), ["services"]],
  ["order.one-kind", "elsewhere filed", typed("NEW_SERVICE_FOREIGN", both()), ["services"]],
  ["order.one-kind", "a first filing may mix", both(), []],
  ["order.one-kind", "new apps only", typed("NEW_SERVICE_LOCAL", apps(2)), []],
  ["order.province-count", "黑龙江 4", in23(4), []],
  ["order.province-count", "黑龙江 5", in23(5), ["services"]],
  ["order.province-count", "access counts", typed("ACCESS_FILING", in23(5)), ["services"]],
  ["order.province-count", "a change does not", typed("CHANGE_FILING", in23(5)), []],
  ["order.total-count", "29 filed and 1", shaanxi(29, 1), []],
  ["order.total-count", "29 filed and 2", shaanxi(29, 2), ["services"]],
  ["order.total-count", "access adds none", shaanxi(31, 2, "ACCESS_FILING"), []],
  [
    "order.total-count",
    "register does not tell",
    withProvince(onFiled("NEW_SERVICE_LOCAL", { filed: null }), {
      maxServicesTotal: { unit: 30, person: 5 },
    }),
    ["unknown@services"],
  ],
  ["order.total-count", "no limit", onFiled("NEW_SERVICE_LOCAL", { filed: null }), []],
  ["order.site-open", "first filing", unit(), ["order"]],
  ["order.site-open", "once an order", many(3), ["order"]],
  ["order.site-open", "access keeps running", typed("ACCESS_FILING"), []],
  ["order.site-open", "so does a change", typed("CHANGE_SERVICE"), []],
];
