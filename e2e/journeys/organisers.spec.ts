import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { begin, fillSite, submit } from "../screens/road";
import { SandboxScreen } from "../screens/sandbox";
import { EntityScreen, PeopleScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "organisers" });
test.describe.configure({ mode: "serial" });

const say = words("zh-CN");
const IDS = { validFrom: "2016-05-01", validTo: "2036-05-01" };

test("a government body under gov.cn, up to its filing number", async ({ as, server, page: visitor }) => {
  test.setTimeout(240_000);
  const { account, lead, domains } = factsOf("fresh-government");
  const page = await as("fresh-government");
  const orderId = await begin(page, "fresh-government", 2);
  const entity = new EntityScreen(page, say);
  await page.goto(`/console/orders/${orderId}/entity`);
  await entity.ready();
  await expect(entity.field("entity.certType").locator("option")).toHaveText([
    say("form.choose"),
    say("codes.cert.13"),
    say("codes.cert.9"),
  ]);
  await expect(page.getByText(say("certificates.number.13"))).toBeVisible();
  await expect(page.getByText(say("sections.investor.state"))).toBeVisible();
  await entity.fill({
    name: account.realName,
    city: "成都市",
    district: "锦江区",
    address: account.address,
    validFrom: "2019-03-12",
    investor: "成都市锦江区人民政府",
  });
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-government", {
    name: "样例街道办事处",
    content: 8,
    remark: "发布本街道的办事指南、通知公告与联系方式，不含论坛与交易功能。",
  });
  const people = new PeopleScreen(page, say);
  await people.ready();
  await people.fillPerson(0, {
    ...lead,
    ...IDS,
    emergency: "13800010071",
    email: "lead@yangli-office.gov.cn",
  });
  await people.continueTo(/\/materials$/);
  await submit(page);

  const stored = () =>
    rows<{ number: string; state: string }>(
      server,
      "SELECT number, state FROM orders WHERE id = ?",
      orderId,
    )[0];
  const desk = await as("reviewer-lin");
  const review = new ReviewScreen(desk, say);
  await review.claim(stored()?.number ?? "");
  await review.recordCalls([lead.name]);
  await review.approve();
  const sandbox = new SandboxScreen(visitor, say);
  await sandbox.advance("minutes10");
  await expect.poll(() => stored()?.state).toBe("SMS_PENDING");
  const code = await sandbox.codeFor(lead.phone);
  await visitor.getByRole("link", { name: say("sandbox.mailbox.verify") }).click();
  await visitor.waitForURL("/verify");
  await sandbox.tryCode(lead.phone, lead.idNo, code);
  await sandbox.expectOutcome("outcome.all_done");
  const officer = new DeskScreen(await as("officer"), say);
  await officer.open(domains[0] ?? "");
  await officer.approve();
  await expect.poll(() => stored()?.state).toBe("APPROVED");
  await page.goto("/console");
  await expect(page.getByText(/^蜀ICP备\d+号-1$/)).toBeVisible();
});

