import { factsOf } from "../screens/people";
import {
  begin,
  decide,
  fillEntity,
  fillPerson,
  fillSite,
  orderNow,
  review,
  submit,
  verify,
} from "../screens/road";
import { PeopleScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";

test.use({ story: "organisers" });
test.describe.configure({ mode: "serial" });

const say = words("zh-CN");

test("a government body under gov.cn, up to its filing number", async ({ as, server, page: visitor }) => {
  test.setTimeout(240_000);
  const { lead, domains } = factsOf("fresh-government");
  const page = await as("fresh-government");
  const orderId = await begin(page, "fresh-government", 2);
  const entity = await fillEntity(page, orderId, "fresh-government", {
    city: "成都市",
    district: "锦江区",
    investor: "成都市锦江区人民政府",
  });
  await expect(entity.field("entity.certType").locator("option")).toHaveText([
    say("form.choose"),
    say("codes.cert.13"),
    say("codes.cert.9"),
  ]);
  await expect(page.getByText(say("certificates.number.13"))).toBeVisible();
  await expect(page.getByText(say("sections.investor.state"))).toBeVisible();
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-government", {
    name: "样例街道办事处",
    content: 8,
    remark: "发布本街道的办事指南、通知公告与联系方式，不含论坛与交易功能。",
  });
  const contact = { emergency: "13800010071", email: "lead@yangli-office.gov.cn" };
  await (await fillPerson(page, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
  await submit(page);

  await review(as, orderNow(server, orderId).number, [lead]);
  await verify(visitor, server, orderId, [lead]);
  await decide(as, domains[0] ?? "");
  await expect.poll(() => orderNow(server, orderId).state).toBe("APPROVED");
  await page.goto("/console");
  await expect(page.getByText(/^蜀ICP备\d+号-1$/)).toBeVisible();
});

test("a public institution; another kind keeps what fits and says what does not", async ({ as }) => {
  test.setTimeout(180_000);
  const { account, lead } = factsOf("fresh-institution");
  const page = await as("fresh-institution");
  const orderId = await begin(page, "fresh-institution", 3);
  const entity = await fillEntity(page, orderId, "fresh-institution", {
    city: "杭州市",
    district: "西湖区",
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
  const contact = { emergency: "13800010081", email: "lead@yangli-library.cn" };
  await (await fillPerson(page, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
  await submit(page);
});

test("a person files in another province than that of the ID", async ({ as }) => {
  test.setTimeout(180_000);
  const { lead } = factsOf("fresh-away");
  const page = await as("fresh-away");
  const orderId = await begin(page, "fresh-away");
  const entity = await fillEntity(page, orderId, "fresh-away", { city: "深圳市", district: "南山区" });
  await expect(page.getByText(say("rules.entity.local-id.residence"))).toBeVisible();
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-away", {
    name: "远帆读书札记",
    content: 24,
    remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
  });
  const contact = { emergency: "13800010091", email: "me@dingyuanfan-notes.cn" };
  await (await fillPerson(page, 0, { phone: lead.phone, ...contact })).continueTo(/\/materials$/);
  await expect(page.getByRole("heading", { name: say("materials.RESIDENCE_PROOF.name") })).toBeVisible();
  await submit(page);
});

test("a service lead from Hong Kong", async ({ as }) => {
  test.setTimeout(180_000);
  const { lead } = factsOf("fresh-unit");
  const page = await as("fresh-unit");
  const orderId = await begin(page, "fresh-unit");
  const place = { city: "杭州市", district: "西湖区" };
  const entity = await fillEntity(page, orderId, "fresh-unit", { ...place, investor: lead.name });
  await entity.continueTo(/\/services\/svc/);
  await fillSite(page, "fresh-unit", {
    name: "云杉示范产品展示",
    content: 8,
    remark: "展示本单位的产品样例、参数与联系方式，不含论坛与交易功能。",
  });
  await new PeopleScreen(page, say).giveServiceToSomebodyElse(0);
  await fillPerson(page, 0, { ...lead, emergency: "13800010001", email: "lead@yunshan-demo.cn" });
  const people = await fillPerson(page, 1, {
    ...{ name: "黄样例", idType: 14, idNo: "H12345678", phone: "13900010095" },
    ...{ validFrom: "2024-01-10", validTo: "2034-01-09" },
    ...{ emergency: "13800010095", email: "hk@yunshan-demo.cn" },
  });
  await expect(people.person(1)).toContainText(say("certificates.holder.14"));
  await expect(people.person(1)).toContainText(say("certificates.number.14"));
  await people.continueTo(/\/materials$/);
  await submit(page);
});
