import type { PersonSeed } from "@/lib/boot/seed/persona-data";
import { factsOf } from "../screens/people";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "sms" });

const { lead, second } = factsOf("sms-waiting");

test("resending has its limits and says them", async ({ page, say }) => {
  const sandbox = new SandboxScreen(page, say);
  const resend = () => page.getByRole("button", { name: say("verify.resend.action") }).click();
  const fill = async () => {
    await page.goto("/verify");
    await page.getByLabel(say("verify.phone"), { exact: true }).fill(second?.phone ?? "");
    await page.getByLabel(say("verify.tail"), { exact: true }).fill(second?.idNo.slice(-6) ?? "");
  };
  const before = await sandbox.codeFor(second?.phone ?? "");
  await page.goto("/verify");
  await resend();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await fill();
  await page.getByLabel(say("verify.tail"), { exact: true }).fill("000000");
  await resend();
  await sandbox.expectOutcome("resend.nothing_pending");
  await fill();
  await resend();
  await sandbox.expectOutcome("resend.sent");
  await resend();
  await sandbox.expectOutcome("resend.too_soon");
  const after = await sandbox.codeFor(second?.phone ?? "");
  expect(after).not.toBe(before);
  for (const outcome of ["resend.sent", "resend.sent", "resend.too_often"]) {
    await sandbox.advance("minutes10");
    await fill();
    await resend();
    await sandbox.expectOutcome(outcome);
  }
});

test("six wrong tries return the order, and so does a day of silence; sent again, both leads verify", async ({
  as,
  page,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const sandbox = new SandboxScreen(page, say);
  const stateNow = () => orderOf(server, "sms-waiting").state;
  const code = await sandbox.codeFor(lead.phone);
  const wrong = code === "000000" ? "000001" : "000000";
  await page.goto("/verify");

  await test.step("empty fields are said at once", async () => {
    await page.getByRole("button", { name: say("verify.submit"), exact: true }).click();
    const summary = page.getByRole("alert").filter({ has: page.getByRole("link") });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveCount(3);
  });

  await test.step("five wrong tries hear the same answer and change nothing", async () => {
    for (let tries = 1; tries <= 5; tries += 1) {
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await sandbox.tryCode(lead.phone, lead.idNo, wrong);
      await answer;
      await sandbox.expectOutcome("outcome.no_record");
    }
    expect(stateNow()).toBe("SMS_PENDING");
  });

  const applicant = await as("sms-waiting");
  await test.step("the sixth fails even with the right code; the applicant reads why and what next", async () => {
    await sandbox.tryCode(lead.phone, lead.idNo, code);
    await sandbox.expectOutcome("outcome.no_record");
    await expect.poll(stateNow).toBe("SMS_FAILED");
    await applicant.goto("/console");
    await expect(applicant.getByRole("heading", { name: say("console.next.SMS_FAILED.text") })).toBeVisible();
    await applicant.getByRole("link", { name: say("console.next.SMS_FAILED.action") }).click();
    await expect(applicant.getByText(say("states.SMS_FAILED.text"))).toBeVisible();
  });

  await test.step("sent again, nobody verifies for a day: the code is dead, the order says why", async () => {
    await applicant.getByRole("button", { name: say("orders.actions.resubmit") }).click();
    await expect(applicant.getByText(say("orders.actions.resubmitDone"))).toBeVisible();
    await sandbox.advance("minutes10");
    await expect.poll(stateNow).toBe("SMS_PENDING");
    const late = await sandbox.codeFor(lead.phone);
    await sandbox.advance("hours24");
    await expect.poll(stateNow).toBe("SMS_FAILED");
    await page.goto("/verify");
    await sandbox.tryCode(lead.phone, lead.idNo, late);
    await sandbox.expectOutcome("outcome.no_record");
    await applicant.reload();
    const why = say("events.sms_failed.applicant", { cause: "timeout" });
    await expect(applicant.getByText(why, { exact: true }).first()).toBeVisible();
  });

  await test.step("a day later it goes by itself, and new codes work", async () => {
    await sandbox.advance("hours24");
    await sandbox.advance("minutes10");
    await expect.poll(stateNow).toBe("SMS_PENDING");
    await applicant.reload();
    const again = say("events.resubmitted_to_authority.applicant", { automatic: "true" });
    await expect(applicant.getByText(again, { exact: true }).first()).toBeVisible();
    const tryAs = async ({ phone, idNo }: PersonSeed, outcome: string) => {
      const fresh = await sandbox.codeFor(phone);
      await page.goto("/verify");
      await sandbox.tryCode(phone, idNo, fresh);
      await sandbox.expectOutcome(`outcome.${outcome}`);
    };
    if (second === null) throw new Error("the persona has two leads");
    await tryAs(lead, "done");
    await tryAs(lead, "wait_for_others");
    await tryAs(second, "all_done");
    await expect.poll(stateNow).toBe("AUTHORITY_REVIEW");
  });
});