test("a public institution; another kind keeps what fits and says what does not", async ({ as }) => {
  test.setTimeout(180_000);
  const { account, lead } = factsOf("fresh-institution");
  const page = await as("fresh-institution");
  const orderId = await begin(page, "fresh-institution", 3);
  const entity = new EntityScreen(page, say);
  await page.goto(`/console/orders/${orderId}/entity`);
  await entity.ready();
  await entity.fill({
    name: account.realName,
    city: "杭州市",
    district: "西湖区",
    address: account.address,
    validFrom: "2019-03-12",
    investor: "杭州市西湖区人民政府",
  });

  await test.step("another kind of organiser, and back", async () => {
    const nature = entity.field("entity.nature");
    await nature.selectOption({ label: say("codes.nature.6") });
    await expect(
      page.getByText(say("sections.nature.lost", { cert: say("codes.cert.4") }), { exact: true }),
    ).toBeVisible();
    await expect(entity.field("entity.certType")).toHaveValue("");
    await expect(entity.field("entity.certNo")).toHaveValue(account.idNo);
    await expect(entity.field("entity.name")).toHaveValue(account.realName);
    await nature.selectOption({ label: say("codes.nature.3") });
    await expect(page.getByText(say("sections.nature.kept"), { exact: true })).toBeVisible();
    await entity.field("entity.certType").selectOption({ label: say("codes.cert.4") });
  });

  await test.step("a district follows its city; what is not listed can be written", async () => {
    await entity.enter("entity.city", "宁波市");
    await expect(entity.field("entity.district")).toHaveValue("");
    await entity.field("entity.district").selectOption({ label: say("sections.place.byHand") });
    await expect(entity.field("entity.district")).toBeFocused();
    await page.getByRole("button", { name: say("sections.place.list") }).click();
    await entity.enter("entity.city", "杭州市");
    await entity.enter("entity.district", "西湖区");
  });
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-institution", {
    name: "杭州样例图书馆",
    content: 8,
    remark: "介绍本馆的馆藏、开放时间与读者服务，不含论坛与交易功能。",
  });
  const people = new PeopleScreen(page, say);
  await people.ready();
  await people.fillPerson(0, { ...lead, ...IDS, emergency: "13800010081", email: "lead@yangli-library.cn" });
  await people.continueTo(/\/materials$/);
  await submit(page);
});

test("a person files in another province than that of the ID", async ({ as }) => {
  test.setTimeout(180_000);
  const { account, lead } = factsOf("fresh-away");
  const page = await as("fresh-away");
  const orderId = await begin(page, "fresh-away");
  const entity = new EntityScreen(page, say);
  await page.goto(`/console/orders/${orderId}/entity`);
  await entity.ready();
  await entity.fill({
    name: account.realName,
    city: "深圳市",
    district: "南山区",
    address: account.address,
    ...IDS,
  });
  await expect(page.getByText(say("rules.entity.local-id.residence"))).toBeVisible();
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-away", {
    name: "远帆读书札记",
    content: 24,
    remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
  });
  const people = new PeopleScreen(page, say);
  await people.ready();
  await people.fillPerson(0, {
    phone: lead.phone,
    emergency: "13800010091",
    email: "me@dingyuanfan-notes.cn",
  });
  await people.continueTo(/\/materials$/);
  await expect(page.getByRole("heading", { name: say("materials.RESIDENCE_PROOF.name") })).toBeVisible();
  await submit(page);
});

test("a service lead from Hong Kong", async ({ as }) => {
  test.setTimeout(180_000);
  const { account, lead } = factsOf("fresh-unit");
  const page = await as("fresh-unit");
  const orderId = await begin(page, "fresh-unit");
  const entity = new EntityScreen(page, say);
  await page.goto(`/console/orders/${orderId}/entity`);
  await entity.ready();
  await entity.fill({
    name: account.realName,
    city: "杭州市",
    district: "西湖区",
    address: account.address,
    validFrom: "2019-03-12",
    investor: lead.name,
  });
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-unit", {
    name: "云杉示范产品展示",
    content: 8,
    remark: "展示本单位的产品样例、参数与联系方式，不含论坛与交易功能。",
  });
  const people = new PeopleScreen(page, say);
  await people.ready();
  await people.giveServiceToSomebodyElse(0);
  await people.fillPerson(0, { ...lead, ...IDS, emergency: "13800010001", email: "lead@yunshan-demo.cn" });
  const permit = { name: "黄样例", idType: 14, idNo: "H12345678", phone: "13900010095" };
  await people.fillPerson(1, {
    ...permit,
    validFrom: "2024-01-10",
    validTo: "2034-01-09",
    emergency: "13800010095",
    email: "hk@yunshan-demo.cn",
  });
  await expect(people.person(1)).toContainText(say("certificates.holder.14"));
  await expect(people.person(1)).toContainText(say("certificates.number.14"));
  await people.continueTo(/\/materials$/);
  await submit(page);
});
