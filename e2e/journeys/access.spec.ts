import { violationsOf } from "../fixtures";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { decide, fillEntity, fillPerson, orderNow, review, submit, verify } from "../screens/road";
import { WebsiteScreen } from "../screens/section";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "access" });

const WHO = "elsewhere-unit";
const { lead, resources } = factsOf(WHO);
const RECORD = "湘ICP备2021000317号";
const NUMBER = `${RECORD}-2`;
const DOMAIN = "xianglu-books.com";
const FILED_NAME = "湘麓样例书讯";

test("a new service of an entity filed elsewhere, and numbers that lead nowhere", async ({ as, say }) => {
  const page = await as(WHO);
  await page.goto("/console/orders/new");
  const start = new StartScreen(page, say);
  const number = page.getByLabel(new RegExp(`^${say("orders.start.number")}`));
  const outcome = page.locator("section[aria-live]");

  await test.step("a number is read before anybody is asked", async () => {
    for (const [typed, reason] of [
      [RECORD, "number-entity"],
      [`${RECORD}-9`, "number-unknown"],
    ] as const) {
      await number.fill(typed);
      await start.ask();
      await expect(page.getByText(say(`errors.reason.start.${reason}`)).first()).toBeVisible();
    }
  });

  await test.step("certificate and domain stand under two numbers", async () => {
    await number.fill("");
    await start.answer({ domain: "xianglu-first.cn" });
    await start.ask();
    await expect(outcome).toContainText(say("orders.start.blocked.NUMBER_MISMATCH.title"));
  });

  await test.step("what is new begins under the record there is", async () => {
    await start.answer({ domain: "xianglu-new.cn" });
    await start.ask();
    await expect(outcome).toContainText(say("orderTypes.NEW_SERVICE_FOREIGN.label"));
    await expect(outcome).toContainText(RECORD);
    const order = await start.begin();
    await page.goto(`/console/orders/${order}/entity`);
    await expect(page.getByLabel(say("fields.entity.recordNumber.label"))).toHaveValue(RECORD);
    await page.goto(`/console/orders/${order}`);
    const abandon = say("orders.actions.abandon.label");
    await page.getByRole("button", { name: abandon, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: abandon, exact: true }).click();
    await expect(page.getByText(say("states.ABANDONED.label"), { exact: true }).first()).toBeVisible();
  });
});

test("a website filed elsewhere gets access here, in a province where everything must be as filed", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as(WHO);
  const comparison = page.locator("details").filter({ hasText: say("orders.filedComparison.title") });
  const mustMatch = comparison.getByText(say("orders.filedComparison.states.mustMatch"), { exact: true });

  const order = await test.step("its number alone finds it", async () => {
    await page.goto("/console/orders/new");
    const start = new StartScreen(page, say);
    await page.getByLabel(new RegExp(`^${say("orders.start.number")}`)).fill("湘icp备2021000317-2");
    await start.ask();
    const outcome = page.locator("section[aria-live]");
    await expect(outcome).toContainText(say("orderTypes.ACCESS_FILING.label"));
    for (const told of [NUMBER, FILED_NAME, DOMAIN]) await expect(outcome).toContainText(told);
    expect(await violationsOf(page)).toEqual([]);
    return start.begin();
  });
  const base = `/console/orders/${order}`;

  await test.step("the organiser, then the other filed sites", async () => {
    const entity = await fillEntity(page, order, WHO, {
      ...{ city: "长沙市", district: "岳麓区", investor: lead.name },
    });
    await entity.continueTo(/\/filed/);
    for (const box of await page
      .locator('input[type="checkbox"][name^="rows."]:not([name$="cancelFirst"])')
      .all())
      await box.check();
    await entity.continueTo(/\/services\/svc/);
  });

  const site = new WebsiteScreen(page, say);
  await test.step("domain and number are read, not typed; another name than the filed one does not pass", async () => {
    await site.ready();
    await expect(site.field("service.domain")).toHaveAttribute("readonly", "");
    await expect(site.field("service.serviceFilingNumber")).toHaveValue(NUMBER);
    await site.field("service.name").fill("湘麓样例书讯网");
    await site.field("service.homepageUrl").fill(`https://www.${DOMAIN}`);
    await page.getByLabel(say("codes.content.8"), { exact: true }).check();
    await site.field("service.remark").fill("介绍本单位的图书与活动，供读者查阅，不含论坛与交易功能。");
    await page.getByLabel(say("sections.preApproval.none")).check();
    await page.getByRole("radio", { name: resources[0]?.name ?? "" }).check();
    await site.continue();
    await expect(site.field("service.name")).toHaveAttribute("aria-invalid", "true");
    await site.saved();
    await page.goto(page.url());
    await expect(mustMatch).toBeVisible();
    await expect(comparison).toContainText(FILED_NAME);
    expect(await violationsOf(page)).toEqual([]);
    await site.ready();
    await site.field("service.name").fill(FILED_NAME);
    await site.continueTo(/\/leads/);
  });

  await test.step("so does the lead's number, which is shown in part only", async () => {
    const answers = { name: lead.name, idNo: lead.idNo, email: "lead@xianglu-books.com" };
    const wrong = { ...answers, phone: "13900010999", emergency: "13800010121" };
    const people = await fillPerson(page, 0, wrong);
    await people.continue();
    const phone = people.field("person.phone1", people.person(0));
    await expect(phone).toHaveAttribute("aria-invalid", "true");
    await people.saved();
    await page.goto(page.url());
    await expect(mustMatch.first()).toBeVisible();
    await expect(comparison).toContainText("139****0121");
    await expect(comparison).not.toContainText(lead.phone);
    await people.ready();
    await phone.fill(lead.phone);
    await people.continueTo(/\/materials/);
  });

  await test.step("documents, check, submission", async () => {
    await submit(page);
    await page.goto(`${base}/check`);
    await expect(mustMatch).toHaveCount(0);
  });

  await test.step("the reviewer sees both side by side; the lead of the service verifies; approved", async () => {
    await review(as, orderNow(server, order).number, [lead], async (desk) => {
      const shown = desk.locator("details").filter({ hasText: say("orders.filedComparison.title") });
      await shown.locator("summary").click();
      await expect(shown).toContainText(NUMBER);
      expect(await violationsOf(desk)).toEqual([]);
    });
    await verify(visitor, server, order, [lead]);
    await decide(as, DOMAIN);
    await expect.poll(() => orderNow(server, order).state).toBe("APPROVED");
  });

  await test.step("served here under the number it had; the old access is the owner's to end", async () => {
    const query = new QueryScreen(visitor, say);
    await query.search("domain", DOMAIN);
    await expect(query.rows).toHaveCount(1);
    await expect(query.rows.first()).toContainText(NUMBER);
    const [filed] = rows<{ id: string }>(server, "SELECT id FROM services WHERE number = ?", NUMBER);
    await page.goto(`/console/filings/after/${filed?.id ?? ""}`);
    await expect(page.getByText(say("after.task.cancel-old-access.name"))).toBeVisible();
    await page.goto("/console/orders/new");
    const start = new StartScreen(page, say);
    await start.answer({ domain: "xianglu-sample.cn" });
    await start.ask();
    await expect(page.locator("section[aria-live]")).toContainText(say("orderTypes.ACCESS_SERVICE.label"));
  });
});
