import type { Page } from "@playwright/test";
import { offlineChannel } from "@/lib/filing/policy/offline-cancellation";
import { violationsOf } from "../fixtures";
import { StartScreen } from "../screens/start";
import { expect, test, words } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "shell" });

const say = words("zh-CN");

/** The authority strikes a service off by itself. */
async function strike(officer: Page, number: string): Promise<void> {
  await officer.goto("/authority/register");
  const act = say("authority.register.actOf.cancelled", { number });
  await officer.getByRole("button", { name: act, exact: true }).click();
  const sure = officer.getByRole("dialog");
  await sure.getByRole("button", { name: say("authority.register.act.cancelled"), exact: true }).click();
  await expect(officer.getByRole("button", { name: act, exact: true })).toHaveCount(0);
}

test("a record whose services the authority struck off is told as a shell, and cannot be cancelled here", async ({
  as,
  server,
}) => {
  test.setTimeout(120_000);
  const [page, officer] = [await as("filed"), await as("officer")];
  const sql = "SELECT id, province FROM entities WHERE order_id = ?";
  const [entity] = rows<{ id: string; province: string }>(server, sql, orderOf(server, "filed").id);
  if (entity === undefined) throw new Error("the persona has something filed");
  const living = () =>
    rows<{ number: string }>(
      server,
      "SELECT number FROM services WHERE entity_id = ? AND ended_at IS NULL",
      entity.id,
    );
  for (const { number } of living()) await strike(officer, number);
  await expect.poll(() => living().length, { timeout: 20_000 }).toBe(0);

  await test.step("the card explains it and offers nothing that cannot be done", async () => {
    await page.goto(`/console/filings/${entity.id}`);
    await expect(page.getByText(say("filed.shellText"))).toBeVisible();
    await expect(page.getByRole("link", { name: say("filed.doing.name.CANCEL_ENTITY") })).toHaveCount(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("neither by its address", async () => {
    await page.goto(`/console/filings/${entity.id}/cancel?type=entity`);
    await expect(page.getByText(say("cancel.notNow"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("cancel.form.submit.CANCEL_ENTITY") })).toHaveCount(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("its province's own channel is one click away", async () => {
    await page.goto(`/console/filings/${entity.id}`);
    await page.getByRole("link", { name: say("filed.shellGuide") }).click();
    await page.waitForURL(`**/ways-out/shell-entity?province=${entity.province}`);
    await expect(page.getByRole("main")).toContainText(say("waysOut.way.shell-offline.name"));
    const { form } = offlineChannel(entity.province);
    if (form !== null) await expect(page.getByRole("main")).toContainText(form);
    expect(await violationsOf(page)).toEqual([]);
  });
});

test("a record that became a shell at another provider is found when somebody begins here", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const [page, officer] = [await as("elsewhere-unit"), await as("officer")];
  const start = new StartScreen(page, say);
  const outcome = page.locator("section[aria-live]");
  const ask = async () => {
    await page.goto("/console/orders/new");
    await start.answer({ domain: "xianglu-new.cn" });
    await start.ask();
  };

  await test.step("while a service stands there, another can be added here", async () => {
    await ask();
    await expect(outcome).toContainText(say("orderTypes.NEW_SERVICE_FOREIGN.label"));
  });

  await test.step("with the last one gone nothing can be added: why, and where to go", async () => {
    for (const suffix of ["-1", "-2", "-3A"]) await strike(officer, `湘ICP备2021000317号${suffix}`);
    await ask();
    await expect(outcome).toContainText(say("orders.start.blocked.SHELL_ENTITY.title"));
    await outcome.getByRole("link", { name: say("orders.start.blocked.guide"), exact: true }).click();
    await page.waitForURL(/\/ways-out\/shell-entity\?province=430000$/);
    const { form } = offlineChannel("430000");
    await expect(page.getByRole("main")).toContainText(form ?? say("waysOut.way.shell-offline.name"));
  });
});
