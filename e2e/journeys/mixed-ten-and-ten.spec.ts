import type { Page } from "@playwright/test";
import { AppScreen, packagesOf } from "../screens/app";
import { CheckScreen } from "../screens/check";
import { MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { authorityRows } from "../screens/register";
import { decide, fillEntity, fillPerson, orderNow, review, verify } from "../screens/road";
import { WebsiteScreen } from "../screens/section";
import { ServicesScreen } from "../screens/services";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";
import { change, rows } from "../support/state";

test.use({ story: "mixed-ten-and-ten" });

const { account, lead, domains } = factsOf("fresh-unit");
const MARKS = "甲乙丙丁戊己庚辛壬癸";
const mark = (index: number) => MARKS[index] ?? "";
const domainOf = (index: number) => domains[index] ?? `yunshan-demo-${index}.cn`;

/** Saves one page of the form as the page itself would: with the session of the browser, from the same origin. */
async function saveService(page: Page, order: string, id: string, fields: Readonly<Record<string, unknown>>) {
  const status = await page.evaluate(
    async ({ url, section, fields }) => {
      const stored = await fetch(`${url}?section=${section}`).then((answer) => answer.json());
      const value = { ...stored.value, ...fields };
      const body = JSON.stringify({ section, baseVersion: stored.version, value });
      const headers = { "Content-Type": "application/json" };
      return (await fetch(url, { method: "PUT", headers, body })).status;
    },
    { url: `/api/orders/${order}/draft`, section: `service:${id}`, fields },
  );
  expect(status).toBe(200);
}

test("ten websites and ten APPs in one order, some on the same domains, up to their twenty numbers", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(300_000);
  // Five services fit on a server: two more of them are bought.
  for (const name of ["web-03", "web-04"])
    change(
      server,
      `INSERT INTO resources SELECT ? || id, account_id, ?, kind, prepaid, prepaid_months, expires_at, mainland,
       public_ip, province, imported FROM resources WHERE name = ? AND public_ip = '203.0.113.11'`,
      name,
      name,
      "web-01",
    );
  const page = await as("fresh-unit");
  const list = new ServicesScreen(page, say);
  const app = new AppScreen(page, say);

  const orderId = await test.step("the order, its entity and its first website", async () => {
    await page.goto("/console/orders/new");
    const start = new StartScreen(page, say);
    await start.answer({ province: account.province, certNo: account.idNo, domain: domainOf(0) });
    await start.ask();
    const id = await start.begin();
    const place = { city: "杭州市", district: "西湖区" };
    const entity = await fillEntity(page, id, "fresh-unit", { ...place, investor: lead.name });
    await entity.continueTo(/\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await site.ready();
    await site.fill({
      name: `云杉示范产品${mark(0)}站`,
      domain: domainOf(0),
      content: 8,
      remark: "展示本单位的产品样例、参数与联系方式，不含论坛与交易功能。",
      server: "web-01",
    });
    await site.continueTo(/\/leads$/);
    return id;
  });
  const services = `/console/orders/${orderId}/services`;

  await test.step("an APP on the website's own domain, through its form", async () => {
    await page.goto(services);
    await list.add("APP");
    await app.ready();
    await app.fill({
      name: `云杉示范助手${mark(0)}`,
      domains: [domainOf(0)],
      content: 8,
      remark: "查询本单位产品的使用说明与服务进度，不含论坛与交易功能。",
      packages: packagesOf("cn.yunshan.helper0"),
      server: "web-01",
    });
    await app.continueTo(/\/leads$/);
  });

  await test.step("nine copies of each, and no tenth", async () => {
    await page.goto(services);
    for (const first of [`云杉示范产品${mark(0)}站`, `云杉示范助手${mark(0)}`])
      for (let made = 1; made < 10; made += 1) {
        const before = await list.rows.count();
        await list.button("copy", first).click();
        await expect(list.rows).toHaveCount(before + 1);
      }
    await expect(list.rows).toHaveCount(20);
    for (const kind of ["WEBSITE", "APP"]) {
      await expect(page.getByRole("button", { name: say("orders.services.add", { kind }) })).toBeDisabled();
      await expect(
        page.getByText(say("orders.services.limit", { kind, count: 10, limit: 10 })),
      ).toBeVisible();
      await expect(page.getByText(say("orders.services.closed.full", { kind }))).toBeVisible();
    }
  });

  await test.step("what the copies lack is saved page by page", async () => {
    const links = await list.rows
      .getByRole("link")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const ids = links.map((link) => link.split("/").at(-1) ?? "");
    const servers = rows<{ id: string; ip: string }>(
      server,
      "SELECT id, public_ip AS ip FROM resources WHERE account_id = (SELECT account_id FROM orders WHERE id = ?) ORDER BY name",
      orderId,
    );
    const hosted = (n: number) => {
      const { id = "", ip = "" } = servers[n % servers.length] ?? {};
      return { resource: { kind: "RESOURCE", resourceId: id }, ips: [ip] };
    };
    for (let n = 0; n < 10; n += 1) {
      const [site, copy] = [ids[n] ?? "", ids[10 + n] ?? ""];
      const domain = domainOf(n);
      await saveService(page, orderId, site, {
        name: `云杉示范产品${mark(n)}站`,
        domain,
        homepageUrl: `https://www.${domain}`,
        ...hosted(n),
      });
      await saveService(page, orderId, copy, {
        name: `云杉示范助手${mark(n)}`,
        // Every second APP shares the domain of a website.
        domains: [{ id: "dom_shared01", domain: n % 2 === 0 ? domain : `api.${domain}` }],
        packages: packagesOf(`cn.yunshan.helper${n}`).map((item, at) => ({
          ...item,
          id: `pkg_copied${n}${at}`,
        })),
        ...hosted(n + 2),
      });
    }
  });

  await test.step("one person is in charge of all", async () => {
    await page.goto(`/console/orders/${orderId}/leads`);
    const contact = { emergency: "13800010001", email: "lead@yunshan-demo.cn" };
    await (await fillPerson(page, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
  });

  await test.step("ten icons among the documents", async () => {
    const materials = new MaterialsScreen(page, say);
    await expect(page.locator('[data-slot^="APP_ICON:"]')).toHaveCount(10);
    await materials.useSamples();
    await materials.dateAll(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
  });

  await test.step("nothing stands against it; it is submitted, and on the reviewer's desk in full", async () => {
    await page.goto(`/console/orders/${orderId}/check`);
    const check = new CheckScreen(page, say);
    await expect(page.getByText(say("orders.check.ready"))).toBeVisible();
    await check.declareAll();
    await check.submit();
    expect(orderNow(server, orderId).state).toBe("PROVIDER_REVIEW");
    await review(as, orderNow(server, orderId).number, [lead], async (desk) => {
      for (const name of [`云杉示范产品${mark(9)}站`, `云杉示范助手${mark(9)}`])
        await expect(desk.getByText(name).first()).toBeVisible();
    });
  });

  await test.step("approved: twenty numbers, each its own, those of APPs with their letter", async () => {
    await verify(visitor, server, orderId, [lead]);
    await decide(as, domainOf(0));
    await expect.poll(() => orderNow(server, orderId).state).toBe("APPROVED");
    await page.goto("/console/filings");
    for (let n = 0; n < 10; n += 1) {
      const site = page.getByRole("row").filter({ hasText: `云杉示范产品${mark(n)}站` });
      await expect(site).toContainText(/浙ICP备\d+号-\d+(?!\d*A)/);
      const app = page.getByRole("row").filter({ hasText: `云杉示范助手${mark(n)}` });
      await expect(app).toContainText(/浙ICP备\d+号-\d+A/);
    }
    const numbers = authorityRows<{ number: string }>(
      server,
      "SELECT number FROM register_services WHERE entity_number = (SELECT entity_number FROM register_services WHERE name = ?)",
      `云杉示范产品${mark(0)}站`,
    ).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(20);
    for (const number of numbers) await expect(page.getByText(number, { exact: true })).toBeVisible();
  });
});
