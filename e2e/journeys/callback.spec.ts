import type { Page } from "@playwright/test";
import { EXTRAS } from "@/lib/boot/seed/extra-data";
import { axe } from "../fixtures";
import { expect, test } from "../screens/story";
import type { Say } from "../screens/words";
import { ReviewScreen } from "../screens/workbench";
import { rows } from "../support/state";

test.use({ story: "callback" });

interface Known {
  readonly id: string;
  readonly number: string;
}

/** The link to ask for a call back that this phone got, read off the mailbox. */
async function callbackLink(page: Page, say: Say, phone: string): Promise<string> {
  await page.goto("/sandbox/mailbox");
  await page.getByLabel(say("sandbox.mailbox.receiver"), { exact: true }).selectOption(phone);
  await page.locator("main").getByRole("button").filter({ hasText: "/callback/" }).first().click();
  const opened = page.getByRole("article", { name: say("sandbox.mailbox.opened") });
  return (await opened.getByRole("link", { name: /callback/ }).getAttribute("href")) ?? "";
}

test("a missed call: the lead asks for another by a link, without an account, and stands first in the queue", async ({
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
  if (order === undefined) throw new Error("the seed has no such order");
  const reviewer = await as("reviewer-lin");
  const desk = new ReviewScreen(reviewer, say);

  await test.step("the reviewer calls in vain", async () => {
    await desk.claim(order.number);
    await reviewer.getByRole("button", { name: say("review.bench.calls") }).click();
    const first = desk.dialog.getByRole("listitem").first();
    await first.getByLabel(say("review.bench.outcome"), { exact: true }).selectOption("NO_ANSWER");
    await first.getByRole("button", { name: new RegExp(`^${say("review.bench.record")} `) }).click();
    await expect(first.locator("p").first()).toContainText(say("review.bench.outcomes.NO_ANSWER"));
  });

  const phone = EXTRAS.find(({ id }) => id === "extra-quanpan")?.lead.phone ?? "";
  const path = await test.step("the message carries a link", () => callbackLink(page, say, phone));
  await page.goto(path);

  await test.step("the page names nobody and shows two clocks", async () => {
    await expect(page.getByRole("heading", { level: 1, name: say("callback.title") })).toBeVisible();
    const text = await page.locator("main").textContent();
    for (const secret of [phone, order.number, "quanpan"]) expect(text).not.toContain(secret);
    await expect(page.getByText(say("callback.clock.you"), { exact: true }).first()).toBeVisible();
    await expect(page.getByText(say("callback.clock.provider"), { exact: true })).toBeVisible();
    await axe(page);
  });

  const digits = page.getByLabel(say("callback.digits"), { exact: true });
  const send = page.locator("main").getByRole("button", { name: say("callback.submit"), exact: true });
  await test.step("nothing and wrong digits are told at the field", async () => {
    await send.click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveText(say("callback.error.digits"));
    await digits.fill(phone.endsWith("0000") ? "0001" : "0000");
    await send.click();
    await expect(page.locator("[id$='digits-error']")).toBeVisible();
    await axe(page);
  });

  await test.step("the right ones ask for the call; the link then says so, again and again", async () => {
    await digits.fill(phone.slice(-4));
    await page.getByRole("radio", { name: say("callback.when.morning.label") }).check();
    await send.click();
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
    await page.reload();
    await expect(page.getByText(say("callback.asked.title"))).toBeVisible();
    await axe(page);
  });

  await test.step("it stands above everything nobody was promised, after the call promised earlier", async () => {
    await reviewer.goto("/review/queue/review");
    await expect(reviewer.locator("main table tbody tr").nth(1)).toContainText(order.number);
  });
});
