import { axe } from "../fixtures";
import { AccountsScreen } from "../screens/accounts";
import { MigrationScreen } from "../screens/migration";
import { factsOf } from "../screens/people";
import { expect, test, words } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "migration" });

const say = words("zh-CN");
const [GIVER, TAKER] = ["filed", "fresh-unit"];
const reason = (name: string) => say(`errors.reason.migration.${name}`);

test("a filing goes to another account of its organiser; who had it meets nothing of it any more", async ({
  as,
  server,
}) => {
  test.setTimeout(180_000);
  const { account, lead } = factsOf(GIVER);
  const { id: orderId } = orderOf(server, GIVER);
  const filed = () =>
    rows<{ id: string; number: string; account_id: string }>(
      server,
      "SELECT id, number, account_id FROM entities WHERE order_id = ?",
      orderId,
    )[0] ?? { id: "", number: "", account_id: "" };
  const { id: entityId, number } = filed();
  const giver = new MigrationScreen(await as(GIVER), say);
  const taker = new MigrationScreen(await as(TAKER), say);
  const target = await taker.accountId();

  await test.step("what is no id, nobody's, the own account's or another organiser's is refused", async () => {
    await giver.open(entityId);
    await expect(giver.page.locator('[data-met="false"]')).toHaveCount(0);
    await axe(giver.page);
    for (const [typed, why] of [
      ["abc", "account-form"],
      ["01900000-0000-7000-8000-000000000000", "to-organiser"],
      [filed().account_id, "to-other"],
      [target, "to-organiser"],
    ] as const) {
      await giver.name(typed);
      await expect(giver.page.getByText(reason(why))).toBeVisible();
    }
  });

  await test.step("the other account is verified as the same organiser", async () => {
    const { page } = taker;
    const own = new AccountsScreen(page, say);
    await page.goto("/console/account/real-name");
    await own.fill(say("account.forms.realName.unitName"), account.realName);
    await own.fill(say("account.forms.realName.unitNo"), account.idNo);
    await own.press("account.forms.realName.submit");
    await expect(page.getByText(say("account.forms.realName.done")).first()).toBeVisible();
  });

  await test.step("nobody there hears of it before the lead's phone has agreed", async () => {
    await giver.name(` ${target.toUpperCase()} `);
    await expect(giver.page.getByText(say("migration.prove.title"))).toBeVisible();
    await taker.page.goto("/console/filings");
    await expect(taker.offers).toHaveCount(0);
    await giver.enter("000000");
    await expect(giver.page.getByText(reason("code-wrong"))).toBeVisible();
    await axe(giver.page);
    await giver.enter(await giver.codeTo(lead.phone));
    await expect(giver.page.getByText(say("migration.wait.title"))).toBeVisible();
    await axe(giver.page);
  });

  await test.step("it is offered on the first page and declined, then offered once more", async () => {
    await taker.page.goto("/console");
    await expect(taker.offers).toContainText(number);
    await axe(taker.page);
    await taker.answer("decline");
    await expect(taker.offers).toHaveCount(0);
    expect(filed().account_id).not.toBe(target);
    await giver.page.reload();
    await expect(giver.page.getByText(new RegExp(`^账号 ${target} 没有接收`))).toBeVisible();
    await giver.name(target);
    await expect(giver.page.getByText(say("migration.prove.title"))).toBeVisible();
    await giver.enter(await giver.codeTo(lead.phone));
    await expect(giver.page.getByText(say("migration.wait.title"))).toBeVisible();
  });

  await test.step("accepted, it is there at once with its history and order", async () => {
    await taker.page.goto("/console/filings");
    await taker.answer("accept");
    await expect(taker.page.getByRole("link", { name: account.realName, exact: true })).toBeVisible();
    expect(filed().account_id).toBe(target);
    await taker.page.goto(`/console/filings/${entityId}/history`);
    await expect(taker.page.getByText(say("filed.line.entity_moved"))).toBeVisible();
    await axe(taker.page);
    await taker.page.goto(`/console/orders/${orderId}`);
    await expect(taker.page.getByText(say("events.moved.applicant"))).toBeVisible();
  });

  await test.step("who had it: the pages and files are gone, the page still open says so", async () => {
    const { page } = giver;
    const [file] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", orderId);
    const [service] = rows<{ id: string }>(server, "SELECT id FROM services WHERE entity_id = ?", entityId);
    const gone = [
      `/console/filings/${entityId}`,
      `/console/filings/${entityId}/history`,
      `/console/filings/${entityId}/migrate`,
      `/console/filings/${entityId}/services/${service?.id}`,
      `/console/filings/after/${service?.id}`,
      `/console/orders/${orderId}`,
      `/api/materials/${file?.id}`,
    ];
    await giver.press("migration.back.label");
    await giver.press("migration.back.label", page.getByRole("dialog"));
    await expect(page.getByText(reason("done")).first()).toBeVisible();
    for (const path of gone) expect((await page.request.get(path)).status(), path).toBe(404);
    await page.goto("/console/filings");
    await expect(page.getByText(say("console.filings.emptyTitle"))).toBeVisible();
    await page.goto("/console/notifications");
    await expect(page.getByText(say("notifications.event.migration_given.title"))).toBeVisible();
    await expect(page.getByText(number).first()).toBeVisible();
  });
});
