import { addNaturalDays } from "../../policy/calendar";
import { goodServer, NOW, validEnterprise, validWebsite } from "../../testing/fixtures";
import { code, facts, type LookCase, S, server, site, unit } from "../../testing/look";

export const RESOURCE_CASES: readonly LookCase[] = [
  ["resource.missing", "none", site({ resource: undefined }), [`resource@${S("resource")}`]],
  [
    "resource.unknown",
    "not mine",
    site({ resource: { kind: "RESOURCE", resourceId: "ins-other" } }),
    [S("resource")],
  ],
  ["resource.mainland", "abroad", server({ mainland: false }), [S("resource")]],
  ["resource.mainland", "no address", server({ publicIp: null }), [`no-ip@${S("resource")}`]],
  ["resource.prepaid", "2 months", server({ prepaidMonths: 2 }), [S("resource")]],
  ["resource.prepaid", "3 months", server({ prepaidMonths: 3 }), []],
  ["resource.prepaid", "by the hour", server({ prepaid: false }), [`pay-as-you-go@${S("resource")}`]],
  [
    "resource.remaining",
    "30 days less a second",
    server({ expiresAt: addNaturalDays(NOW, 30) - 1000 }),
    [S("resource")],
  ],
  ["resource.remaining", "30 days", server({ expiresAt: addNaturalDays(NOW, 30) }), []],
  ["resource.remaining", "over", server({ expiresAt: NOW }), [`expired@${S("resource")}`]],
  ["resource.ends-in-review", "31 days", server({ expiresAt: addNaturalDays(NOW, 30) }), [S("resource")]],
  ["resource.ends-in-review", "60 days", server({ expiresAt: addNaturalDays(NOW, 60) }), []],
  ["resource.quota", "4 used", server({ used: 4 }), []],
  ["resource.quota", "5 used", server({ used: 5 }), [S("resource")]],
  [
    "resource.quota",
    "two on one with 4 used",
    facts(
      { resources: { "ins-demo0001": goodServer({ used: 4 }) } },
      validEnterprise({ services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ),
    ["services[svc_site02].resource"],
  ],
  ["resource.quota", "a serverless pack carries 2", server({ kind: "SERVERLESS", used: 2 }), [S("resource")]],
  ["resource.code", "good", code({}), []],
  ["resource.code", "none", code(null), [S("resource")]],
  ["resource.code", "not mine", code({ forThisAccount: false }), [S("resource")]],
  ["resource.code", "used", code({ state: "USED" }), [`used@${S("resource")}`]],
  [
    "resource.code",
    "server ends",
    code({ resourceExpiresAt: addNaturalDays(NOW, 29) }),
    [`expired@${S("resource")}`],
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
];
