import type { Page } from "@playwright/test";
import { AppScreen, packagesOf } from "../screens/app";
import { CancelScreen } from "../screens/cancel";
import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { fillEntity, fillPerson, fillSite, orderNow, submit } from "../screens/road";
import { SandboxScreen } from "../screens/sandbox";
import { SectionScreen, WebsiteScreen } from "../screens/section";
import { StartScreen } from "../screens/start";
import { type As, expect, test, words } from "../screens/story";
import {
  addService,
  changeService,
  type Filed,
  filedAs,
  type Person,
  takeOver,
  through,
} from "../screens/whole-life";
import type { TestServer } from "../support/server";
import { rows } from "../support/state";

test.use({ story: "whole-life" });

const say = words("zh-CN");
const WHO = "fresh-unit";
const { account, lead, domains } = factsOf(WHO);
const [API = "", SHOP = "", DOCS = ""] = domains;
const SECOND = {
  name: "顾云岚",
  idNo: "310104199203140025",
  phone: "13900018861",
  emergency: "13900018862",
  email: "guyunlan@yunshan-demo.cn",
};
const CONTACT = { emergency: "13800010001", email: "lead@yunshan-demo.cn" };
const [ANDROID, IOS] = packagesOf("cn.yunshan.helper");
const remark = "介绍本单位的产品样例与使用说明，供客户查阅，不含论坛与交易功能。";

/** The first filing of the company, on its newest domain; answers the number of its record. */
async function fileFirst(as: As, page: Page, visitor: Page, server: TestServer): Promise<string> {
  await page.goto("/console/orders/new");
  const start = new StartScreen(page, say);
  await start.answer({ province: account.province, certNo: account.idNo, domain: DOCS });
  await start.ask();
  await expect(page.getByRole("heading", { name: say("orderTypes.FIRST_FILING.label") })).toBeVisible();
  const order = await start.begin();
  const place = { city: "杭州市", district: "西湖区", investor: lead.name };
  await (await fillEntity(page, order, WHO, place)).continueTo(/\/services\/svc/);
  await fillSite(page, WHO, { name: "云杉示范文档站", content: 8, remark });
  await (await fillPerson(page, 0, { ...lead, ...CONTACT })).continueTo(/\/materials$/);
  await submit(page);
  await through(as, visitor, server, { order, domain: DOCS, called: [lead], asked: [lead] });
  return filedAs(server, DOCS).number.replace(/-\d+$/, "");
}

