import { afterEach, beforeEach, expect, it } from "vitest";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { policyAt } from "@/lib/filing/policy";
import { checkApplication } from "@/lib/filing/rules";
import { loadFacts } from "@/lib/usecases/facts/load-facts";
import { newWorld, type World } from "@/lib/usecases/testing";
import { seedAwkwardDomains } from "./awkward";
import { AWKWARD_DOMAINS } from "./awkward-data";

let world: World;
beforeEach(async () => {
  world = await newWorld();
  await seedAwkwardDomains();
});
afterEach(() => world.dispose());

const SAID = {
  fresh: "domain.realname-wait",
  unverified: "domain.realname-missing",
  abroad: "domain.registrar",
  someone: "domain.owner",
  expired: "domain.expired",
  blacklisted: "domain.blacklisted",
} as const;

it.each(AWKWARD_DOMAINS)("$domain makes its rule speak", async ({ domain, story }) => {
  const { account } = world.seedOf("fresh-unit");
  const { accountId } = await world.actor("fresh-unit");
  const application: ApplicationDraft = {
    schemaVersion: 1,
    entity: { nature: 4, certType: 1, certNo: account.idNo, name: account.realName },
    people: [],
    services: [{ kind: "WEBSITE", id: "svc_mine01", domain }],
  };
  const facts = await loadFacts(
    { accountId: accountId ?? "", orderId: null, atAuthority: false },
    application,
  );
  const at = world.clock.now();
  const said = checkApplication({ application, facts, policy: policyAt(at), at, orderType: "FIRST_FILING" });
  const path = "services[svc_mine01].domain";
  expect(said.filter((finding) => finding.path === path).map(({ rule }) => rule)).toContain(SAID[story]);
});
