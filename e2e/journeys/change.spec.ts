import { violationsOf } from "../fixtures";
import { factsOf } from "../screens/people";
import { decide, fillPerson, orderNow, review, submit, verify } from "../screens/road";
import { SectionScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "change" });

const NEW_NAME = "观澜样例新作品集";
const SECOND = {
  name: "顾新岚",
  idNo: "310104199203140025",
  phone: "13900018861",
  emergency: "13900018862",
  email: "guxinlan@guanlan-sample.cn",
};

test("a website gets another name and another lead: old beside new, and only he verifies", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const [service] = rows<{ id: string; entity_id: string; name: string; domain: string }>(
    server,
    `SELECT s.id, s.entity_id, s.name, d.domain FROM services s JOIN service_domains d ON d.service_id = s.id
     JOIN entities e ON e.id = s.entity_id WHERE e.order_id = ? ORDER BY s.number`,
    orderOf(server, "filed").id,
  );
  if (service === undefined) throw new Error("the persona has nothing filed");

  const order = await test.step("it begins at the service", async () => {
    await page.goto(`/console/filings/${service.entity_id}/services/${service.id}`);
    await page.getByRole("link", { name: say("filed.doing.name.CHANGE_SERVICE"), exact: true }).click();
    await expect(page.getByText(say("orderTypes.CHANGE_SERVICE.label"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("button", { name: say("change.start.begin"), exact: true }).click();
    await page.waitForURL(/\/console\/orders\//);
    await expect(page.getByText(say("change.panel.none"))).toBeVisible();
    return page.url().split("/").at(-1) ?? "";
  });

  await test.step("what changes shows what is filed; what cannot change says why", async () => {
    await page.locator('main ol a[href*="/services/svc"]').click();
    const site = new SectionScreen(page, say);
    await site.ready();
    await expect(page.getByText(say("sections.change.lock.domain"))).toBeVisible();
    await site.field("service.name").fill(NEW_NAME);
    await expect(page.getByText(say("sections.change.filed", { value: service.name }))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await site.continueTo(/\/leads$/);
    const leads = new SectionScreen(page, say);
    await leads.ready();
    await page.locator('[data-field="serviceLeads.0.person"] select').selectOption("new");
    await fillPerson(page, 1, SECOND);
    expect(await violationsOf(page)).toEqual([]);
    await leads.continueTo(/\/materials$/);
  });

  await test.step("only the new lead's documents are asked for", async () => {
    await expect(page.getByText(say("materials.ORG_CERT.name"))).toHaveCount(0);
    await submit(page);
    await page.goto(`/console/orders/${order}/check`);
    await expect(page.getByRole("row").filter({ hasText: NEW_NAME })).toContainText(service.name);
  });

  await test.step("the reviewer sees both, the new lead verifies, the officer approves", async () => {
    const { lead } = factsOf("filed");
    await review(as, orderNow(server, order).number, [lead, SECOND], async (desk) => {
      const row = desk.locator("[data-field]").filter({ hasText: NEW_NAME });
      await expect(row).toContainText(service.name);
      expect(await violationsOf(desk)).toEqual([]);
    });
    await verify(visitor, server, order, [SECOND]);
    await decide(as, service.domain);
  });

  await test.step("the register has the new name under the old number, by this order", async () => {
    await expect.poll(() => orderNow(server, order).state, { timeout: 20_000 }).toBe("APPROVED");
    await page.goto(`/console/filings/${service.entity_id}/history`);
    await expect(page.getByRole("link", { name: orderNow(server, order).number }).first()).toBeVisible();
    const [now] = rows<{ name: string }>(server, "SELECT name FROM services WHERE id = ?", service.id);
    expect(now?.name).toBe(NEW_NAME);
  });
});

test("a new name begins with what follows from it, and a reviewer answers a question first", async ({
  as,
  say,
  server,
}) => {
  const page = await as("filed");
  const [entity] = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM entities WHERE order_id = ?",
    orderOf(server, "filed").id,
  );
  if (entity === undefined) throw new Error("the persona has nothing filed");
  const [question, answer] = ["公司更名后先改域名还是先变更备案？", "请先更新域名所有者。"];

  await test.step("the page of the change leads to what follows", async () => {
    await page.goto(`/console/filings/${entity.id}/change?part=entity`);
    await page.getByRole("radio", { name: say("change.start.aboutOf.name"), exact: true }).check();
    await page.getByRole("button", { name: say("change.start.toBefore"), exact: true }).click();
    await page.waitForURL(/\/change\/before\?about=name/);
    await expect(page.getByText(say("change.before.consequence.domain-owner.name"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel(say("change.before.ask.label")).fill(question);
    await page.getByRole("button", { name: say("change.before.ask.send"), exact: true }).click();
    await expect(page.getByText(say("change.before.ask.waiting"))).toBeVisible();
  });

  await test.step("a reviewer answers", async () => {
    const desk = await as("reviewer-lin");
    await desk.goto("/review/questions");
    const asked = desk.locator("main section").filter({ hasText: question });
    await expect(asked).toBeVisible();
    expect(await violationsOf(desk)).toEqual([]);
    await asked.getByLabel(say("change.desk.answer"), { exact: true }).fill(answer);
    await asked.getByRole("button", { name: say("change.desk.send"), exact: true }).click();
    await expect(asked).toContainText(answer);
  });

  await test.step("who asked reads it; another number is another organiser; the kind has its steps", async () => {
    await page.reload();
    await expect(page.getByText(answer)).toBeVisible();
    await page.getByRole("link", { name: say("change.before.tab.number"), exact: true }).click();
    await expect(page.getByText(say("change.before.refile.title"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("change.before.begin"), exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: say("change.before.tab.kind"), exact: true }).click();
    await expect(page.getByText(say("change.before.kind.way.unit-to-person"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });
});