test("a company files, adds, changes, cancels, is gone and comes back under another number", async ({
  as,
  server,
  page: visitor,
}) => {
  test.setTimeout(600_000);
  const page = await as(WHO);
  const state = (order: string) => expect.poll(() => orderNow(server, order).state);

  const record = await test.step("a first website", () => fileFirst(as, page, visitor, server));

  await test.step("a second website, under the same record", async () => {
    const order = await addService(page, { domain: SHOP });
    const site = new WebsiteScreen(page, say);
    await site.ready();
    await site.fill({ name: "云杉示范展厅", domain: SHOP, content: 8, remark, server: "web-02" });
    await site.continueTo(/\/leads/);
    await new SectionScreen(page, say).continueTo(/\/materials/);
    await submit(page);
    await through(as, visitor, server, { order, domain: SHOP, called: [lead], asked: [lead] });
    expect(filedAs(server, SHOP).number).toBe(`${record}-2`);
  });

  await test.step("its name and its lead change; the new lead alone verifies", async () => {
    const order = await changeService(page, filedAs(server, SHOP));
    const site = new SectionScreen(page, say);
    await site.field("service.name").fill("云杉示范新展厅");
    await site.continueTo(/\/leads$/);
    await new SectionScreen(page, say).ready();
    await page.locator('[data-field="serviceLeads.0.person"] select').selectOption("new");
    await (await fillPerson(page, 1, SECOND)).continueTo(/\/materials$/);
    await submit(page);
    await through(as, visitor, server, { order, domain: SHOP, called: [lead, SECOND], asked: [SECOND] });
    expect(filedAs(server, SHOP).number).toBe(`${record}-2`);
  });

  await test.step("an APP on one platform; another platform comes by a change", async () => {
    if (ANDROID === undefined || IOS === undefined) throw new Error("no packages");
    const order = await addService(page, { domain: API, app: true });
    const app = new AppScreen(page, say);
    await app.ready();
    const about = { name: "云杉示范助手", domains: [API], content: 8, remark, server: "web-01" };
    await app.fill({ ...about, packages: [ANDROID] });
    await app.continueTo(/\/leads/);
    await new SectionScreen(page, say).continueTo(/\/materials/);
    await submit(page);
    await through(as, visitor, server, { order, domain: API, called: [lead], asked: [lead] });
    const filed = filedAs(server, API, "APP");
    expect(filed.number).toBe(`${record}-1A`);
    const change = await changeService(page, filed);
    await app.addPackage("IOS");
    await app.fillPackage(1, IOS);
    await app.continueTo(/\/(leads|materials)/);
    await page.goto(`/console/orders/${change}/materials`);
    await submit(page);
    await through(as, visitor, server, { order: change, domain: API, called: [lead], asked: [lead] });
    const sql =
      "SELECT platform FROM app_packages WHERE service_id = ? AND ended_at IS NULL ORDER BY platform";
    expect(rows<{ platform: string }>(server, sql, filed.id).map(({ platform }) => platform)).toEqual([
      ...["ANDROID", "IOS"],
    ]);
  });

  const [cancel, sandbox] = [new CancelScreen(page, say), new SandboxScreen(visitor, say)];
  const officer = await as("officer");
  const desk = new DeskScreen(officer, say);
  const prove = async ({ phone, idNo }: Person) => {
    const code = await sandbox.codeFor(phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(phone, idNo, code);
    await sandbox.expectOutcome("outcome.all_done");
  };

  const endAccess = async (who: Page, { entity, id, number }: Filed, domain: string) => {
    const form = new CancelScreen(who, say);
    await form.open(entity, "access", id);
    await form.copyNumber(number);
    await form.understand("CANCEL_ACCESS");
    const order = await form.begin("CANCEL_ACCESS");
    await state(order).toBe("AUTHORITY_REVIEW");
    await desk.open(domain);
    await desk.strike();
    await state(order).toBe("CANCELLED");
    await new QueryScreen(visitor, say).search("domain", domain);
    await expect(visitor.getByText(number)).toBeVisible();
  };

  await test.step("another company brings a website filed elsewhere, and takes it away again", async () => {
    const other = await as("elsewhere-unit");
    const filed = await takeOver(as, visitor, server, other);
    expect(filed.number).toBe("湘ICP备2021000317号-2");
    await endAccess(other, filed, "xianglu-books.com");
  });

  await test.step("access to the second website ends; its filing stays, until the authority strikes it off", async () => {
    const filed = filedAs(server, SHOP);
    await endAccess(page, filed, SHOP);
    await officer.goto("/authority/register");
    const act = say("authority.register.actOf.cancelled", { number: filed.number });
    await officer.getByRole("button", { name: act, exact: true }).click();
    const sure = officer.getByRole("dialog");
    await sure.getByRole("button", { name: say("authority.register.act.cancelled"), exact: true }).click();
    await expect(officer.getByText(say("authority.register.done.cancelled")).first()).toBeVisible();
  });

  await test.step("the APP is cancelled by its lead", async () => {
    const { entity, id, number } = filedAs(server, API, "APP");
    await cancel.open(entity, "service", id);
    await cancel.copyNumber(number);
    await cancel.prove(lead, sandbox);
    await cancel.understand("CANCEL_SERVICE");
    const order = await cancel.begin("CANCEL_SERVICE");
    await state(order).toBe("SMS_PENDING");
    await prove(lead);
    await desk.open(API);
    await desk.strike();
    await state(order).toBe("CANCELLED");
  });

  await test.step("the last one alone would leave a shell", async () => {
    const { entity, id } = filedAs(server, DOCS);
    await expect
      .poll(
        () => rows(server, "SELECT id FROM services WHERE entity_id = ? AND ended_at IS NULL", entity).length,
      )
      .toBe(1);
    await cancel.open(entity, "service", id);
    await expect(page.getByText(say("cancel.last.title"))).toBeVisible();
    await page.getByRole("link", { name: say("cancel.last.link") }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: say("cancel.title.CANCEL_ENTITY") }),
    ).toBeVisible();
  });

  await test.step("the record goes with all that is left, and nobody finds anything", async () => {
    const { entity } = filedAs(server, DOCS);
    await cancel.open(entity, "entity");
    await cancel.copyNumber(record);
    await cancel.prove(lead, sandbox);
    await cancel.understand("CANCEL_ENTITY");
    const order = await cancel.begin("CANCEL_ENTITY");
    await state(order).toBe("SMS_PENDING");
    await prove(lead);
    await desk.open(DOCS);
    await desk.strike();
    await state(order).toBe("CANCELLED");
    for (const domain of domains) {
      await new QueryScreen(visitor, say).search("domain", domain);
      await expect(visitor.getByText(say("query.none.title"), { exact: true })).toBeVisible();
    }
  });

  await test.step("filed again from the same account, it gets another number", async () => {
    const again = await fileFirst(as, page, visitor, server);
    expect(again).not.toBe(record);
    await new QueryScreen(visitor, say).search("number", record);
    await expect(visitor.getByText(`${record}-1`)).toHaveCount(0);
  });
});
