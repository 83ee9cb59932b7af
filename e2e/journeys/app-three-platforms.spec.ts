import { axe } from "../fixtures";
import { AppScreen, packagesOf } from "../screens/app";
import { CheckScreen } from "../screens/check";
import { MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { authorityRows } from "../screens/register";
import { decide, fillEntity, fillPerson, orderNow, review, verify } from "../screens/road";
import { StartScreen } from "../screens/start";
import { expect, test } from "../screens/story";

test.use({ story: "app-three-platforms" });

const { account, lead, domains } = factsOf("fresh-unit");
const NAME = "云杉示范助手";
const API = `api.app.${domains[0]}`;
const CDN = domains[1] ?? "";
const PACKAGES = packagesOf("cn.yunshan.helper");

test("a company files an APP on three platforms, from the first click to its number", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(180_000);
  const page = await as("fresh-unit");
  const app = new AppScreen(page, say);

  const orderId = await test.step("the order starts with the APP", async () => {
    await page.goto("/console/orders/new");
    const start = new StartScreen(page, say);
    await start.answer({ province: account.province, certNo: account.idNo, domain: API, app: true });
    await start.ask();
    await expect(page.getByRole("heading", { name: say("orderTypes.FIRST_FILING.label") })).toBeVisible();
    return start.begin();
  });
  await test.step("the entity", async () => {
    const place = { city: "杭州市", district: "西湖区" };
    const entity = await fillEntity(page, orderId, "fresh-unit", { ...place, investor: lead.name });
    await entity.continueTo(/\/services\/svc/);
  });

  await test.step("an empty page says what is missing, and each answer takes its sentence away", async () => {
    await app.ready();
    await expect(app.domains.first()).toHaveValue(API);
    await app.continue();
    const missing = app.summary.getByText(say("rules.app.required.packages"));
    await expect(missing).toBeVisible();
    await missing.click();
    await expect(app.group("service.packages").getByRole("button").first()).toBeFocused();
    await axe(page);
    await app.addPackage("ANDROID");
    await expect(missing).toHaveCount(0);
    const print = app.field("package.certFingerprint", app.package(0));
    await print.fill("2fd4e1c67a2d28fced849ee1bb76e7391b93eb12");
    const tooLong = say("rules.app.fingerprint-length.message", { length: 32, count: 40 });
    await expect(app.summary.getByText(tooLong)).toBeVisible();
    await app.field("package.platform", app.package(0)).selectOption("IOS");
    await expect(app.summary.getByText(tooLong)).toHaveCount(0);
    await page.getByRole("button", { name: say("sections.app.removePackage", { number: 1 }) }).click();
    await expect(app.package(0)).toHaveCount(0);
    await expect(app.group("service.packages").getByRole("button").first()).toBeFocused();
  });

  await test.step("name, domains, three packages; they are there after a reload", async () => {
    await app.fill({
      name: NAME,
      domains: [API, CDN],
      content: 8,
      remark: "查询本单位产品的使用说明与服务进度，不含论坛与交易功能。",
      packages: PACKAGES,
      server: "web-01",
    });
    await app.saved();
    await axe(page);
    await page.reload();
    await app.ready();
    await expect(app.domains).toHaveCount(2);
    await expect(app.field("package.packageName", app.package(2))).toHaveValue("cn.yunshan.helper");
    await expect(app.field("package.platform", app.package(2))).toHaveValue("HARMONY");
    await app.continueTo(/\/leads$/);
  });

  await test.step("who is in charge", async () => {
    const contact = { emergency: "13800010001", email: "lead@yunshan-demo.cn" };
    await (await fillPerson(page, 0, { ...lead, ...contact })).continueTo(/\/materials$/);
  });

  await test.step("the icon is one of the documents", async () => {
    const materials = new MaterialsScreen(page, say);
    await expect(materials.side("APP_ICON", "SINGLE")).toBeVisible();
    await materials.useSamples();
    await materials.dateAll(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
    await page.getByRole("link", { name: say("orders.toCheck") }).click();
    await page.waitForURL(/\/check$/);
  });

  await test.step("all of it can be read before it is submitted", async () => {
    const texts = [NAME, CDN, say("codes.platform.HARMONY"), PACKAGES[1]?.certFingerprint ?? ""];
    for (const text of texts) await expect(page.getByText(text).first()).toBeVisible();
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    expect(orderNow(server, orderId).state).toBe("PROVIDER_REVIEW");
  });

  await test.step("the reviewer sees every package and approves", async () => {
    await review(as, orderNow(server, orderId).number, [lead], async (desk) => {
      for (const { certFingerprint } of PACKAGES.slice(1))
        await expect(desk.getByText(certFingerprint).first()).toBeVisible();
      await expect(desk.getByText(say("fields.package.publicKey.label")).first()).toBeVisible();
    });
  });

  await test.step("the authority gets it, the lead verifies, the officer approves", async () => {
    await verify(visitor, server, orderId, [lead]);
    await decide(as, API, (desk) =>
      expect(desk.getByText(PACKAGES[0]?.packageName ?? "").first()).toBeVisible(),
    );
    await expect.poll(() => orderNow(server, orderId).state).toBe("APPROVED");
  });

  await test.step("its number ends with A, in the console and for everybody", async () => {
    const [entity] = authorityRows<{ number: string }>(
      server,
      "SELECT number FROM register_entities WHERE unit_name = ?",
      account.realName,
    );
    const own = `${entity?.number}-1A`;
    await page.goto("/console/filings");
    const row = page.getByRole("row").filter({ hasText: own });
    await expect(row).toContainText(NAME);
    await expect(row).toContainText(say("console.filings.kind.APP"));
    const query = new QueryScreen(visitor, say);
    await query.search("domain", API);
    await expect(query.rows).toHaveCount(1);
    await expect(query.rows).toContainText(own);
    await query.search("number", own);
    await expect(query.rows).toContainText(NAME);
  });
});
