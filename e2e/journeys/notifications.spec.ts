import { readFile } from "node:fs/promises";
import { NotificationsScreen } from "../screens/notifications";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "notifications" });

test("wishes change what arrives; what a carrier refuses waits for staff; an outage ends by itself; dates go into a calendar", async ({
  as,
  say,
  server,
}) => {
  const page = await as("rejected-two");
  const { id, number } = orderOf(server, "rejected-two");
  const messages = new NotificationsScreen(page, say);
  const sandbox = new SandboxScreen(page, say);
  const reminder = messages.item("reminder").filter({ hasText: number });
  const failed = (channel: string) => say("notifications.center.delivery.failed", { channel });
  const mailed = async () => {
    await page.goto("/sandbox/mailbox");
    const subject = say("notifications.mail.subject", {
      sign: say("notifications.signature"),
      title: say("notifications.event.reminder.title"),
    });
    await page.getByLabel(say("sandbox.mailbox.channel"), { exact: true }).selectOption("mail");
    await page
      .getByLabel(say("sandbox.mailbox.receiver"), { exact: true })
      .selectOption("rejected-two@sandbox.invalid");
    return page.getByRole("main").getByText(subject);
  };

  await test.step("no mail for reminders, please; what matters cannot be turned off", async () => {
    await messages.openSettings();
    await expect(messages.box("action", "mail")).toHaveCount(0);
    await messages.box("reminder", "mail").uncheck();
    await messages.save();
    await page.reload();
    await expect(messages.box("reminder", "mail")).not.toBeChecked();
    await expect(messages.box("reminder", "sms")).toBeChecked();
  });

  await test.step("the gateway refuses the number: no mail came, and the message says what did not arrive", async () => {
    await messages.setOutage("sms_refused");
    await sandbox.advance("workingDays5");
    await page.goto("/console/notifications?show=unread&group=reminder");
    await expect(reminder).toHaveCount(1);
    await expect(reminder).toContainText(failed("sms"));
    await expect(await mailed()).toHaveCount(0);
  });

  const staff = await as("supervisor");
  const row = staff.getByRole("row").filter({ hasText: number });
  const retry = row.getByRole("button");

  await test.step("staff sees it, tries once in vain, and again when the gateway is mended", async () => {
    await staff.goto("/review/deliveries");
    await expect(row).toContainText(say("notifications.deliveries.cause.receiver"));
    await retry.click();
    await expect(row).toContainText("2");
    await messages.setOutage("none");
    await staff.reload();
    await retry.click();
    await expect(row).toHaveCount(0);
    await page.goto("/console/notifications?group=reminder");
    await expect(reminder).toHaveCount(1);
    await expect(reminder).not.toContainText(failed("sms"));
  });

  await test.step("a mail server out of reach loses nothing", async () => {
    await messages.openSettings();
    await messages.box("reminder", "mail").check();
    await messages.save();
    await messages.setOutage("mail_down");
    await sandbox.advance("workingDays5");
    await page.goto("/console/notifications?group=reminder");
    await expect(reminder.first()).toContainText(say("notifications.center.delivery.mail"));
    await staff.goto("/review/deliveries?view=trying");
    await expect(row.first()).toContainText(say("notifications.deliveries.cause.unreachable"));
    await messages.setOutage("none");
    await sandbox.advance("minutes10");
    await expect(await mailed()).not.toHaveCount(0);
    await page.goto("/console/notifications?group=reminder");
    await expect(reminder.first()).not.toContainText(say("notifications.center.delivery.mail"));
  });

  await test.step("going to the order reads its message; the rest is read at once", async () => {
    await page.goto("/console/notifications?show=unread&group=reminder");
    await expect(reminder.first()).toBeVisible();
    const before = await reminder.count();
    await reminder.first().getByRole("link").click();
    await page.waitForURL(`/console/orders/${id}`);
    await page.goto("/console/notifications?show=unread&group=reminder");
    await expect(reminder).toHaveCount(before - 1);
    await page.getByRole("button", { name: say("notifications.center.markAll"), exact: true }).click();
    await expect(page.getByText(say("notifications.center.noneTitle"))).toBeVisible();
    await expect(page.getByText(say("notifications.center.count", { unread: 0 }))).toBeVisible();
  });

  await test.step("the dates as a file, and at a secret address that can be renewed", async () => {
    await messages.openSettings();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: say("notifications.settings.calendar.download") }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("icp-deadlines.ics");
    const file = await readFile(await download.path(), "utf8");
    expect(file).toContain("BEGIN:VCALENDAR");
    expect(file).toContain(number);
    const button = (name: string, where = page.getByRole("main")) =>
      where.getByRole("button", { name: say(`notifications.settings.calendar.${name}`), exact: true });
    const address = page.locator("code").filter({ hasText: "/api/calendar/" });
    await button("make").click();
    const first = (await address.textContent()) ?? "";
    const answer = await fetch(first);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await answer.text()).toContain(number);
    await button("renew").click();
    await button("renew", page.getByRole("dialog")).click();
    await expect(address).not.toHaveText(first);
    expect((await fetch(first)).status).toBe(404);
    expect((await fetch((await address.textContent()) ?? "")).status).toBe(200);
  });
});
