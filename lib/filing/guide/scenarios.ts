import type { OrderType } from "../application/codes";
import type { Source } from "../policy/source";
import type { ProviderPolicy } from "../policy/types";

/** What a situation asks for: an order of one of these types, or none. */
export type Outcome =
  | "nothing"
  | "no-filing"
  | "optional"
  | "point-here-or-cancel"
  | "other-account-and-code"
  | "unlimited"
  | OrderType
  | "FILE"
  | "CANCEL";

export const SCENARIOS = [
  ...([
    "subdomain-filed-here",
    "subdomain-filed-elsewhere",
    "domain-unfiled",
    "two-domains-one-site",
  ] as const),
  ...(["moved-provider", "ip-changed-licence", "ip-changed-plain", "server-abroad", "cdn-unfiled"] as const),
  ...(["mail-own-domain", "site-not-ready", "server-without-domain", "app-filed-elsewhere"] as const),
  ...(["app-adds-ios", "pointed-away", "domain-sold", "system-replaced", "how-long", "others-site"] as const),
] as const;
export type Scenario = (typeof SCENARIOS)[number];

type Row = readonly [Outcome, Source];
const ROWS: Readonly<Record<Exclude<Scenario, "ip-changed-plain">, Row>> = {
  "subdomain-filed-here": ["nothing", "S4: 是否需要备案"],
  "subdomain-filed-elsewhere": ["ACCESS_FILING", "S4: 是否需要备案"],
  "domain-unfiled": ["FILE", "S4: 是否需要备案"],
  "two-domains-one-site": ["NEW_SERVICE_LOCAL", "S4: 是否需要备案; 如何进行备案"],
  "moved-provider": ["ACCESS_FILING", "S4: 是否需要备案"],
  "ip-changed-licence": ["CHANGE_SERVICE", "S4: 是否需要备案"],
  "server-abroad": ["no-filing", "S4: 是否需要备案"],
  "cdn-unfiled": ["FILE", "S4: 是否需要备案"],
  "mail-own-domain": ["FILE", "S4: 是否需要备案"],
  "site-not-ready": ["FILE", "S4: 能否进行备案"],
  "server-without-domain": ["no-filing", "S4: 能否进行备案"],
  "app-filed-elsewhere": ["ACCESS_FILING", "S4: APP 备案常见问题"],
  "app-adds-ios": ["CHANGE_SERVICE", "S4: APP 服务变更相关"],
  "pointed-away": ["point-here-or-cancel", "S4: 备案后咨询"],
  "domain-sold": ["CANCEL", "S4: 备案后咨询; 备案号"],
  "system-replaced": ["nothing", "S4: 备案后咨询"],
  "how-long": ["unlimited", "S3: 备案号; S4: 备案号"],
  "others-site": ["other-account-and-code", "S4: 如何进行备案"],
};

/** What a situation takes (DF §10.2), by the provider's policy where it decides. */
export function outcomeOfScenario(
  scenario: Scenario,
  { ipChangeNeedsOrder }: Pick<ProviderPolicy, "ipChangeNeedsOrder">,
): { readonly outcome: Outcome; readonly source: Source } {
  const plainIp: Row = [
    ipChangeNeedsOrder === "always" ? "CHANGE_SERVICE" : "optional",
    ipChangeNeedsOrder === "always" ? "S2: Q5" : "S4: 是否需要备案",
  ];
  const [outcome, source] = scenario === "ip-changed-plain" ? plainIp : ROWS[scenario];
  return { outcome, source };
}
