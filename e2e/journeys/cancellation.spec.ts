import { violationsOf } from "../fixtures";
import { CancelScreen } from "../screens/cancel";
import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "cancellation" });

const { second, domains } = factsOf("filed");

test("access is cancelled without codes, a service by its lead's codes, and what is not served here stays", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const officer = await as("officer");
  const [cancel, sandbox] = [new CancelScreen(page, say), new SandboxScreen(visitor, say)];
  const desk = new DeskScreen(officer, say);
  const { id: filedBy } = orderOf(server, "filed");
  const [entity] = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM entities WHERE order_id = ?",
    filedBy,
  );
  if (entity === undefined || second === null) throw new Error("the persona has something filed");
  const services = rows<{ id: string; number: string; domain: string }>(
    server,
    `SELECT s.id, s.number, d.domain FROM services s JOIN service_domains d ON d.service_id = s.id
     WHERE s.entity_id = ? ORDER BY s.number`,
    entity.id,
  );
  const [first, other] = services;
  if (first === undefined || other === undefined) throw new Error("two websites are filed");
  const stateOf = (orderId: string) =>
    rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", orderId)[0]?.state;
  const reach = (orderId: string, state: string) => expect.poll(() => stateOf(orderId)).toBe(state);
  const verify = async (who: NonNullable<typeof second>) => {
    const code = await sandbox.codeFor(who.phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(who.phone, who.idNo, code);
    await sandbox.expectOutcome("outcome.all_done");
  };

  await test.step("cancel access: the number is typed, nobody is asked for a code, nothing is struck off", async () => {
    await cancel.open(entity.id, "access", first.id);
    expect(await violationsOf(page)).toEqual([]);
    await cancel.submit("CANCEL_ACCESS");
    await expect(page.getByText(say("errors.reason.cancel.number-differs")).first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await cancel.copyNumber(first.number);
    await cancel.understand("CANCEL_ACCESS");
    const orderId = await cancel.begin("CANCEL_ACCESS");
    await reach(orderId, "AUTHORITY_REVIEW");
    await page.reload();
    await expect(page.getByText(say("errors.reason.order.irrevocable")).first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await desk.open(first.domain);
    await desk.strike();
    await reach(orderId, "CANCELLED");
    await page.goto(`/console/filings/${entity.id}`);
    await expect(page.getByRole("row").filter({ hasText: first.number })).toContainText(
      say("filed.access.none"),
    );
    await new QueryScreen(visitor, say).search("domain", first.domain);
    await expect(visitor.getByText(first.number)).toBeVisible();
  });

  await test.step("cancel a service: its lead agrees here, and once more at the authority", async () => {
    await cancel.open(entity.id, "service", other.id);
    await cancel.copyNumber(other.number);
    await cancel.prove(second, sandbox);
    await cancel.understand("CANCEL_SERVICE");
    const orderId = await cancel.begin("CANCEL_SERVICE");
    await reach(orderId, "SMS_PENDING");
    await verify(second);
    await reach(orderId, "AUTHORITY_REVIEW");
    await desk.open(other.domain);
    await desk.strike();
    await reach(orderId, "CANCELLED");
  });

  await test.step("the one that is left is not served here: it cannot be cancelled, and the page says why", async () => {
    await cancel.open(entity.id, "service", first.id);
    await expect(page.getByText(say("cancel.notNow"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("cancel.form.submit.CANCEL_SERVICE") })).toHaveCount(0);
    expect(domains).toContain(first.domain);
  });
});
