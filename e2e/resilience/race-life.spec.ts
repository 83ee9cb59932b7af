import { factsOf } from "../screens/people";
import { expect, test } from "../screens/story";
import { type ActionAnswer, actionsOfBuild, Caller } from "../support/caller";
import type { TestServer } from "../support/server";
import { auditHead, orderOf, refusalsSince, rows } from "../support/state";

test.use({ story: "race-life" });

/** Requests that arrive at the same moment, about what is filed and what is lent: one wins, the rest hears why. */
const action = (name: string) => {
  const found = actionsOfBuild().find((one) => one.name.endsWith(`#${name}`));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const REGISTER = ["entities", "services", "service_domains", "accesses", "registry_history"];
const register = (server: TestServer) =>
  JSON.stringify(REGISTER.map((table) => rows(server, `SELECT * FROM ${table}`).map(plain)));
const plain = (row: unknown) =>
  Object.fromEntries(Object.entries(row as object).map(([key, value]) => [key, String(value)]));
const winners = (answers: readonly ActionAnswer[]) => answers.filter(({ ok }) => ok).length;
const reasons = (answers: readonly ActionAnswer[]) =>
  new Set(answers.flatMap(({ ok, error }) => (ok ? [] : [error?.reason ?? error?.code])));

test("cancel, change and add at once, from several tabs: one order, and the register stays", async ({
  server,
}) => {
  const filedBy = orderOf(server, "filed").id;
  const [entity] = rows<{ id: string; account_id: string }>(
    server,
    "SELECT id, account_id FROM entities WHERE order_id = ?",
    filedBy,
  );
  if (entity === undefined) throw new Error("the persona has something filed");
  const services = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM services WHERE entity_id = ? ORDER BY number",
    entity.id,
  );
  const { account, domains } = factsOf("filed");
  const owner = await Caller.as(server, "filed");
  const cancel = services.map(({ id, number }) => ({
    ...{ type: "CANCEL_ACCESS", entityId: entity.id, services: [id], typed: [number] },
    ...{ understood: true, lastService: false, codes: [] },
  }));
  const change = { entityId: entity.id, entity: true, services: [] };
  const add = {
    ...{ nature: 4, certType: 1, certNo: account.idNo, province: account.province },
    domain: domains.at(-1),
  };
  const before = register(server);
  const head = auditHead(server);
  const answers = await Promise.all([
    ...cancel.map((input) => owner.action(action("startCancellationAction"), [input])),
    owner.action(action("startChangeAction"), [change]),
    owner.action(action("createOrderAction"), [add]),
    ...cancel.map((input) => owner.action(action("startCancellationAction"), [input])),
    owner.action(action("startChangeAction"), [change]),
    owner.action(action("createOrderAction"), [add]),
  ]);
  expect(winners(answers)).toBe(1);
  for (const reason of reasons(answers))
    expect(["cancel.open-order", "change.not-now", "order.too-many-open"]).toContain(reason);
  const open = "SELECT id FROM orders WHERE account_id = ? AND id <> ?";
  expect(rows(server, open, entity.account_id, filedBy)).toHaveLength(1);
  expect(refusalsSince(server, head)).toHaveLength(answers.length - 1);
  expect(register(server)).toBe(before);
});

test("ten at once for the places a server has left for codes: no more than there are", async ({ server }) => {
  const lender = await Caller.as(server, "fresh-unit");
  const accountOf =
    "SELECT a.account_id AS id FROM account_members a JOIN users u ON u.id = a.user_id WHERE u.persona = ?";
  const [own] = rows<{ id: string }>(server, accountOf, "fresh-unit");
  const [friend] = rows<{ id: string }>(server, accountOf, "draft-half");
  const [machine] = rows<{ id: string }>(server, "SELECT id FROM resources WHERE account_id = ?", own?.id);
  const codes = () => rows(server, "SELECT id FROM auth_codes WHERE resource_id = ?", machine?.id).length;
  const had = codes();
  const input = { resourceId: machine?.id, accountId: friend?.id, remark: "" };
  const head = auditHead(server);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => lender.action(action("createCodeAction"), [input])),
  );
  const places = 5 - had;
  expect(winners(answers)).toBe(places);
  expect(reasons(answers)).toEqual(new Set(["lending.no-quota"]));
  expect(codes()).toBe(5);
  expect(refusalsSince(server, head)).toHaveLength(10 - places);
});
