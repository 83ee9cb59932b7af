import { CheckScreen } from "../screens/check";
import { DeskScreen } from "../screens/desk";
import { jpeg, MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { authorityRows } from "../screens/register";
import { SandboxScreen } from "../screens/sandbox";
import { EntityScreen, PeopleScreen, WebsiteScreen } from "../screens/section";
import { ServicesScreen } from "../screens/services";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "enterprise-two-websites" });

const { account, lead, second, domains } = factsOf("fresh-unit");
const SITE = "云杉示范产品展示";
const HELP = "云杉示范帮助中心";

test("a company files two websites, from the first click to the public query", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(180_000);
  const page = await as("fresh-unit");
  if (second === null) throw new Error("the persona has a second person");

  await test.step("the overview offers one next step: the first filing", async () => {
    await expect(page.getByRole("heading", { level: 2, name: say("console.next.start.text") })).toBeVisible();
    await page.getByRole("link", { name: say("console.next.start.action") }).click();
    await page.waitForURL("/console/orders/new");
  });

  const orderId = await test.step("five answers lead to a first filing", async () => {
    const start = new StartScreen(page, say);
    await start.answer({ province: account.province, certNo: account.idNo, domain: domains[0] });
    await start.ask();
    await expect(page.getByRole("heading", { name: say("orderTypes.FIRST_FILING.label") })).toBeVisible();
    return start.begin();
  });
  const order = `/console/orders/${orderId}`;
  const stateNow = () =>
    rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", orderId)[0]?.state;

  await test.step("the entity", async () => {
    await page.getByRole("link", { name: say("orders.place.entity") }).click();
    const entity = new EntityScreen(page, say);
    await expect(entity.field("entity.certNo")).toHaveValue(account.idNo);
    await entity.fill({
      name: account.realName,
      city: "杭州市",
      district: "西湖区",
      address: account.address,
      validFrom: "2019-03-12",
      investor: lead.name,
    });
    await entity.continueTo(/\/services\/svc/);
  });

  await test.step("the first website", async () => {
    const site = new WebsiteScreen(page, say);
    await expect(site.field("service.domain")).toHaveValue(domains[0] ?? "");
    await site.fill({
      name: SITE,
      domain: domains[0] ?? "",
      content: 8,
      remark: "展示本单位的产品样例、参数与联系方式，不含论坛与交易功能。",
      server: "web-01",
    });
    await site.continueTo(/\/leads$/);
  });

  await test.step("websites are added, copied, moved and removed by buttons", async () => {
    await page.goto(`${order}/services`);
    const list = new ServicesScreen(page, say);
    await list.button("copy", SITE).click();
    const copy = say("orders.services.unnamed", { kind: "WEBSITE", number: 2 });
    await expect(list.names).toHaveText([SITE, copy]);
    await list.edit(copy).click();
    const site = new WebsiteScreen(page, say);
    // What names a website is not copied; what describes it is.
    await expect(site.field("service.domain")).toHaveValue("");
    await expect(site.field("service.remark")).not.toHaveValue("");
    await site.fill({
      name: HELP,
      domain: domains[1] ?? "",
      content: 8,
      remark: "本单位产品样例的使用手册与常见问题，不含论坛与交易功能。",
      server: "web-02",
    });
    await site.continueTo(/\/leads$/);
    await page.goto(`${order}/services`);
    await list.add();
    await page.goto(`${order}/services`);
    const third = say("orders.services.unnamed", { kind: "WEBSITE", number: 3 });
    await expect(list.names).toHaveText([SITE, HELP, third]);
    await list.remove(third);
    await expect(list.names).toHaveText([SITE, HELP]);
    await list.button("up", HELP).focus();
    await page.keyboard.press("Enter");
    await expect(list.names).toHaveText([HELP, SITE]);
    await list.button("down", HELP).focus();
    await page.keyboard.press("Enter");
    await expect(list.names).toHaveText([SITE, HELP]);
    await page.getByRole("link", { name: say("orders.services.next") }).click();
    await page.waitForURL(/\/leads$/);
  });

  await test.step("one person represents and leads, another leads the second website", async () => {
    const people = new PeopleScreen(page, say);
    await people.giveServiceToSomebodyElse(1);
    const ids = { validFrom: "2016-05-01", validTo: "2036-05-01" };
    await people.fillPerson(0, {
      ...lead,
      ...ids,
      emergency: "13800010001",
      email: "lead@yunshan-demo.cn",
    });
    await people.fillPerson(1, {
      ...second,
      ...ids,
      emergency: "13800010002",
      email: "second@yunshan-demo.cn",
    });
    await expect(people.person(0)).toContainText(say("sections.people.hat.legalRep"));
    await expect(people.person(0)).toContainText(say("sections.people.hat.entityLead"));
    await people.continueTo(/\/materials$/);
  });

  await test.step("documents: one from the disk, the others from the sandbox, with their dates", async () => {
    const materials = new MaterialsScreen(page, say);
    const certificate = materials.side("ORG_CERT", "SINGLE");
    await materials.choose(certificate, { name: "执照.jpg", mimeType: "image/jpeg", buffer: await jpeg() });
    await expect(certificate).toHaveAttribute("data-filled", "true");
    await materials.useSamples();
    await materials.dateAll(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
    await page.getByRole("link", { name: say("orders.toCheck") }).click();
    await page.waitForURL(/\/check$/);
  });

  const number = await test.step("everything is checked, declared and submitted", async () => {
    const check = new CheckScreen(page, say);
    await expect(page.getByText(say("orders.check.ready"))).toBeVisible();
    for (const text of [account.realName, SITE, HELP, domains[1] ?? "", lead.name, second.name])
      await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
    await check.declareAll();
    await check.submit();
    await expect(page.getByText(say("states.PROVIDER_REVIEW.label"), { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: say("orders.wait.who.reviewer") })).toBeVisible();
    const [row] = rows<{ number: string; state: string }>(
      server,
      "SELECT number, state FROM orders WHERE id = ?",
      orderId,
    );
    expect(row?.state).toBe("PROVIDER_REVIEW");
    return row?.number ?? "";
  });

  await test.step("a reviewer claims, compares, phones both leads and approves", async () => {
    const desk = await as("reviewer-lin");
    const review = new ReviewScreen(desk, say);
    await review.claim(number);
    await expect(desk.getByText(lead.idNo).first()).toBeVisible();
    const pictures = rows(
      server,
      "SELECT id FROM materials WHERE order_id = ? AND replaced_at IS NULL",
      orderId,
    );
    const place = (n: number) => desk.getByText(say("review.bench.document", { n, total: pictures.length }));
    await expect(place(1)).toBeVisible();
    await desk.getByRole("button", { name: say("review.bench.next"), exact: true }).click();
    await expect(place(2)).toBeVisible();
    await review.recordCalls([lead.name, second.name]);
    await review.approve();
    expect(stateNow()).toBe("READY_FOR_AUTHORITY");
    const calls = rows<{ outcome: string }>(server, "SELECT outcome FROM calls WHERE order_id = ?", orderId);
    expect(calls).toEqual([{ outcome: "REACHED_OK" }, { outcome: "REACHED_OK" }]);
  });

  await test.step("ten minutes later the authority has it, and both leads verify by SMS", async () => {
    const sandbox = new SandboxScreen(visitor, say);
    await sandbox.advance("minutes10");
    await expect.poll(stateNow).toBe("SMS_PENDING");
    const codes = [await sandbox.codeFor(lead.phone), await sandbox.codeFor(second.phone)];
    expect(new Set(codes).size).toBe(2);
    await visitor.getByRole("link", { name: say("sandbox.mailbox.verify") }).click();
    await visitor.waitForURL("/verify");
    await sandbox.tryCode(lead.phone, lead.idNo, codes[0] ?? "");
    await sandbox.expectOutcome("outcome.done");
    const verified = "SELECT seq FROM order_events WHERE order_id = ? AND type = 'sms_done'";
    await expect.poll(() => rows(server, verified, orderId).length).toBe(1);
    await page.reload();
    await expect(page.getByText(say("orders.sms.done"), { exact: true })).toHaveCount(1);
    await sandbox.tryCode(second.phone, second.idNo, codes[1] ?? "");
    await sandbox.expectOutcome("outcome.all_done");
    await expect.poll(stateNow).toBe("AUTHORITY_REVIEW");
  });

  await test.step("the officer approves", async () => {
    const desk = await as("officer");
    const authority = new DeskScreen(desk, say);
    await authority.open(domains[0] ?? "");
    await expect(desk.getByText(SITE).first()).toBeVisible();
    await authority.approve();
    await expect.poll(stateNow).toBe("APPROVED");
  });

  await test.step("the numbers stand in the console and in the public query", async () => {
    const [entity] = authorityRows<{ number: string }>(
      server,
      "SELECT number FROM register_entities WHERE unit_name = ?",
      account.realName,
    );
    const main = entity?.number ?? "";
    await page.reload();
    await expect(
      page.getByRole("paragraph").filter({ hasText: say("orders.numbers.approved") }),
    ).toBeVisible();
    await page.goto("/console");
    for (const text of [main, `${main}-1`, `${main}-2`])
      await expect(page.getByText(text, { exact: true })).toBeVisible();
    const query = new QueryScreen(visitor, say);
    await query.search("domain", domains[1] ?? "");
    await expect(query.rows).toHaveCount(1);
    await expect(query.rows).toContainText(`${main}-2`);
    await query.search("unit", "云杉示范");
    await expect(query.rows).toHaveCount(2);
    await query.search("number", main);
    await expect(query.rows).toHaveCount(2);
  });
});
