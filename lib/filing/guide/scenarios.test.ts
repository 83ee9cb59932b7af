import { expect, it, test } from "vitest";
import { policyAt } from "../policy";
import { NOW } from "../testing/fixtures";
import { type Outcome, outcomeOfScenario, SCENARIOS, type Scenario } from "./scenarios";

const { provider } = policyAt(NOW);

/** The printed table, DF §10.2. */
const TABLE: Readonly<Record<Scenario, Outcome>> = {
  "subdomain-filed-here": "nothing",
  "subdomain-filed-elsewhere": "ACCESS_FILING",
  "domain-unfiled": "FILE",
  "two-domains-one-site": "NEW_SERVICE_LOCAL",
  "moved-provider": "ACCESS_FILING",
  "ip-changed-licence": "CHANGE_SERVICE",
  "ip-changed-plain": "optional",
  "server-abroad": "no-filing",
  "cdn-unfiled": "FILE",
  "mail-own-domain": "FILE",
  "site-not-ready": "FILE",
  "server-without-domain": "no-filing",
  "app-filed-elsewhere": "ACCESS_FILING",
  "app-adds-ios": "CHANGE_SERVICE",
  "pointed-away": "point-here-or-cancel",
  "domain-sold": "CANCEL",
  "system-replaced": "nothing",
  "how-long": "unlimited",
  "others-site": "other-account-and-code",
};

test.each(SCENARIOS)("%s", (scenario) => {
  const { outcome, source } = outcomeOfScenario(scenario, provider);
  expect(outcome).toBe(TABLE[scenario]);
  expect(source).toMatch(/^S[34]: /);
});

it("a provider that asks for an order at every change of address says so", () => {
  const always = { ipChangeNeedsOrder: "always" } as const;
  expect(outcomeOfScenario("ip-changed-plain", always).outcome).toBe("CHANGE_SERVICE");
  expect(outcomeOfScenario("ip-changed-licence", always).outcome).toBe("CHANGE_SERVICE");
});
