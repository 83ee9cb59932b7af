import { violationsOf } from "../fixtures";
import { CancelScreen } from "../screens/cancel";
import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "cancellation-entity" });

const { lead, domains } = factsOf("filed");

test("the last service is warned of; the organiser lapses once, then goes with everything, and may file again", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const officer = await as("officer");
  const [cancel, sandbox] = [new CancelScreen(page, say), new SandboxScreen(visitor, say)];
  const { id: filedBy } = orderOf(server, "filed");
  const [entity] = rows<{ id: string; number: string; account_id: string }>(
    server,
    "SELECT id, number, account_id FROM entities WHERE order_id = ?",
    filedBy,
  );
  if (entity === undefined) throw new Error("the persona has something filed");
  const ids = rows<{ id: string }>(server, "SELECT id FROM services WHERE entity_id = ?", entity.id);
  const stateOf = (orderId: string) =>
    rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", orderId)[0]?.state;
  const reach = (orderId: string, state: string) => expect.poll(() => stateOf(orderId)).toBe(state);
  const begin = async () => {
    await cancel.open(entity.id, "entity");
    await cancel.copyNumber(entity.number);
    await cancel.prove(lead, sandbox);
    await cancel.understand("CANCEL_ENTITY");
    return cancel.begin("CANCEL_ENTITY");
  };

  await test.step("all services at once would leave a shell", async () => {
    const query = ids.map(({ id }) => `service=${id}`).join("&");
    await page.goto(`/console/filings/${entity.id}/cancel?type=service&${query}`);
    await expect(page.getByText(say("cancel.last.title"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await cancel.submit("CANCEL_SERVICE");
    await expect(page.getByText(say("errors.reason.cancel.last-service")).first()).toBeVisible();
    await page.getByRole("link", { name: say("cancel.last.link") }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: say("cancel.title.CANCEL_ENTITY") }),
    ).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("nobody verifies for a day: void, and the filing as it was", async () => {
    const orderId = await begin();
    await reach(orderId, "SMS_PENDING");
    await page.reload();
    await expect(page.getByText(say("orders.sms.step.everybody.lapses", { hours: 24 }))).toBeVisible();
    await sandbox.advance("hours24");
    await sandbox.advance("minutes10");
    await reach(orderId, "RETURNED");
    await page.reload();
    await expect(page.getByText(say("orders.cancelling.void"), { exact: true })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    expect(rows(server, "SELECT id FROM entities WHERE id = ? AND ended_at IS NULL", entity.id)).toHaveLength(
      1,
    );
  });

  await test.step("verified and agreed to, everything is gone", async () => {
    const orderId = await begin();
    await reach(orderId, "SMS_PENDING");
    const code = await sandbox.codeFor(lead.phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(lead.phone, lead.idNo, code);
    await reach(orderId, "AUTHORITY_REVIEW");
    const desk = new DeskScreen(officer, say);
    await desk.open(domains[0] ?? "");
    await desk.strike();
    await reach(orderId, "CANCELLED");
    await page.goto(`/console/orders/${orderId}`);
    await expect(page.getByText(say("orders.cancelling.done.CANCEL_ENTITY"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await new QueryScreen(visitor, say).search("domain", domains[0] ?? "");
    await expect(visitor.getByText(entity.number)).toHaveCount(0);
  });

  await test.step("the same account starts a first filing", async () => {
    await page.goto("/console/orders/new");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator('input[name="certNo"]')).toBeVisible();
  });
});
