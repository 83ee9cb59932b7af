import { axe } from "../fixtures";
import { CheckScreen } from "../screens/check";
import { MaterialsScreen } from "../screens/materials";
import { WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { orderOf, rows } from "../support/state";

test.use({ story: "finance-verified" });

const NAME = "蓝湾样例理财服务";
const SEEN = "盖章承诺书已见，证监局名录中无此单位。";

test("a unit of 广东 with finance in a name passes only after its qualification was verified; calls say which number", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(180_000);
  const { id, number } = orderOf(server, "rejected-two");
  const applicant = await as("rejected-two");

  await test.step("the order comes back with the word in a name and the promise the province asks for", async () => {
    await applicant.goto(`/console/orders/${id}`);
    const done = applicant.getByRole("button", { name: say("orders.corrections.markDone") });
    for (const left of [1, 0]) {
      await done.first().click();
      await expect(done).toHaveCount(left);
    }
    await applicant.goto(`/console/orders/${id}/services`);
    await applicant.locator('main a[href*="/services/svc"]').first().click();
    const site = new WebsiteScreen(applicant, say);
    await site.ready();
    await site.field("service.name").fill(NAME);
    await site.saved();
    await applicant.goto(`/console/orders/${id}/materials`);
    await new MaterialsScreen(applicant, say).useSamples();
    await applicant.goto(`/console/orders/${id}/check`);
    const check = new CheckScreen(applicant, say);
    await check.declareAll();
    await check.submit();
    expect(orderOf(server, "rejected-two").state).toBe("PROVIDER_REVIEW");
  });

  const desk = await as("reviewer-lin");
  const bench = new ReviewScreen(desk, say);
  await bench.claim(number);

  await test.step("leads are called: one on the emergency number, which log and history say", async () => {
    await desk.getByRole("button", { name: say("review.bench.calls") }).click();
    const leads = bench.dialog.locator("ul > li");
    for (const lead of await leads.all()) {
      const kinds = lead.getByRole("group", { name: say("review.bench.number") });
      await expect(kinds.getByRole("radio").first()).toBeChecked();
      await kinds.getByRole("radio").last().check();
      await lead.getByRole("button", { name: new RegExp(`^${say("review.bench.record")} `) }).click();
      await expect(lead.locator("p").first()).toContainText(say("review.bench.outcomes.REACHED_OK"));
    }
    await axe(desk);
    await desk.keyboard.press("Escape");
    await expect(
      desk.getByText(say("review.bench.called.emergency"), { exact: false }).first(),
    ).toBeAttached();
    const sql =
      "SELECT event ->> '$.number' AS number FROM order_events WHERE order_id = ? AND type = 'phoned'";
    for (const row of rows<{ number: string }>(server, sql, id)) expect(row.number).toBe("emergency");
  });

  await test.step("nobody approves it, not with a reason either, before somebody verified it", async () => {
    await desk.getByRole("button", { name: say("review.bench.approve"), exact: true }).click();
    await bench.dialog.getByRole("button", { name: say("review.bench.confirmApprove"), exact: true }).click();
    const refused = say("errors.reason.order.qualifications-open", { count: 1 });
    await expect(bench.dialog.getByRole("alert").filter({ hasText: refused })).toBeVisible();
    await desk.keyboard.press("Escape");
  });

  await test.step("verified: no finance goes with no kind of it; then it passes", async () => {
    const duty = desk.locator("[data-qualification]");
    const record = duty.getByRole("button", {
      name: new RegExp(`^${say("review.bench.qualification.record")} `),
    });
    await expect(record).toBeDisabled();
    const kind = (name: "FUNDS" | "NONE") =>
      duty.getByRole("checkbox", { name: say(`review.bench.qualification.kinds.${name}`) });
    await kind("FUNDS").check();
    await kind("NONE").check();
    await expect(kind("FUNDS")).not.toBeChecked();
    await expect(record).toBeDisabled();
    await duty.getByLabel(say("review.bench.qualification.seen")).fill(SEEN);
    await record.click();
    await expect(duty.getByText(say("review.bench.qualification.notYet"))).toHaveCount(0);
    await axe(desk);
    await bench.approve();
    expect(orderOf(server, "rejected-two").state).toBe("READY_FOR_AUTHORITY");
  });
});
