import type { LookCase } from "../../testing/look";
import { app, site } from "./access";

/** Access takes over all domains of a service (DF §15 D4). */
export const ACCESS_DOMAIN_CASES: readonly LookCase[] = [
  ["access.all-domains", "all of them", site({}, { domains: ["qinghe-demo.com"] }), []],
  [
    "access.all-domains",
    "one left out",
    site({}, { domains: ["qinghe-demo.com", "qinghe-old.cn"] }),
    ["services[svc_site01].domain"],
  ],
  [
    "access.all-domains",
    "the others brought along",
    site(
      { moreDomains: [{ id: "dom_0002", domain: "qinghe-old.cn" }] },
      { domains: ["qinghe-demo.com", "qinghe-old.cn"] },
    ),
    [],
  ],
  [
    "access.all-domains",
    "of an app, too",
    app({}, { domains: ["qinghe-demo.com", "api.qinghe-old.cn"] }),
    ["services[svc_app001].domains"],
  ],
];
