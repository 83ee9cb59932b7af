import type { Page } from "@playwright/test";
import { CheckScreen } from "../screens/check";
import { DeskScreen } from "../screens/desk";
import { jpeg, MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { decide, review, verify } from "../screens/road";
import { WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "reject-fix-resubmit" });

const { domains, lead } = factsOf("rejected-two");
const BEFORE = "蓝湾样例";
const AFTER = "蓝湾样例日用品展示";
const FINALLY = "蓝湾样例日用品与门店";

test("two rejected items are corrected, accepted, rejected by the authority, corrected and approved", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(180_000);
  const { id, number } = orderOf(server, "rejected-two");
  const stateNow = () => orderOf(server, "rejected-two").state;
  const page = await as("rejected-two");
  const items = page.getByRole("listitem").filter({
    has: page
      .getByRole("button", { name: say("orders.corrections.markDone") })
      .or(page.getByRole("button", { name: say("orders.corrections.done"), exact: true })),
  });

  await test.step("the overview names the next step, the order names both items", async () => {
    const next = say("console.next.PROVIDER_REJECTED.text", { count: 2 });
    await expect(page.getByRole("heading", { name: next })).toBeVisible();
    await page.getByRole("link", { name: say("console.next.PROVIDER_REJECTED.action") }).click();
    await expect(
      page.getByRole("heading", { name: say("orders.corrections.title", { count: 2 }) }),
    ).toBeVisible();
    await expect(items).toHaveCount(2);
    await expect(items.filter({ hasText: say("rejections.NAME_NOT_OK.name") })).toContainText("过于简短");
    await expect(items.filter({ hasText: say("rejections.DOC_UNCLEAR.name") })).toContainText("反光");
    await page.getByRole("link", { name: say("orders.resubmit") }).click();
    await expect(page.getByText(say("orders.check.openCorrections", { count: 2 }))).toBeVisible();
    await expect(new CheckScreen(page, say).submitButton).toBeDisabled();
    await page.goBack();
  });

  await test.step("each item leads to its own page and is marked there or here", async () => {
    const name = items.filter({ hasText: say("rejections.NAME_NOT_OK.name") });
    await name.getByRole("link", { name: say("orders.corrections.change") }).click();
    await page.waitForURL(/\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await expect(page.getByText(say("sections.form.corrections", { count: 1 }))).toBeVisible();
    await expect(site.field("service.name")).toHaveValue(BEFORE);
    await site.field("service.name").fill(AFTER);
    await site.saved();
    await page.getByRole("button", { name: say("orders.corrections.markDone") }).click();
    await expect(
      page.getByRole("button", { name: say("orders.corrections.done"), exact: true }),
    ).toHaveAttribute("aria-pressed", "true");
    await page.goto(`/console/orders/${id}`);
    await expect(
      page.getByText(say("orders.corrections.progress", { done: 1, count: 2 })).first(),
    ).toBeVisible();

    const document = items.filter({ hasText: say("rejections.DOC_UNCLEAR.name") });
    await document.getByRole("link", { name: say("orders.corrections.change") }).click();
    await page.waitForURL(/\/materials/);
    const slot = new MaterialsScreen(page, say).side("ORG_CERT", "SINGLE");
    const old = await slot.getByRole("img").getAttribute("src");
    await new MaterialsScreen(page, say).choose(slot, {
      name: "photo.jpg",
      mimeType: "image/jpeg",
      buffer: await jpeg(),
    });
    await expect(slot.getByRole("img")).not.toHaveAttribute("src", old ?? "");
    await page.goto(`/console/orders/${id}`);
    await document.getByRole("button", { name: say("orders.corrections.markDone") }).click();
    await expect(
      page.getByText(say("orders.corrections.progress", { done: 2, count: 2 })).first(),
    ).toBeVisible();
  });

  const resubmit = async () => {
    await page.goto(`/console/orders/${id}/check`);
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    await expect(page.getByText(say("states.PROVIDER_REVIEW.label"), { exact: true })).toBeVisible();
  };
  const forward = (round: number, look?: (desk: Page) => Promise<void>) =>
    review(as, number, [lead], async (desk) => {
      const ofRound = say("review.bench.roundN", { n: round });
      await expect(desk.getByText(ofRound, { exact: true })).toBeVisible();
      await look?.(desk);
    });

  await test.step("the second round shows the reviewer what changed and what he asked for", async () => {
    await resubmit();
    await forward(2, async (desk) => {
      const before = say("review.bench.before", { value: BEFORE });
      await expect(desk.getByText(before, { exact: true })).toBeVisible();
      await expect(desk.getByText(AFTER, { exact: true }).first()).toBeVisible();
      await desk.getByText(say("orders.changes.title", { round: 1 }), { exact: true }).click();
      await expect(desk.locator("details ins").filter({ hasText: AFTER })).toBeVisible();
      await expect(desk.locator("details del").filter({ hasText: BEFORE })).toBeVisible();
      await expect(desk.getByText(say("review.bench.previousRounds"), { exact: true })).toBeVisible();
      await expect(desk.getByText(say("rejections.DOC_UNCLEAR.name")).first()).toBeVisible();
    });
  });

  await test.step("the authority rejects with a reason; the applicant sees its words", async () => {
    await verify(page, server, id, [lead]);
    const officer = await as("officer");
    const desk = new DeskScreen(officer, say);
    await desk.open(domains[0] ?? "");
    await desk.reject("NAME_NOT_OK", "名称仍不能反映门店内容，请补充。");
    await expect.poll(stateNow).toBe("AUTHORITY_REJECTED");
    await page.goto("/console");
    await page.getByRole("link", { name: say("console.next.AUTHORITY_REJECTED.action") }).click();
    await expect(items).toHaveCount(1);
    await expect(items).toContainText("名称仍不能反映门店内容，请补充。");
  });

  await test.step("the third round is approved", async () => {
    await items.getByRole("link", { name: say("orders.corrections.change") }).click();
    await page.waitForURL(/\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await site.field("service.name").fill(FINALLY);
    await site.saved();
    await page.getByRole("button", { name: say("orders.corrections.markDone") }).click();
    await expect(
      page.getByRole("button", { name: say("orders.corrections.done"), exact: true }),
    ).toHaveAttribute("aria-pressed", "true");
    await resubmit();
    await forward(3);
    await verify(page, server, id, [lead]);
    await decide(as, domains[0] ?? "", (desk) => expect(desk.getByText(FINALLY).first()).toBeVisible());
    await expect.poll(stateNow).toBe("APPROVED");
    await page.goto(`/console/orders/${id}`);
    await expect(
      page.getByRole("paragraph").filter({ hasText: say("orders.numbers.approved") }),
    ).toBeVisible();
    const rounds = rows(server, "SELECT round FROM order_submissions WHERE order_id = ? ORDER BY round", id);
    expect(rounds).toEqual([{ round: 1 }, { round: 2 }, { round: 3 }]);
  });
});
