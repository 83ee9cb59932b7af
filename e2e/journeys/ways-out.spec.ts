import { offlineChannel } from "@/lib/filing/policy/offline-cancellation";
import { violationsOf } from "../fixtures";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "ways-out" });

const SHANDONG = "370000";

test("two questions lead to the right cancellation, with what it does to this very filing", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const page = await as("filed");
  const { id: orderId } = orderOf(server, "filed");
  const [entity] = rows<{ id: string; unit_name: string }>(
    server,
    "SELECT id, unit_name FROM entities WHERE order_id = ?",
    orderId,
  );
  if (entity === undefined) throw new Error("the persona has nothing filed");
  const services = rows<{ name: string; number: string; domain: string }>(
    server,
    `SELECT s.name, s.number, d.domain FROM services s JOIN service_domains d ON d.service_id = s.id
     WHERE s.entity_id = ? ORDER BY s.number`,
    entity.id,
  );
  const [first, second] = services;
  if (first === undefined || second === undefined) throw new Error("two websites are filed");
  const consequences = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: say("leave.consequences.title"), exact: true }) });
  const advice = page.getByRole("status").filter({ hasText: say("leave.adviceTitle") });
  const choose = (name: string) => page.getByRole("radio", { name, exact: true }).check();
  const ask = () => page.getByRole("button", { name: say("leave.ask"), exact: true }).click();

  await test.step("the three are compared before anything is chosen", async () => {
    await page.goto(`/console/filings/${entity.id}`);
    await page.getByRole("link", { name: say("filed.leave"), exact: true }).click();
    await page.waitForURL(`**/console/filings/${entity.id}/leave`);
    const table = page.getByRole("table");
    await expect(table.getByRole("row")).toHaveCount(11);
    await expect(table).toContainText(say("leave.compare.row.danger.suffix-and-shell"));
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("which of two services is asked back, then only that one ends", async () => {
    await ask();
    await expect(page.getByText(say("leave.which"), { exact: true })).toBeVisible();
    await page.getByRole("checkbox", { name: new RegExp(`^${second.name}`) }).check();
    await ask();
    await expect(advice).toContainText(say("leave.answer.cancel-service"));
    await expect(advice).toContainText(second.name);
    await expect(consequences).toContainText(second.domain);
    await expect(consequences).toContainText(first.number);
    await expect(consequences).toContainText(say("leave.consequences.leftIs.services"));
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("both services are the whole entity, so that no shell is left", async () => {
    await page.getByRole("checkbox", { name: new RegExp(`^${first.name}`) }).check();
    await ask();
    await expect(advice).toContainText(say("leave.answer.cancel-entity"));
    await expect(advice).toContainText(say("leave.warning.would-leave-shell"));
    for (const { domain } of services) await expect(consequences).toContainText(domain);
    await expect(consequences).toContainText(say("leave.consequences.leftIs.nothing"));
  });

  await test.step("a site that moved keeps its number: access there first, cancel access here after", async () => {
    await choose(say("leave.used.elsewhere"));
    await ask();
    await expect(advice).toContainText(say("leave.answer.access-then-cancel-access"));
    await expect(advice).toContainText(say("leave.warning.access-first"));
  });

  await test.step("nothing was stored or ordered", async () => {
    const sql = `SELECT o.id FROM orders o JOIN entities e ON e.account_id = o.account_id
                 WHERE o.type LIKE 'CANCEL%' AND e.id = ?`;
    expect(rows(server, sql, entity.id)).toEqual([]);
  });
});

test("a bought domain that is filed for somebody else: why, and the ways out, by province", async ({
  as,
  say,
}) => {
  test.setTimeout(120_000);
  const page = await as("fresh-unit");
  const start = new StartScreen(page, say);

  await test.step("the block shows the number found and leads to its page", async () => {
    await page.goto("/console/orders/new");
    await start.answer({ domain: "bought-yangli.cn" });
    await start.ask();
    const found = page.locator("section").filter({
      has: page.getByRole("heading", { name: say("orders.start.blocked.DOMAIN_ALREADY_FILED.title") }),
    });
    await expect(found).toContainText(say("orders.start.blocked.found.domain"));
    await expect(found).toContainText(/ICP备\d{8,10}号/);
    await found.getByRole("link", { name: say("orders.start.blocked.guide"), exact: true }).click();
    await page.waitForURL(/\/ways-out\/domain-already-filed\?province=\d{6}$/);
  });

  await test.step("causes and ways in the order to try them, with what to prepare", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      say("waysOut.obstacle.DOMAIN_ALREADY_FILED.title"),
    );
    const main = page.getByRole("main");
    await expect(main).toContainText(say("waysOut.causeText.DOMAIN_ALREADY_FILED.bought-domain"));
    await expect(main).toContainText(say("waysOut.way.authority-form.name"));
    await expect(main).toContainText(say("waysOut.paper.domain-certificate"));
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("another province has its own channel", async () => {
    await page.getByRole("combobox", { name: say("waysOut.offline.choose") }).selectOption(SHANDONG);
    await page.getByRole("button", { name: say("waysOut.offline.apply"), exact: true }).click();
    await page.waitForURL(/province=370000/);
    const { form } = offlineChannel(SHANDONG);
    await expect(page.getByRole("main")).toContainText(form ?? "");
    await expect(page.getByRole("main")).toContainText(say("waysOut.channelNote.shandong"));
  });
});

test("without an account: the same helper, the same pages", async ({ as, say }) => {
  const page = await as(null);
  await page.goto("/leaving");
  await page.getByLabel(say("leave.question.services"), { exact: true }).selectOption("none");
  await page.getByRole("button", { name: say("leave.ask"), exact: true }).click();
  const advice = page.getByRole("status").filter({ hasText: say("leave.adviceTitle") });
  await expect(advice).toContainText(say("leave.answer.offline-shell"));
  expect(await violationsOf(page)).toEqual([]);
  await advice.getByRole("link", { name: say("leave.go.guide") }).click();
  await page.waitForURL(/\/ways-out\/shell-entity\?province=110000$/);
  await expect(page.getByRole("main")).toContainText("ICP备案注销申请表");
  expect(await violationsOf(page)).toEqual([]);
});
