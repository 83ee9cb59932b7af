import { EXTRAS } from "@/lib/boot/seed/extra-data";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "callback-late" });

const PERSONA = "extra-jiangpan";

test("nobody asks for the call back within a day: the order goes back with the reason, and the link says that it is over", async ({
  as,
  page,
  say,
  server,
}) => {
  const seed = EXTRAS.find(({ id }) => id === PERSONA);
  const order = () =>
    rows<{ id: string; number: string; state: string }>(
      server,
      "SELECT id, number, state FROM orders WHERE headline = ?",
      seed?.domains[0] ?? "",
    )[0];
  const { id = "", number = "" } = order() ?? {};
  const lead = seed?.lead ?? { name: "", phone: "" };
  const reviewer = await as("reviewer-lin");
  const desk = new ReviewScreen(reviewer, say);
  const sandbox = new SandboxScreen(page, say);

  await test.step("the reviewer calls in vain", async () => {
    await desk.claim(number);
    await reviewer.getByRole("button", { name: say("review.bench.calls") }).click();
    const row = desk.dialog.getByRole("listitem").filter({ hasText: lead.name });
    await row.getByLabel(say("review.bench.outcome"), { exact: true }).selectOption("NO_ANSWER");
    await row.getByRole("button", { name: `${say("review.bench.record")} ${lead.name}` }).click();
    await expect(row.locator("p").first()).toContainText(say("review.bench.outcomes.NO_ANSWER"));
  });
  const link = await sandbox.callbackLink(lead.phone);

  await test.step("an hour before the day is over, the link still asks; nothing went back", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: say("callback.title") })).toBeVisible();
    await expect(page.getByLabel(say("callback.digits"), { exact: true })).toBeVisible();
    expect(order()?.state).toBe("PROVIDER_REVIEW");
  });

  await test.step("after it the order is back with its applicant, and the link says so", async () => {
    await sandbox.advance("hours24");
    await sandbox.advance("minutes10");
    await expect.poll(() => order()?.state).toBe("PROVIDER_REJECTED");
    await page.goto(link);
    await expect(page.getByText(say("callback.closed.text.expired"))).toBeVisible();
    await expect(page.getByLabel(say("callback.digits"), { exact: true })).toHaveCount(0);
    expect(rows(server, "SELECT code FROM corrections WHERE order_id = ?", id)).toEqual([
      { code: "CALLBACK_EXPIRED" },
    ]);
  });

  await test.step("the applicant reads why, and what to do", async () => {
    await page.goto("/sign-in");
    await page.getByLabel(say("auth.email"), { exact: true }).fill(`${PERSONA}@sandbox.invalid`);
    await page.getByLabel(say("auth.password"), { exact: true }).fill(PERSONA_PASSWORD);
    await page.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
    await page.waitForURL("/console");
    await page.goto(`/console/orders/${id}`);
    const item = page.getByRole("listitem").filter({ hasText: say("rejections.CALLBACK_EXPIRED.name") });
    await expect(item.first()).toBeVisible();
    await expect(
      page.getByText(say("states.PROVIDER_REJECTED.label"), { exact: true }).first(),
    ).toBeVisible();
  });

  await test.step("the desk has nobody to call any more", async () => {
    await reviewer.goto("/review/queue/callbacks");
    await expect(reviewer.locator("main table tbody tr").filter({ hasText: number })).toHaveCount(0);
  });
});
