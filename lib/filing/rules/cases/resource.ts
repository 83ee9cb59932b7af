import { addNaturalDays } from "../../policy/calendar";
import { goodServer, NOW, validEnterprise, validWebsite } from "../../testing/fixtures";
import { code, facts, type LookCase, S, server, set, site, standsFor, typed, unit } from "../../testing/look";
import type { ResourceFact } from "../facts";

const R = S("resource");
const NUMBER = "京ICP备2023111111号-1";
const changed = (usedFor: string | null, serviceFilingNumber?: string) => {
  const ctx = typed("CHANGE_SERVICE", code({ state: "USED", usedFor }));
  const services = ctx.application.services.map((service) => ({ ...service, serviceFilingNumber }));
  return { ...ctx, application: { ...ctx.application, services } };
};
const withAddress = (...ips: readonly string[]) => {
  const ctx = code({});
  const services = ctx.application.services.map((service) => ({ ...service, ips: [...ips] }));
  return { ...ctx, application: { ...ctx.application, services } };
};
const quota = (kind: ResourceFact["kind"], most: number): readonly LookCase[] => [
  ["resource.quota", `${kind}, ${most - 1} used`, server({ kind, used: most - 1 }), []],
  ["resource.quota", `${kind}, ${most} used`, server({ kind, used: most }), [R]],
];
const ending = (days: number) => server({ expiresAt: addNaturalDays(NOW, days) });

const SERVER: readonly LookCase[] = [
  ["resource.missing", "none", site({ resource: undefined }), [`resource@${R}`]],
  ["resource.missing", "empty code", site({ resource: { kind: "CODE", code: "" } }), [`resource@${R}`]],
  ["resource.missing", "chosen", unit(), []],
  ["resource.unknown", "not mine", site({ resource: { kind: "RESOURCE", resourceId: "ins-other" } }), [R]],
  ["resource.unknown", "mine", unit(), []],
  ["resource.mainland", "inside", server({}), []],
  ["resource.mainland", "abroad", server({ mainland: false }), [R]],
  ["resource.mainland", "no address", server({ publicIp: null }), [`no-ip@${R}`]],
  ["resource.mainland", "a pack has none", server({ kind: "SERVERLESS", publicIp: null }), []],
  ["resource.prepaid", "2 months", server({ prepaidMonths: 2 }), [R]],
  ["resource.prepaid", "3 months", server({ prepaidMonths: 3 }), []],
  ["resource.prepaid", "by the hour", server({ prepaid: false }), [`pay-as-you-go@${R}`]],
  ["resource.prepaid", "a balancer by the hour", server({ kind: "CLB", prepaid: false }), []],
  ["resource.remaining", "30 days less a second", server({ expiresAt: addNaturalDays(NOW, 30) - 1000 }), [R]],
  ["resource.remaining", "30 days", ending(30), []],
  ["resource.remaining", "over", server({ expiresAt: NOW }), [`expired@${R}`]],
  ["resource.remaining", "a pack, over", server({ kind: "SERVERLESS", expiresAt: NOW }), [`expired@${R}`]],
  [
    "resource.remaining",
    "a pack, 10 days",
    server({ kind: "SERVERLESS", expiresAt: addNaturalDays(NOW, 10) }),
    [],
  ],
  ["resource.remaining", "a balancer", server({ kind: "CLB", expiresAt: NOW }), []],
  [
    "resource.remaining",
    "hosting, a day less than 3 months",
    server({ kind: "HOSTING", expiresAt: Date.parse("2027-02-20T10:00:00Z") }),
    [`hosting@${R}`],
  ],
  [
    "resource.remaining",
    "hosting, 3 months",
    server({ kind: "HOSTING", expiresAt: Date.parse("2027-02-21T10:00:00Z") }),
    [],
  ],
  // 22 working days after Saturday 2026-11-21 end on 2026-12-22: no server with 30 days or more ends before.
  ["resource.ends-in-review", "30 days", ending(30), [R]],
  ["resource.ends-in-review", "31 days", ending(31), []],
  ["resource.ends-in-review", "a year", ending(365), []],
  [
    "resource.ends-in-review",
    "ignored",
    { ...set({ resourceDuringReview: "ignore" }), facts: ending(30).facts },
    [],
  ],
  ["resource.balancer", "balancer", server({ kind: "CLB" }), [R]],
  ["resource.balancer", "server", server({}), []],
];

