import { axe } from "../fixtures";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "account-flag" });

const REASON = "多个网站被举报，核实前暂停办理。";

test("a supervisor flags an account and lifts the flag; meanwhile its owner is told whom to ask and what needs no filing", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(90_000);
  const supervisor = await as("supervisor");
  const applicant = await as("fresh-unit");
  const flagged = say("console.flagged.title");
  const set = supervisor.getByRole("button", { name: say("accountDesk.set"), exact: true });
  const lift = supervisor.getByRole("button", { name: say("accountDesk.lift"), exact: true });
  const dialog = supervisor.getByRole("dialog");

  await test.step("found from the menu by an address of somebody who belongs to it", async () => {
    await supervisor
      .getByRole("link", { name: say("accountDesk.nav"), exact: true })
      .first()
      .click();
    await expect(supervisor.getByText(say("accountDesk.none"))).toBeVisible();
    await supervisor.getByRole("searchbox").fill("fresh-unit@sandbox.invalid");
    await supervisor.keyboard.press("Enter");
    await supervisor.locator('main a[href^="/review/accounts/"]').click();
    await expect(supervisor.getByText(say("accountDesk.historyNone"))).toBeVisible();
  });

  await test.step("flagged only with a reason", async () => {
    await set.click();
    await dialog.getByRole("button", { name: say("accountDesk.set"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toHaveText(say("errors.reason.flag.reason-missing"));
    await dialog.getByLabel(say("accountDesk.reason")).fill(REASON);
    await dialog.getByRole("button", { name: say("accountDesk.set"), exact: true }).click();
    await expect(lift).toBeVisible();
    await expect(supervisor.getByText(REASON)).toBeVisible();
    await axe(supervisor);
  });

  await test.step("its owner reads what he can do, and nothing of the reason", async () => {
    for (const path of ["/console", "/console/orders/new"]) {
      await applicant.goto(path);
      await expect(applicant.getByText(flagged)).toBeVisible();
      await expect(applicant.getByText(say("console.flagged.abroad"))).toBeVisible();
      expect(await applicant.content()).not.toContain(REASON);
    }
    await expect(applicant.locator("main form")).toHaveCount(0);
    await axe(applicant);
  });

  await test.step("the menu's page lists it; lifted, everything is as before", async () => {
    await supervisor
      .getByRole("link", { name: say("accountDesk.nav"), exact: true })
      .first()
      .click();
    await supervisor.locator('main a[href^="/review/accounts/"]').click();
    await lift.click();
    await dialog.getByLabel(say("accountDesk.reason")).fill("举报为误报。");
    await dialog.getByRole("button", { name: say("accountDesk.lift"), exact: true }).click();
    await expect(set).toBeVisible();
    await applicant.reload();
    await expect(applicant.locator("main form")).toBeVisible();
    await expect(applicant.getByText(flagged)).toHaveCount(0);
    const kept = rows<{ flagged: number }>(server, "SELECT flagged FROM account_flags ORDER BY at, id");
    expect(kept.map((row) => row.flagged)).toEqual([1, 0]);
  });
});
