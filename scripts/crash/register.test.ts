import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { store } from "@/lib/authority/sandbox/store/client";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import { tickTask } from "@/lib/usecases/after/tick-task";
import { flagAccount } from "@/lib/usecases/review/account-flag";
import { HOUR, MINUTE, newWorld, SECOND_SITE, SITE, type World } from "@/lib/usecases/testing";
import { Look } from "./look";
import { registerFaults } from "./register";
import { tamper } from "./testing";

let world: World;
let dataDir: string;

// Somebody filed twice, a task ticked off, an account flagged, a site looked at.
beforeAll(async () => {
  world = await newWorld();
  store();
  const seed = world.seedOf("filed");
  const file = async (domains: readonly string[], site: typeof SITE) => {
    await world.approved({ ...seed, domains }, site);
    await world.pass(11 * MINUTE);
    await verifyBySms(seed.lead);
    await world.pass(HOUR);
    await approveAtDesk(await world.actor("officer"), seed.account.realName);
    await world.pass(5_000);
  };
  await file(seed.domains, SITE);
  await file(seed.domains.slice(1), SECOND_SITE);
  const owner = await world.actor("filed");
  const [service] = await read().select().from(t.services);
  const ticked = await tickTask(owner, { serviceId: service?.id ?? "", task: "footer-number", done: true });
  expect(ticked.ok).toBe(true);
  const chief = await world.actor("supervisor");
  await flagAccount(chief, { accountId: owner.accountId ?? "", flagged: true, reason: "x" });
});
afterAll(() => world.dispose());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "icp-register-"));
  cpSync(world.dataDir, dataDir, { recursive: true });
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const faults = (): readonly string[] => {
  const look = new Look(dataDir, { frozen: true });
  try {
    return registerFaults(look);
  } finally {
    look.close();
  }
};
const CODE = (state: string, order: string, used: string) =>
  `INSERT INTO auth_codes (id, account_id, resource_id, target_account_id, code_idx, code_enc, remark_enc, state,
     order_id, service_id, used_for, since, created_at, created_by)
   SELECT 'cod', account_id, 'res', account_id, 'idx', X'00', X'00', '${state}', ${order}, 'svc', ${used}, 1, 1, 'usr'
     FROM entities LIMIT 1`;

it("is found whole", () => expect(faults()).toEqual([]));

it.each<[string, string, string]>([
  ["a line gone", "DELETE FROM registry_history WHERE seq = 2", "has a gap"],
  ["no history", "DELETE FROM registry_history", "or there is none"],
  [
    "an approval that left nothing",
    "UPDATE registry_history SET order_id = NULL",
    "approved, and nothing of it",
  ],
  ["a record that ended by itself", "UPDATE entities SET ended_at = 1", "living or ended"],
  ["a service that ended by itself", "UPDATE services SET ended_at = 1", "living or ended"],
  ["a domain without history", "UPDATE service_domains SET ended_at = since", "service_domains is not"],
  ["an access that is gone", "DELETE FROM accesses", "accesses is not"],
  ["a feed that says nothing", "DELETE FROM serving_changes WHERE seq = 1", "the feed says nothing"],
  ["a tick nobody made", "UPDATE after_tasks SET task = 'app-number'", "the audit's last word is null"],
  ["a flag without its line", "UPDATE accounts SET risk_flag = 1 - risk_flag", "not the last line"],
  ["a line without audit", "DELETE FROM audit_log WHERE action = 'account.flagged'", "in the audit differ"],
  ["a look nobody took", "UPDATE site_checks SET part_id = 'fil_x'", "the audit does not say so"],
  ["a code in an order that ended", CODE("IN_USE", "order_id", "NULL"), "in no open order"],
  ["a code used for nothing", CODE("USED", "order_id", "'粤ICP备1号-9'"), "for no service there is"],
  ["a free code that names an order", CODE("UNUSED", "order_id", "NULL"), "names an order"],
])("%s", (_name, statement, said) => {
  tamper(dataDir, "icp.db", statement);
  expect(faults().join("\n")).toContain(said);
});
