import { factsOf } from "../screens/people";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "authority-desk" });

const REJECTED = "rejected-two";
const WAITING = "at-authority";

test("the authority's desk by clicking: a blacklist both sides see, decisions by themselves, a conflict nobody asked for", async ({
  as,
  say,
  server,
}) => {
  const officer = await as("officer");
  const [domain = ""] = factsOf(REJECTED).domains;

  await test.step("an entry with nothing in it is refused at its fields; a domain is listed", async () => {
    await officer.goto("/authority/blacklist");
    const add = officer.getByRole("button", { name: say("authority.blacklist.add"), exact: true });
    await officer
      .getByLabel(say("authority.blacklist.kind"), { exact: true })
      .selectOption({ label: say("authority.blacklist.kinds.domain") });
    await add.click();
    await expect(officer.getByText(say("authority.blacklist.error.value")).first()).toBeVisible();
    await officer.getByLabel(say("authority.blacklist.value"), { exact: true }).fill(domain);
    await officer.getByLabel(say("authority.blacklist.reason"), { exact: true }).fill("冒用他人名义");
    await add.click();
    await expect(officer.getByRole("row").filter({ hasText: domain })).toContainText("冒用他人名义");
  });

  const applicant = await as(REJECTED);
  const blocked = applicant.getByText(say("rules.domain.blacklisted.title")).first();
  await test.step("whose domain it is reads it before he submits, and no longer once it is taken off", async () => {
    const check = `/console/orders/${orderOf(server, REJECTED).id}/check`;
    await applicant.goto(check);
    await expect(blocked).toBeVisible();
    await officer
      .getByRole("button", { name: say("authority.blacklist.removeOf", { what: domain }), exact: true })
      .click();
    await expect(officer.getByRole("row").filter({ hasText: domain })).toHaveCount(0);
    await applicant.goto(check);
    await expect(applicant.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(blocked).toHaveCount(0);
  });

  await test.step("told to approve by itself, the authority does so when the province's days are over", async () => {
    await officer.goto("/authority/settings");
    await officer
      .getByRole("radio", { name: say("authority.settings.outcome.approve"), exact: true })
      .check();
    await officer.getByRole("button", { name: say("authority.settings.save"), exact: true }).click();
    await expect(officer.getByText(say("authority.settings.saved")).first()).toBeVisible();
    expect(orderOf(server, WAITING).state).toBe("AUTHORITY_REVIEW");
    await new SandboxScreen(officer, say).advance("workingDays20");
    await expect.poll(() => orderOf(server, WAITING).state).toBe("APPROVED");
  });

  await test.step("a conflict it finds later reaches the account it is about, and changes nothing that is filed", async () => {
    const [filed] = rows<{ id: string; number: string }>(
      server,
      "SELECT s.id, s.number FROM services s JOIN orders o ON o.id = s.order_id WHERE o.id = ?",
      orderOf(server, WAITING).id,
    );
    const number = filed?.number ?? "";
    await officer.goto("/authority/register");
    await officer
      .getByRole("button", { name: say("authority.register.actOf.conflict", { number }), exact: true })
      .click();
    await officer
      .getByRole("dialog")
      .getByRole("button", { name: say("authority.register.act.conflict"), exact: true })
      .click();
    await expect(officer.getByText(say("authority.register.done.conflict")).first()).toBeVisible();
    await new SandboxScreen(officer, say).advance("minutes10");
    const owner = await as(WAITING);
    await owner.goto("/console/notifications");
    const told = owner.getByText(say("notifications.event.filing_conflict.title")).first();
    await expect(told).toBeVisible();
    await expect(owner.getByText(number).first()).toBeVisible();
    expect(rows(server, "SELECT ended_at FROM services WHERE id = ?", filed?.id ?? "")).toEqual([
      { ended_at: null },
    ]);
  });
});
