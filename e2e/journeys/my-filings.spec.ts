import type { Page } from "@playwright/test";
import { violationsOf } from "../fixtures";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import type { Say } from "../screens/words";
import type { TestServer } from "../support/server";
import { orderOf, rows } from "../support/state";

test.use({ story: "my-filings" });

interface Entity {
  readonly id: string;
  readonly number: string;
  readonly unit_name: string;
}
interface Service {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly domain: string;
}
interface Line {
  readonly change: string;
  readonly service_id: string | null;
  readonly about: string | null;
  readonly order_id: string | null;
  readonly notice: number | null;
}

/** What the persona has filed, as the database has it. */
function filed(server: TestServer) {
  const { id: orderId } = orderOf(server, "filed");
  const [entity] = rows<Entity>(
    server,
    "SELECT id, number, unit_name FROM entities WHERE order_id = ?",
    orderId,
  );
  const [order] = rows<{ number: string }>(server, "SELECT number FROM orders WHERE id = ?", orderId);
  if (entity === undefined || order === undefined) throw new Error("the persona has nothing filed");
  const services = rows<Service>(
    server,
    `SELECT s.id, s.number, s.name, d.domain FROM services s JOIN service_domains d ON d.service_id = s.id
     WHERE s.entity_id = ? ORDER BY s.number`,
    entity.id,
  );
  return { orderId, orderNumber: order.number, entity, services };
}
const history = (server: TestServer, entity: Entity) =>
  rows<Line>(
    server,
    "SELECT change, service_id, about, order_id, notice FROM registry_history WHERE entity_id = ? ORDER BY seq",
    entity.id,
  );

async function openCard(page: Page, entity: Entity): Promise<void> {
  await page.goto("/console/filings");
  await page.getByRole("link", { name: entity.unit_name, exact: true }).click();
  await page.waitForURL(`**/console/filings/${entity.id}`);
}
const doing = (page: Page, say: Say) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: say("filed.doing.title") }) });

test("an applicant reads what he has filed, and what happens to it", async ({ as, say, server }) => {
  test.setTimeout(120_000);
  const page = await as("filed");
  const { orderId, orderNumber, entity, services } = filed(server);
  const [first, second] = services;
  if (first === undefined || second === undefined) throw new Error("two websites are filed");

  await test.step("the card has every number, domain and access, and only roads that exist", async () => {
    await openCard(page, entity);
    await expect(page.getByRole("heading", { level: 1, name: entity.unit_name })).toBeVisible();
    for (const service of services) {
      const row = page.getByRole("row").filter({ hasText: service.number });
      await expect(row).toContainText(service.domain);
      await expect(row).toContainText(say("filed.access.here"));
    }
    const possible = doing(page, say).getByRole("list", { name: say("filed.doing.now") });
    const types = ["NEW_SERVICE_LOCAL", "ACCESS_SERVICE", "CHANGE_FILING", "CHANGE_ENTITY", "CANCEL_ENTITY"];
    await expect(possible.getByRole("link")).toHaveText(types.map((type) => say(`filed.doing.name.${type}`)));
    // Personal numbers are shown in part only.
    await expect(page.getByText(/310115198007040080|13900010061/)).toHaveCount(0);
    await expect(page.getByText("139****0061", { exact: true })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("the history begins with the order that filed it", async () => {
    await page.getByRole("link", { name: say("filed.history"), exact: true }).click();
    const steps = page.getByRole("list", { name: say("filed.historyTitle", { number: entity.number }) });
    await expect(steps.locator("> li")).toHaveCount(3);
    await expect(steps.getByRole("link", { name: orderNumber }).first()).toHaveAttribute(
      "href",
      `/console/orders/${orderId}`,
    );
    await steps.locator("summary").last().click();
    await expect(steps).toContainText(entity.unit_name);
    expect(await violationsOf(page)).toEqual([]);
    const lines = history(server, entity);
    expect(lines.map(({ change }) => change)).toEqual([
      "entity_opened",
      ...services.flatMap(() => ["service_opened", "domain_opened", "access_opened"]),
    ]);
    expect(new Set(lines.map((line) => line.order_id))).toEqual(new Set([orderId]));
  });

  await test.step("the authority cancels one website, though nobody asked", async () => {
    const officer = await as("officer");
    await officer.goto("/authority/register");
    const name = say("authority.register.actOf.cancelled", { number: second.number });
    await officer.getByRole("button", { name, exact: true }).click();
    await officer
      .getByRole("dialog")
      .getByRole("button", { name: say("authority.register.act.cancelled"), exact: true })
      .click();
    await expect(officer.getByText(say("authority.register.done.cancelled")).first()).toBeVisible();
    await new SandboxScreen(officer, say).advance("minutes10");
  });

  await test.step("it ends with its domain and access, the other one goes on", async () => {
    const lines = history(server, entity).slice(7);
    expect(lines).toEqual(
      [
        { change: "access_ended", about: null },
        { change: "domain_ended", about: second.domain },
        { change: "service_ended", about: null },
      ].map((line) => ({ ...line, service_id: second.id, order_id: null, notice: expect.any(Number) })),
    );
    const ends = (table: string, column: string, id: string) =>
      rows<{ ended_at: number | null }>(server, `SELECT ended_at FROM ${table} WHERE ${column} = ?`, id);
    for (const [table, column] of [
      ["services", "id"],
      ["service_domains", "service_id"],
      ["accesses", "service_id"],
    ] as const) {
      expect(ends(table, column, second.id)).toEqual([{ ended_at: expect.any(Number) }]);
      expect(ends(table, column, first.id)).toEqual([{ ended_at: null }]);
    }
    await openCard(page, entity);
    await expect(page.getByRole("row").filter({ hasText: second.number })).toContainText(
      say("filed.access.ended"),
    );
    await page.getByRole("link", { name: say("filed.history"), exact: true }).click();
    const notice = say("filed.byNotice", { number: String(lines[0]?.notice) });
    await expect(page.getByText(notice, { exact: true })).toBeVisible();
  });

  await test.step("what is cancelled can do nothing more, and says so", async () => {
    await openCard(page, entity);
    await page.getByRole("link", { name: second.name, exact: true }).click();
    await page.waitForURL(`**/services/${second.id}`);
    await expect(doing(page, say)).toContainText(say("filed.doing.why.ended"));
    await expect(doing(page, say).getByRole("link")).toHaveCount(0);
    await openCard(page, entity);
    await page.getByRole("link", { name: first.name, exact: true }).click();
    await expect(page.getByText(say("filed.access.here")).first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("nobody else sees it", async () => {
    const stranger = await as("fresh-unit");
    for (const path of ["", "/history", `/services/${first.id}`]) {
      const answer = await stranger.goto(`/console/filings/${entity.id}${path}`);
      expect(answer?.status()).toBe(404);
    }
    await expect(stranger.getByText(entity.unit_name)).toHaveCount(0);
  });
});
