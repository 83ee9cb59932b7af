import { CheckScreen } from "../screens/check";
import { WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { orderOf, rows } from "../support/state";

test.use({ story: "warnings" });

const NAME = "蓝湾样例日用品培训";
const NOTE = "只介绍产品用法，不开展培训业务。";
const REASON = "已核对网站内容，确无培训业务。";

test("a warning is answered with a note, submitted, read by the reviewer beside it and set aside with a reason", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const { id, number } = orderOf(server, "rejected-two");
  const page = await as("rejected-two");

  await test.step("both items are answered; the new name rings a bell that does not block", async () => {
    await page.goto(`/console/orders/${id}`);
    const done = page.getByRole("button", { name: say("orders.corrections.markDone") });
    await expect(done).toHaveCount(2);
    await done.first().click();
    await expect(done).toHaveCount(1);
    await done.first().click();
    await expect(done).toHaveCount(0);
    // The mark shows at once, before it is sent.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await page.goto(`/console/orders/${id}/services`);
    await page.locator('main a[href*="/services/svc"]').first().click();
    const site = new WebsiteScreen(page, say);
    await site.ready();
    await site.field("service.name").fill(NAME);
    await site.saved();
  });

  await test.step("the note is kept as it is typed", async () => {
    await page.goto(`/console/orders/${id}/check`);
    const warning = page.getByRole("listitem").filter({ hasText: "培训" }).first();
    await warning.getByRole("button", { name: say("orders.check.note.write") }).click();
    await warning.getByLabel(say("orders.check.note.label")).fill(NOTE);
    await expect(warning.getByText(say("orders.check.note.acknowledged"))).toBeVisible();
    await page.reload();
    await expect(page.getByText(NOTE)).toBeVisible();
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    expect(orderOf(server, "rejected-two").state).toBe("PROVIDER_REVIEW");
  });

  await test.step("the reviewer reads it beside the warning and sets the warning aside", async () => {
    const reviewer = await as("reviewer-lin");
    await new ReviewScreen(reviewer, say).claim(number);
    const line = reviewer.getByRole("listitem").filter({ hasText: NOTE }).first();
    await expect(line).toContainText(say("review.bench.finding.note"));
    await line.getByRole("button", { name: say("review.bench.finding.dismiss") }).click();
    const dialog = reviewer.getByRole("dialog");
    const confirm = dialog.getByRole("button", { name: say("review.bench.finding.confirmDismiss") });
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel(say("review.bench.finding.dismissReason")).fill(REASON);
    await confirm.click();
    await expect(dialog).toHaveCount(0);
    const aside = reviewer.getByText(
      say("review.bench.finding.dismissed", { title: say("rules.pre-approval.keywords.title") }),
    );
    await aside.first().click();
    await expect(
      reviewer.getByText(say("review.bench.finding.dismissedReason", { reason: REASON })).first(),
    ).toBeVisible();
  });

  const kinds = rows<{ kind: string }>(
    server,
    "SELECT kind FROM finding_notes WHERE order_id = ? AND rule = 'pre-approval.keywords' ORDER BY kind",
    id,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(["acknowledged", "dismissed"]);
});
