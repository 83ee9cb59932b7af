import { axe } from "../fixtures";
import { CodesScreen } from "../screens/codes";
import { factsOf } from "../screens/people";
import { begin, fillEntity, fillPerson, orderNow, submit } from "../screens/road";
import { WebsiteScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";

test.use({ story: "codes" });

const say = words("zh-CN");
const [OWNER, BORROWER] = ["fresh-unit", "fresh-institution"];

test("an owner lends a place on his server, another account files with it and gives it back", async ({
  as,
  server,
}) => {
  test.setTimeout(240_000);
  const { account, resources } = factsOf(OWNER);
  const { lead, domains, resources: own } = factsOf(BORROWER);
  const lent = resources[0];
  if (lent === undefined) throw new Error("the owner has no server");
  const borrower = await as(BORROWER);
  const owner = new CodesScreen(await as(OWNER), say);
  const friend = await new CodesScreen(borrower, say).accountId();
  const mine = await owner.accountId();

  await test.step("conditions one by one, an id that is none, one that nobody has, two codes", async () => {
    await owner.open(lent.name);
    await expect(owner.conditions).toHaveCount(9);
    await expect(owner.page.locator('[data-met="false"]')).toHaveCount(0);
    await owner.expectQuota(0, 5);
    await owner.make("abc", "朋友");
    await expect(owner.page.getByText(say("errors.reason.lending.account-form"))).toBeVisible();
    await owner.make("01900000-0000-7000-8000-000000000000", "朋友");
    await expect(owner.page.getByText(say("errors.reason.lending.account-unknown"))).toBeVisible();
    await owner.make(` ${friend.toUpperCase()} `, "朋友");
    await owner.expectState("朋友", "UNUSED");
    await owner.make(mine, "自用");
    await owner.expectState("自用", "UNUSED");
    await owner.expectQuota(2, 5);
    await axe(owner.page);
  });
  const [code, foreign] = [await owner.code("朋友"), await owner.code("自用")];

  const site = new WebsiteScreen(borrower, say);
  const orderId = await begin(borrower, BORROWER, 3);
  await test.step("a code of another account is refused with the reason", async () => {
    const entity = await fillEntity(borrower, orderId, BORROWER, {
      city: "杭州市",
      district: "西湖区",
      investor: "杭州市西湖区人民政府",
    });
    await entity.continueTo(/\/services\/svc/);
    await site.ready();
    await site.fill({
      name: "杭州样例图书馆",
      content: 8,
      remark: "介绍本馆的馆藏、开放时间与读者服务，不含论坛与交易功能。",
      domain: domains.at(-1) ?? "",
      server: own[0]?.name ?? "",
    });
    await borrower.getByRole("radio", { name: say("sections.resource.code") }).check();
    await site.field("resource.code").fill(foreign);
    await site.field("service.ips").fill(lent.publicIp);
    await site.continue();
    await expect(site.summary).toContainText(say("rules.resource.code.message"));
    await owner.page.reload();
    await owner.expectState("自用", "UNUSED");
  });

  await test.step("his own is taken at once, and cannot be taken away", async () => {
    await site.field("resource.code").fill(code.toLowerCase());
    await site.field("service.serverLocation").selectOption(lent.province);
    await site.continueTo(/\/leads$/);
    await owner.page.reload();
    await owner.expectState("朋友", "IN_USE");
    const remove = say("authCodes.removeTitle", { name: code.slice(-5) });
    await expect(owner.page.getByRole("button", { name: remove, exact: true })).toHaveCount(0);
  });

  await test.step("it is handed in, and the reviewer sees whose server it is", async () => {
    const contact = { emergency: "13800010081", email: "lead@yangli-library.cn" };
    await (await fillPerson(borrower, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
    await submit(borrower);
    const desk = await as("reviewer-lin");
    await new ReviewScreen(desk, say).claim(orderNow(server, orderId).number);
    const known = say("review.bench.authCode.known", {
      code: `····-${code.slice(-4)}`,
      owner: account.realName,
      server: `${lent.name} ${lent.publicIp}`,
    });
    await expect(desk.getByText(known, { exact: true })).toBeVisible();
    await expect(desk.getByText(code)).toHaveCount(0);
  });

  await test.step("given up, the code is free, and its owner takes it away", async () => {
    await borrower.goto(`/console/orders/${orderId}`);
    const abandon = say("orders.actions.abandon.label");
    await borrower.getByRole("button", { name: abandon, exact: true }).click();
    await borrower.getByRole("dialog").getByRole("button", { name: abandon, exact: true }).click();
    await expect(borrower.getByText(say("states.ABANDONED.label"), { exact: true })).toBeVisible();
    await owner.page.reload();
    await owner.expectState("朋友", "UNUSED");
    const remove = say("authCodes.removeTitle", { name: code.slice(-5) });
    await owner.page.getByRole("button", { name: remove, exact: true }).click();
    await owner.page
      .getByRole("dialog")
      .getByRole("button", { name: say("authCodes.remove") })
      .click();
    await expect(owner.row("朋友")).toHaveCount(0);
    await owner.expectQuota(1, 5);
  });
});
