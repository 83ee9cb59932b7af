import { EXTRAS } from "@/lib/boot/seed/extra-data";
import { axe } from "../fixtures";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "callback" });

interface Known {
  readonly id: string;
  readonly number: string;
}

test("two missed calls: each lead asks by a link of his own, without an account, and has an entry of his own in the queue", async ({
  as,
  page,
  say,
  server,
}) => {
  const [order] = rows<Known>(
    server,
    "SELECT id, number FROM orders WHERE headline = ?",
    "quanpan-sample.cn",
  );
  const seed = EXTRAS.find(({ id }) => id === "extra-quanpan");
  if (order === undefined || !seed?.second) throw new Error("the seed has no such order");
  const { lead, second } = seed;
  const reviewer = await as("reviewer-lin");
  const desk = new ReviewScreen(reviewer, say);
  const rowOf = (name: string) => desk.dialog.getByRole("listitem").filter({ hasText: name });

  await test.step("the reviewer calls both in vain", async () => {
    await desk.claim(order.number);
    await reviewer.getByRole("button", { name: say("review.bench.calls") }).click();
    for (const { name } of [lead, second]) {
      const row = rowOf(name);
      await row.getByLabel(say("review.bench.outcome"), { exact: true }).selectOption("NO_ANSWER");
      await row.getByRole("button", { name: `${say("review.bench.record")} ${name}` }).click();
      await expect(row.locator("p").first()).toContainText(say("review.bench.outcomes.NO_ANSWER"));
    }
    await expect(rowOf(lead.name)).toContainText(say("callback.role.both"));
    await expect(rowOf(second.name)).toContainText(say("callback.role.service"));
    await axe(reviewer);
  });

  const [first, other] = await test.step("each message carries a link of its own", async () => [
    await new SandboxScreen(page, say).callbackLink(lead.phone),
    await new SandboxScreen(page, say).callbackLink(second.phone),
  ]);
  expect(first).not.toBe(other);

  const digits = page.getByLabel(say("callback.digits"), { exact: true });
  const send = page.locator("main").getByRole("button", { name: say("callback.submit"), exact: true });
  const wrong = (phone: string) => (phone.endsWith("0000") ? "0001" : "0000");

  await test.step("the page says whose call it was, names nobody in full, and shows two clocks", async () => {
    await page.goto(first);
    await expect(page.getByRole("heading", { level: 1, name: say("callback.title") })).toBeVisible();
    await expect(page.locator("main")).toContainText(`${say("callback.role.both")} 秦**`);
    const text = await page.locator("main").textContent();
    for (const secret of [lead.phone, lead.phone.slice(-4), lead.name, order.number, "quanpan"])
      expect(text).not.toContain(secret);
    await expect(page.getByText(say("callback.clock.you"), { exact: true }).first()).toBeVisible();
    await expect(page.getByText(say("callback.clock.provider"), { exact: true })).toBeVisible();
    await axe(page);
  });

  await test.step("nothing, and the other lead's digits, are told at the field", async () => {
    await send.click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveText(say("callback.error.digits"));
    for (const given of [second.phone.slice(-4), wrong(lead.phone)]) {
      await digits.fill(given);
      await send.click();
      await expect(page.locator("[id$='digits-error']")).toBeVisible();
    }
    await axe(page);
  });

  await test.step("the right ones ask for the call; the link then says so, again and again", async () => {
    await digits.fill(lead.phone.slice(-4));
    await page.getByRole("radio", { name: say("callback.when.morning.label") }).check();
    await send.click();
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
    await page.reload();
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
    await axe(page);
  });

  const entries = () => reviewer.locator("main table tbody tr").filter({ hasText: order.number });
  await test.step("it stands above everything nobody was promised, after the call promised earlier", async () => {
    await reviewer.goto("/review/queue/review");
    await expect(reviewer.locator("main table tbody tr").nth(1)).toContainText(order.number);
    await reviewer.goto("/review/queue/callbacks");
    await expect(entries()).toHaveCount(1);
    await expect(entries()).toContainText(say("callback.when.morning.label"));
  });

  await test.step("the other may still ask, and is a second entry then", async () => {
    await page.goto(other);
    await expect(page.locator("main")).toContainText(`${say("callback.role.service")} 韩**`);
    await digits.fill(second.phone.slice(-4));
    await page.getByRole("radio", { name: say("callback.when.evening.label") }).check();
    await send.click();
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
    await reviewer.reload();
    await expect(entries()).toHaveCount(2);
    await expect(entries().nth(1)).toContainText(say("callback.when.evening.label"));
    await axe(reviewer);
  });

  await test.step("reached, his link says so; the other promise stands", async () => {
    await reviewer.goto(`/review/orders/${order.id}`);
    await reviewer.getByRole("button", { name: say("review.bench.calls") }).click();
    const row = rowOf(second.name);
    await row.getByRole("button", { name: `${say("review.bench.record")} ${second.name}` }).click();
    await expect(row.locator("p").first()).toContainText(say("review.bench.outcomes.REACHED_OK"));
    await page.reload();
    await expect(page.getByText(say("callback.closed.text.called"))).toBeVisible();
    await expect(page.locator("main")).toContainText("韩**");
    await axe(page);
    await page.goto(first);
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
  });
});
