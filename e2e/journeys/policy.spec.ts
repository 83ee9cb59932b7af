import { SandboxScreen } from "../screens/sandbox";
import { WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "policy" });

const SETTING = "remarkMinLength";
const LONGER = 60;

test("a supervisor schedules a setting, drafts follow it from that day, reviewers hear of it, and it is taken back", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(180_000);
  const submitted = orderOf(server, "extra-jiangpan");
  const draft = orderOf(server, "draft-half");
  const changes = () =>
    rows<{ value: string; reason: string; revoked_at: number | null }>(
      server,
      "SELECT value, reason, revoked_at FROM policy_changes WHERE setting = ? ORDER BY created_at",
      SETTING,
    );
  const supervisor = await as("supervisor");
  const applicant = await as("draft-half");
  const site = new WebsiteScreen(applicant, say);

  await test.step("the list leads to the setting; what the new value would touch is shown before saving", async () => {
    await supervisor.goto("/review/policy");
    await supervisor
      .getByRole("link", { name: say(`policy.setting.${SETTING}.label`) })
      .first()
      .click();
    await supervisor.waitForURL(`**/review/policy/${SETTING}`);
    await supervisor.getByLabel(say("policyPage.form.value"), { exact: true }).fill(String(LONGER));
    const preview = supervisor.getByRole("region", { name: say("policyPage.preview.title") });
    await expect(preview.getByRole("link", { name: submitted.number })).toBeVisible();
  });

  await test.step("without a reason nothing is saved", async () => {
    await supervisor.getByRole("radio", { name: say("policyPage.form.whenDate") }).check();
    const tomorrow = new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
    await supervisor.getByLabel(say("policyPage.form.date"), { exact: true }).fill(tomorrow);
    await supervisor.getByRole("button", { name: say("policyPage.form.save") }).click();
    await expect(supervisor.getByLabel(say("policyPage.form.reason"), { exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    expect(changes()).toEqual([]);
  });

  await test.step("saved for tomorrow, it waits", async () => {
    await supervisor
      .getByLabel(say("policyPage.form.reason"), { exact: true })
      .fill("管局要求备注写得更详细");
    await supervisor.getByRole("button", { name: say("policyPage.form.save") }).click();
    await expect(
      supervisor.getByText(say("policyPage.history.state.scheduled"), { exact: true }),
    ).toBeVisible();
    expect(changes()).toMatchObject([{ value: String(LONGER), reason: "管局要求备注写得更详细" }]);
  });

  const judged = async () => {
    await applicant.goto(`/console/orders/${draft.id}/services`);
    await applicant.locator('main ol a[href*="/services/svc"]').first().click();
    await applicant.waitForURL(/\/services\/svc/);
    await site.ready();
    await site.continue();
  };
  const tooShort = applicant.getByRole("alert").getByText(new RegExp(String(LONGER)));

  await test.step("a draft is judged by it from that day on, and not before", async () => {
    await applicant.goto(`/console/orders/${draft.id}/services`);
    await applicant.locator('main ol a[href*="/services/svc"]').first().click();
    await site.ready();
    await site.field("service.remark").fill("介绍本单位的图书样例与活动安排，不含论坛与交易功能。");
    await site.saved();
    await judged();
    await applicant.waitForURL(/\/(leads|services)/);
    await expect(tooShort).toHaveCount(0);
    await new SandboxScreen(supervisor, say).advance("hours24");
    await judged();
    await expect(site.field("service.remark")).toHaveAttribute("aria-invalid", "true");
    await expect(tooShort.first()).toBeVisible();
  });

  await test.step("an order submitted before keeps its policy; the workbench says what the new one would say", async () => {
    const reviewer = await as("reviewer-lin");
    await reviewer.goto(`/review/orders/${submitted.id}`);
    await expect(reviewer.getByText(say("policyPage.newer.title"))).toBeVisible();
    await expect(reviewer.getByText(say("rules.service.remark-length.title")).first()).toBeVisible();
    await reviewer.goto(`/review/policy/${SETTING}`);
    await expect(reviewer.getByText(say("policyPage.readOnly"))).toBeVisible();
    await expect(reviewer.getByRole("button", { name: say("policyPage.form.save") })).toHaveCount(0);
  });

  await test.step("taken back, the former value holds again at once", async () => {
    await supervisor.goto(`/review/policy/${SETTING}`);
    await supervisor.getByRole("button", { name: say("policyPage.history.revert"), exact: true }).click();
    const dialog = supervisor.getByRole("dialog");
    await dialog.getByLabel(say("policyPage.form.reason")).fill("暂不执行");
    await dialog.getByRole("button", { name: say("policyPage.history.confirm"), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    expect(changes().map(({ value }) => value)).toEqual([String(LONGER), "15"]);
    await judged();
    await expect(tooShort).toHaveCount(0);
  });
});
