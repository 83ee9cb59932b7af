import { expect, type Page } from "@playwright/test";
import type { TestServer } from "../support/server";
import { rows } from "../support/state";
import { factsOf } from "./people";
import { decide, fillEntity, fillPerson, orderNow, review, submit, verify } from "./road";
import { SectionScreen, WebsiteScreen } from "./section";
import { StartScreen } from "./start";
import { type As, words } from "./story";

const say = words("zh-CN");

export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly idNo: string;
}
export interface Filed {
  readonly id: string;
  readonly number: string;
  readonly entity: string;
}

/** What stands under a domain, as the console's own register has it. */
export function filedAs(server: TestServer, domain: string, kind = "WEBSITE"): Filed {
  const [row] = rows<Filed>(
    server,
    `SELECT s.id, s.number, s.entity_id AS entity FROM services s JOIN service_domains d ON d.service_id = s.id
     WHERE d.domain = ? AND s.kind = ? AND s.ended_at IS NULL`,
    ...[domain, kind],
  );
  if (row === undefined) throw new Error(`nothing is filed under ${domain}`);
  return row;
}

/** Everything others do with an order that was handed in, up to its approval. */
export async function through(
  as: As,
  visitor: Page,
  server: TestServer,
  of: { order: string; domain: string; called: readonly Person[]; asked: readonly Person[] },
): Promise<void> {
  await review(as, orderNow(server, of.order).number, of.called);
  await verify(visitor, server, of.order, of.asked);
  await decide(as, of.domain);
  await expect.poll(() => orderNow(server, of.order).state, { timeout: 20_000 }).toBe("APPROVED");
}

/** Begins a new service and looks at what is filed already; the page of the service is next. */
export async function addService(page: Page, answers: { domain: string; app?: true }): Promise<string> {
  await page.goto("/console/orders/new");
  const start = new StartScreen(page, say);
  await start.answer(answers);
  await start.ask();
  await expect(page.getByRole("heading", { name: say("orderTypes.NEW_SERVICE_LOCAL.label") })).toBeVisible();
  const order = await start.begin();
  await page.goto(`/console/orders/${order}/filed`);
  await lookAtFiled(page);
  return order;
}

async function lookAtFiled(page: Page): Promise<void> {
  const filed = new SectionScreen(page, say);
  await filed.ready();
  for (const box of await page
    .locator('input[type="checkbox"][name^="rows."]:not([name$="cancelFirst"])')
    .all())
    await box.check();
  await filed.continueTo(/\/services\/svc/);
}

/** Begins a change at a service; its page is in front. */
export async function changeService(page: Page, { entity, id }: Filed): Promise<string> {
  await page.goto(`/console/filings/${entity}/change?part=${id}`);
  await page.getByRole("button", { name: say("change.start.begin"), exact: true }).click();
  await page.waitForURL(/\/console\/orders\//);
  const order = page.url().split("/").at(-1) ?? "";
  await page.locator('main ol a[href*="/services/svc"]').click();
  await new SectionScreen(page, say).ready();
  return order;
}

/** A website filed elsewhere, in a province where everything must be as filed: another name is told, then mended. */
export async function takeOver(as: As, visitor: Page, server: TestServer, page: Page): Promise<Filed> {
  const { lead, resources } = factsOf("elsewhere-unit");
  const domain = "xianglu-books.com";
  const filedName = "湘麓样例书讯";
  await page.goto("/console/orders/new");
  const start = new StartScreen(page, say);
  await start.answer({ domain });
  await start.ask();
  await expect(page.locator("section[aria-live]")).toContainText(say("orderTypes.ACCESS_FILING.label"));
  const order = await start.begin();
  const place = { city: "长沙市", district: "岳麓区", investor: lead.name };
  await (await fillEntity(page, order, "elsewhere-unit", place)).continueTo(/\/filed/);
  await lookAtFiled(page);
  const site = new WebsiteScreen(page, say);
  await site.ready();
  await site.field("service.name").fill(`${filedName}网`);
  await site.field("service.homepageUrl").fill(`https://www.${domain}`);
  await page.getByLabel(say("codes.content.8"), { exact: true }).check();
  await site.field("service.remark").fill("介绍本单位的图书与活动，供读者查阅，不含论坛与交易功能。");
  await page.getByLabel(say("sections.preApproval.none")).check();
  await page.getByRole("radio", { name: resources[0]?.name ?? "" }).check();
  await site.continue();
  await expect(site.field("service.name")).toHaveAttribute("aria-invalid", "true");
  await site.field("service.name").fill(filedName);
  await site.continueTo(/\/leads/);
  const contact = { emergency: "13800010121", email: "lead@xianglu-books.com" };
  await (await fillPerson(page, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
  await submit(page);
  await through(as, visitor, server, { order, domain, called: [lead], asked: [lead] });
  return filedAs(server, domain);
}
