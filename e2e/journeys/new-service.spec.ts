import { violationsOf } from "../fixtures";
import { CheckScreen } from "../screens/check";
import { MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { SectionScreen, WebsiteScreen } from "../screens/section";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "new-service" });

const { domains } = factsOf("filed");
const WORKS = domains.at(-1) ?? "";
/** Of a site the persona filed earlier. */
const FILED_NAME = "观澜样例作品集";

test("who is filed already looks at what is filed, then adds a website to it", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const page = await as("filed");
  const orderId = await test.step("the answers lead to a new service of the same entity", async () => {
    await page.goto("/console/orders/new");
    const start = new StartScreen(page, say);
    await start.answer({ domain: WORKS });
    await start.ask();
    await expect(
      page.getByRole("heading", { name: say("orderTypes.NEW_SERVICE_LOCAL.label") }),
    ).toBeVisible();
    return start.begin();
  });
  const order = `/console/orders/${orderId}`;
  const asked = page.locator('input[type="checkbox"][name^="rows."]:not([name$="cancelFirst"])');

  await test.step("nothing goes on before each filed site was looked at", async () => {
    await page.getByRole("link", { name: say("orders.place.filed") }).click();
    await page.waitForURL(/\/filed/);
    const filed = new SectionScreen(page, say);
    await filed.ready();
    await expect(page.getByText(/guanlan-sample\.cn/)).toBeVisible();
    await filed.continue();
    await expect(filed.summary).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    for (const box of await asked.all()) await box.check();
    await filed.continueTo(/\/services\/svc/);
  });

  await test.step("the name of a filed site is taken, another one is free", async () => {
    await page.goto(`${order}/services`);
    await page.locator('main ol a[href*="/services/svc"]').first().click();
    const site = new WebsiteScreen(page, say);
    await site.ready();
    const about = { domain: WORKS, content: 8, server: "works" };
    const remark = "展示本单位的设计作品样例与说明，不含论坛与交易功能。";
    await site.fill({ name: FILED_NAME, remark, ...about });
    await site.continue();
    await expect(site.field("service.name")).toHaveAttribute("aria-invalid", "true");
    await site.field("service.name").fill("观澜样例画册");
    await site.continueTo(/\/leads/);
  });

  await test.step("people and certificate are there already; documents, check, submission", async () => {
    const { lead } = factsOf("filed");
    await new SectionScreen(page, say).continueTo(/\/materials/);
    await new MaterialsScreen(page, say).useSamples();
    await page.getByRole("link", { name: say("orders.toCheck") }).click();
    await page.waitForURL(/\/check$/);
    await expect(page.getByText(lead.name, { exact: true }).first()).toBeVisible();
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    const [row] = rows<{ type: string; state: string }>(
      server,
      "SELECT type, state FROM orders WHERE id = ?",
      orderId,
    );
    expect(row).toEqual({ type: "NEW_SERVICE_LOCAL", state: "PROVIDER_REVIEW" });
  });
});