const QUOTA: readonly LookCase[] = [
  ...quota("CVM", 5),
  ...quota("LIGHTHOUSE", 5),
  ...quota("SERVERLESS", 2),
  ...quota("HOSTING", 2),
  [
    "resource.quota",
    "two on one with 4 used",
    facts(
      { resources: { "ins-demo0001": goodServer({ used: 4 }) } },
      validEnterprise({ services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ),
    ["services[svc_site02].resource"],
  ],
];

const CODE: readonly LookCase[] = [
  ["resource.code", "good", code({}), []],
  ["resource.code", "this order's", code({ state: "IN_USE" }), []],
  ["resource.code", "none", code(null), [R]],
  ["resource.code", "not mine", code({ forThisAccount: false }), [R]],
  ["resource.code", "used", code({ state: "USED", usedFor: NUMBER }), [`used@${R}`]],
  ["resource.code", "used for the service that changes", changed(NUMBER, "京ICP备2023111111-1"), []],
  ["resource.code", "used for another", changed("京ICP备2023111111号-2", NUMBER), [`used-other@${R}`]],
  ["resource.code", "used, not told for which", changed(null, NUMBER), [`used-unknown@${R}`]],
  ["resource.code", "void", code({ state: "EXPIRED" }), [`expired@${R}`]],
  [
    "resource.code",
    "server ends",
    code({ server: standsFor({ expiresAt: addNaturalDays(NOW, 30) - 1000 }) }),
    [`expired@${R}`],
  ],
  [
    "resource.code",
    "server ends in 30 days",
    code({ server: standsFor({ expiresAt: addNaturalDays(NOW, 30) }) }),
    [],
  ],
  ["resource.code", "server gone", code({ server: null }), [`expired@${R}`]],
  ["resource.code", "another order's", code({ state: "IN_USE", heldElsewhere: true }), [`in-use@${R}`]],
  ["resource.code", "another's, in use there", code({ forThisAccount: false, heldElsewhere: true }), [R]],
  ["resource.grants-codes", "good", code({}), []],
  ["resource.grants-codes", "light server", code({ server: standsFor({ kind: "LIGHTHOUSE" }) }), []],
  ["resource.grants-codes", "a pack", code({ server: standsFor({ kind: "SERVERLESS" }) }), [R]],
  ["resource.grants-codes", "hosting", code({ server: standsFor({ kind: "HOSTING" }) }), [R]],
  ["resource.grants-codes", "balancer", code({ server: standsFor({ kind: "CLB" }) }), [R]],
  ["resource.grants-codes", "abroad", code({ server: standsFor({ mainland: false }) }), [`abroad@${R}`]],
  ["resource.grants-codes", "no address", code({ server: standsFor({ publicIp: null }) }), [`no-ip@${R}`]],
  ["resource.grants-codes", "by the hour", code({ server: standsFor({ prepaid: false }) }), [`prepaid@${R}`]],
  ["resource.grants-codes", "2 months", code({ server: standsFor({ prepaidMonths: 2 }) }), [`prepaid@${R}`]],
  ["resource.grants-codes", "3 months", code({ server: standsFor({ prepaidMonths: 3 }) }), []],
  [
    "resource.grants-codes",
    "not mine",
    code({ forThisAccount: false, server: standsFor({ kind: "CLB" }) }),
    [],
  ],
  ["resource.grants-codes", "server gone", code({ server: null }), []],
  ["resource.address-of-code", "its address", withAddress("203.0.113.10"), []],
  ["resource.address-of-code", "another address", withAddress("203.0.113.11"), [S("ips")]],
  ["resource.address-of-code", "no address typed", withAddress(), []],
  [
    "resource.address-of-code",
    "not mine",
    { ...withAddress("203.0.113.11"), facts: code({ forThisAccount: false }).facts },
    [],
  ],
  [
    "resource.same-code",
    "twice",
    unit(
      {},
      {
        services: ["svc_site01", "svc_site02"].map((id) =>
          validWebsite({ id, resource: { kind: "CODE", code: "A" } }),
        ),
      },
    ),
    ["services[svc_site02].resource"],
  ],
  [
    "resource.same-code",
    "twice, written differently",
    unit(
      {},
      {
        services: ["a-b", "AB"].map((written, index) =>
          validWebsite({ id: `svc_site0${index + 1}`, resource: { kind: "CODE", code: written } }),
        ),
      },
    ),
    ["services[svc_site02].resource"],
  ],
  ["resource.same-code", "once", code({}), []],
];

export const RESOURCE_CASES: readonly LookCase[] = [...SERVER, ...QUOTA, ...CODE];
