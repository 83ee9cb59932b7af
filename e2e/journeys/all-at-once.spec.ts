import { EntityScreen, PeopleScreen, WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "all-at-once" });

test("everything wrong with a page is said at once, at its field, and clears while it is mended", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const entity = new EntityScreen(page, say);
  const typed = { name: "成都", certNo: "91510104MA0000A6X5", city: "" };

  await test.step("quiet while it is typed", async () => {
    await page.goto(`/console/orders/${id}/entity`);
    await entity.field("entity.certNo").fill(typed.certNo);
    await entity.enter("entity.city", typed.city);
    await entity.field("entity.commAddress").fill("");
    await page.getByLabel(say("form.longTerm")).uncheck();
    await page.getByLabel(say("form.to"), { exact: true }).fill("2020-01-01");
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
  });

  await test.step("Continue says everything; the summary has the focus", async () => {
    await entity.continue();
    await expect(entity.summary).toBeFocused();
    await expect(entity.summary.getByRole("link")).toHaveCount(4);
    await expect(page).toHaveTitle(new RegExp(`^${say("form.errorPrefix")}`));
    for (const field of ["entity.certNo", "entity.city", "entity.commAddress"]) {
      await expect(entity.field(field)).toHaveAttribute("aria-invalid", "true");
      await expect(entity.field(field)).toHaveAccessibleDescription(/。/);
    }
  });

  await test.step("a link of the summary leads to its field", async () => {
    const message = await entity.summary.getByRole("link").first().textContent();
    await entity.summary.getByRole("link").first().click();
    await expect(entity.field("entity.certNo")).toBeFocused();
    await expect(entity.field("entity.certNo")).toHaveAccessibleDescription(
      new RegExp((message ?? "?").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
    );
  });

  await test.step("mending clears at once; the rest stays as typed", async () => {
    await entity.field("entity.certNo").fill("91510104MA0000A6X4");
    await expect(entity.summary.getByRole("link")).toHaveCount(3);
    await expect(entity.field("entity.certNo")).not.toHaveAttribute("aria-invalid", "true");
    await entity.saved();
    await page.reload();
    await expect(page.getByLabel(say("form.to"), { exact: true })).toHaveValue("2020-01-01");
    await expect(entity.field("entity.commAddress")).toHaveValue("");
    await page.getByLabel(say("form.longTerm")).check();
    await entity.enter("entity.city", "成都市");
    await entity.field("entity.commAddress").fill("四川省成都市锦江区样例大道66号5楼");
    await entity.continueTo(/\/services\/svc/);
  });

  await test.step("other pages do the same", async () => {
    const site = new WebsiteScreen(page, say);
    await site.field("service.name").fill("ab");
    await site.field("service.domain").fill("qinghe-sample.中");
    await site.field("service.homepageUrl").fill("ftp://elsewhere");
    await site.field("service.remark").fill("太短");
    await site.continue();
    await expect(site.summary).toBeFocused();
    for (const field of ["service.name", "service.domain", "service.homepageUrl", "service.remark"])
      await expect(site.field(field)).toHaveAttribute("aria-invalid", "true");
    await expect(site.field("service.name")).toHaveValue("ab");
    await page.goto(`/console/orders/${id}/leads`);
    const people = new PeopleScreen(page, say);
    await people.field("person.idNo").fill("510104199008150023");
    await people.field("person.phone1").fill("12345");
    await people.field("person.email").fill("nobody");
    await people.continue();
    await expect(people.summary).toBeFocused();
    for (const field of ["person.idNo", "person.phone1", "person.email"])
      await expect(people.field(field)).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("the check page lists everything by page, with the way to each", async () => {
    await new PeopleScreen(page, say).saved();
    await page.goto(`/console/orders/${id}/check`);
    const goTo = page.getByRole("link", { name: say("orders.findings.goTo") });
    const places = await page.getByRole("paragraph").filter({ has: goTo }).allTextContents();
    const blocked = ["people", "service", "materials"].map((place) => say(`orders.place.${place}`));
    expect(places.slice(0, 3).map((place, index) => place.startsWith(blocked[index] ?? "?"))).toEqual([
      true,
      true,
      true,
    ]);
    await expect(page.getByRole("button", { name: say("orders.check.submit") })).toBeDisabled();
    await goTo.first().click();
    await page.waitForURL(/\/leads\?check=1&back=check$/);
    await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  });
});
