import type { Page } from "@playwright/test";
import { EXTRAS } from "@/lib/boot/seed/extra-data";
import { axe } from "../fixtures";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { rows, userOf } from "../support/state";

test.use({ story: "reviewers-day" });

const VIEW = "单位首次提交";
const WORDING = "请核对 {field}，与证件保持一致。";

interface Known {
  readonly id: string;
  readonly number: string;
  readonly headline: string;
  readonly state: string;
  readonly claim_user_id: string | null;
}

const orderId = (page: Page): string => /orders\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

test("a reviewer's day: saved view, missed and second call, rejection with wording and preview, next order, approval, reassignment, release by itself", async ({
  as,
  page: visitor,
  say,
  server,
}) => {
  test.setTimeout(180_000);
  const known = (where: string, value: string): Known => {
    const sql = `SELECT id, number, headline, state, claim_user_id FROM orders WHERE ${where} = ?`;
    const [order] = rows<Known>(server, sql, value);
    if (order === undefined) throw new Error(`no order ${value}`);
    return order;
  };
  const seedOf = ({ headline }: Known) => {
    const seed = EXTRAS.find(({ domains }) => domains.includes(headline));
    if (seed === undefined) throw new Error(`nobody has ${headline}`);
    return seed;
  };
  const clock = new SandboxScreen(visitor, say);
  const page = await as("reviewer-lin");
  const bench = new ReviewScreen(page, say);
  const first = known("headline", "shanqian-sample.cn");
  const { lead } = seedOf(first);

  await test.step("filters stand in the address, are saved under a name, and Back takes them off", async () => {
    await page.goto("/review/queue/unclaimed");
    // Keys are heard once the page's script runs; a second stroke would be typed, so it is made only where none was heard.
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("j");
    await expect(page.getByRole("searchbox"), "keys belong to what is typed into").toHaveValue("j");
    await page.getByRole("searchbox").fill("");
    await page.locator("form details summary").click();
    await page.getByLabel(say("review.queue.filter.kind"), { exact: true }).selectOption("unit");
    await page.getByLabel(say("review.queue.filter.round"), { exact: true }).selectOption("first");
    await page.getByRole("button", { name: say("review.queue.applyFilters") }).click();
    await page.waitForURL(/kind=unit&round=first/);
    await expect(page.getByLabel(say("review.queue.filter.kind"), { exact: true })).toHaveValue("unit");
    await page.getByRole("button", { name: say("review.saved.save") }).click();
    await bench.dialog.getByLabel(say("review.saved.name"), { exact: true }).fill(VIEW);
    await bench.dialog.getByRole("button", { name: say("common.save"), exact: true }).click();
    await page.waitForURL(/saved=/);
    await expect(page.getByRole("heading", { level: 1, name: VIEW })).toBeVisible();
    await axe(page);
    await page.goto("/review/queue/all");
    await page
      .getByRole("navigation", { name: say("shell.mainMenu") })
      .getByRole("link", { name: VIEW })
      .click();
    await page.waitForURL(/kind=unit/);
    await page.goBack();
    await page.waitForURL(/queue\/all$/);
    await page.goForward();
    await page.waitForURL(/kind=unit/);
  });

  await test.step("a row is claimed by keyboard and opens with the list it came from", async () => {
    await page.keyboard.press("j");
    await expect(page.locator("a[data-row]").first()).toBeFocused();
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(page.locator("a[data-row]").first()).toBeFocused();
    await page.locator("a[data-row]", { hasText: first.number }).focus();
    await page.keyboard.press("c");
    await page.waitForURL(new RegExp(`${first.id}\\?view=unclaimed&kind=unit&round=first$`));
    await expect(page.getByRole("button", { name: say("review.bench.release") })).toBeVisible();
  });

  await test.step("one key calls; after a miss the second call has its own time, after two nobody is called again", async () => {
    const miss = async () => {
      await page.keyboard.press("t");
      const row = bench.dialog.getByRole("listitem").filter({ hasText: lead.name });
      await row.getByLabel(say("review.bench.outcome"), { exact: true }).selectOption("NO_ANSWER");
      await row.getByRole("button", { name: `${say("review.bench.record")} ${lead.name}` }).click();
      await expect(row.locator("p").first()).toContainText(say("review.bench.outcomes.NO_ANSWER"));
      await expect(
        row.getByRole("button", { name: `${say("review.bench.record")} ${lead.name}` }),
      ).not.toHaveAttribute("aria-busy", "true");
      await page.keyboard.press("Escape");
      await expect(bench.dialog).toHaveCount(0);
    };
    const due = page.getByText(say("review.bench.secondDue"));
    await miss();
    await expect(page.locator("footer").getByText("起第二次致电")).toBeVisible();
    await expect(due).toHaveCount(0);
    await clock.advance("hour1");
    await page.reload();
    await expect(due.first()).toBeVisible();
    await page.goto("/review/queue/mine");
    await expect(
      page.getByText(say("review.queue.secondCallDue", { role: say("callback.role.both") })),
    ).toBeVisible();
    await page.goBack();
    await miss();
    await expect(due).toHaveCount(0);
  });

  await test.step("an item by keyboard, with a wording that is kept", async () => {
    await page.locator("[data-field] button[data-item]").first().focus();
    await page.keyboard.press("f");
    await bench.dialog.getByLabel(say("review.bench.reason"), { exact: true }).first().fill("DOC_EXPIRED");
    await bench.dialog.getByRole("radio").check();
    const words = bench.dialog.getByLabel(say("review.bench.suggestion"), { exact: true });
    await words.fill(WORDING);
    await bench.dialog.getByRole("button", { name: say("review.bench.templates.keep") }).click();
    await bench.dialog.getByRole("button", { name: WORDING, exact: true }).click();
    await expect(words).not.toHaveValue(/\{field\}/);
    await expect(words).toHaveValue(/^请核对 .+，与证件保持一致。$/);
    await axe(page);
    await bench.dialog.getByRole("button", { name: say("common.save"), exact: true }).click();
    await expect(bench.dialog).toHaveCount(0);
  });

  const second =
    await test.step("the preview is what the applicant reads; with the rejection the next order comes", async () => {
      await page.keyboard.press("x");
      const preview = bench.dialog.getByRole("region", { name: say("review.bench.preview.title") });
      await expect(preview).toContainText(say("orders.corrections.title", { count: 1 }));
      await expect(preview).toContainText("与证件保持一致");
      await expect(preview).toContainText(say("notifications.event.provider_rejected.title"));
      await axe(page);
      await bench.dialog.getByRole("button", { name: say("review.bench.rejectAndNext") }).click();
      await page.waitForURL((url) => url.pathname.includes("/orders/") && !url.pathname.includes(first.id));
      expect(page.url()).toContain("view=unclaimed&kind=unit&round=first");
      await expect(page.getByRole("button", { name: say("review.bench.release") })).toBeVisible();
      expect(known("id", first.id).state).toBe("PROVIDER_REJECTED");
      return known("id", orderId(page));
    });

  const third =
    await test.step("keys can be turned off; everybody is reached, the order passes, and the next one is there", async () => {
      expect(second.claim_user_id).toBe(userOf(server, "reviewer-lin"));
      await page.keyboard.press("?");
      await expect(bench.dialog.getByText(say("review.keys.does.finding"))).toBeVisible();
      await axe(page);
      const on = bench.dialog.getByRole("checkbox");
      await on.uncheck();
      await page.keyboard.press("Escape");
      await page.keyboard.press("t");
      await expect(bench.dialog).toHaveCount(0);
      await page.getByRole("button", { name: say("review.keys.open"), exact: true }).click();
      await on.check();
      await page.keyboard.press("Escape");
      const { lead: one, second: other } = seedOf(second);
      await bench.recordCalls([one, ...(other ? [other] : [])].map(({ name }) => name));
      await page.keyboard.press("a");
      await expect(bench.dialog).toContainText(say("notifications.event.provider_approved.title"));
      await bench.dialog.getByRole("button", { name: say("review.bench.approveAndNext") }).click();
      await page.waitForURL((url) => url.pathname.includes("/orders/") && !url.pathname.includes(second.id));
      await expect(page.getByRole("button", { name: say("review.bench.release") })).toBeVisible();
      expect(known("id", second.id).state).toBe("READY_FOR_AUTHORITY");
      return known("id", orderId(page));
    });

  await test.step("where nothing is left, the list says so", async () => {
    await page.goto(`/review/orders/${third.id}?view=unclaimed&province=540000`);
    await page.keyboard.press("n");
    await page.waitForURL(/queue\/unclaimed\?done=1&province=540000$/);
    await expect(page.getByText(say("review.queue.doneTitle"), { exact: true })).toBeVisible();
    await axe(page);
  });

  await test.step("a supervisor gives the order to a colleague; a page of before is refused, and its reader is told", async () => {
    await page.goto(`/review/orders/${third.id}`);
    const chief = await as("supervisor");
    await chief.goto(`/review/orders/${third.id}`);
    await chief.getByRole("button", { name: say("review.bench.reassign.button") }).click();
    const dialog = chief.getByRole("dialog");
    await dialog.getByLabel(say("review.bench.reassign.to"), { exact: true }).selectOption({ label: "赵恒" });
    await axe(chief);
    await dialog.getByRole("button", { name: say("review.bench.reassign.confirm") }).click();
    await expect(chief.getByText(say("review.bench.heldBy", { name: "赵恒" }))).toBeVisible();
    await page.getByRole("button", { name: say("review.bench.release") }).click();
    await expect(page.getByText(say("review.bench.heldBy", { name: "赵恒" }))).toBeVisible();
    expect(known("id", third.id).claim_user_id).toBe(userOf(server, "reviewer-zhao"));
    await page.goto("/review/queue/mine");
    const lost = page.locator("main li").filter({ hasText: third.number });
    await expect(lost).toContainText("由主管改派给同事");
  });

  await test.step("untouched for hours it goes back by itself, and he who had it is told", async () => {
    for (let hour = 0; hour < 5; hour += 1) await clock.advance("hour1");
    await expect.poll(() => known("id", third.id).claim_user_id).toBeNull();
    const colleague = await as("reviewer-zhao");
    await colleague.goto("/review/queue/mine");
    const lost = colleague.locator("main li").filter({ hasText: third.number });
    await expect(lost).toContainText("自动退回队列");
    await axe(colleague);
  });
});
