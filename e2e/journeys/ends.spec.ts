import type { Page } from "@playwright/test";
import { PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import type { Say } from "../screens/words";
import type { TestServer } from "../support/server";
import { orderOf, rows } from "../support/state";

test.use({ story: "ends" });

interface Known {
  readonly id: string;
  readonly number: string;
}

/** The order of a customer nobody plays, by his domain. */
function orderOn(server: TestServer, domain: string): Known {
  const [order] = rows<Known>(server, "SELECT id, number FROM orders WHERE headline = ?", domain);
  if (order === undefined) throw new Error(`no order on ${domain}`);
  return order;
}
const stateOf = (server: TestServer, id: string) =>
  rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", id)[0]?.state;

async function signIn(page: Page, say: Say, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(say("auth.email"), { exact: true }).fill(email);
  await page.getByLabel(say("auth.password"), { exact: true }).fill(PERSONA_PASSWORD);
  await page.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
  await page.waitForURL("/console");
}

test("a submitted order nobody has claimed is taken back, and abandoned for good", async ({
  page,
  say,
  server,
}) => {
  const { id } = orderOn(server, "quanpan-sample.cn");
  await signIn(page, say, "extra-quanpan@sandbox.invalid");
  await page.goto(`/console/orders/${id}`);
  const dialog = page.getByRole("dialog");
  const press = (command: "withdraw" | "abandon", where: Page | typeof dialog) =>
    where.getByRole("button", { name: say(`orders.actions.${command}.label`), exact: true }).click();

  await press("withdraw", page);
  await expect(dialog).toContainText(say("orders.actions.withdraw.text"));
  await dialog.getByRole("button", { name: say("common.cancel") }).click();
  await expect(dialog).toHaveCount(0);
  expect(stateOf(server, id)).toBe("PROVIDER_REVIEW");
  await press("withdraw", page);
  await press("withdraw", dialog);
  await expect(page.getByRole("heading", { name: say("orders.tasks.title") })).toBeVisible();
  expect(stateOf(server, id)).toBe("DRAFT");

  await press("abandon", page);
  await press("abandon", dialog);
  await expect(page.getByText(say("states.ABANDONED.label"), { exact: true })).toBeVisible();
  expect(stateOf(server, id)).toBe("ABANDONED");
  await page.goto("/console");
  await expect(page.getByRole("link", { name: say("console.next.start.action") })).toBeVisible();
});

test("what cannot be done now says why", async ({ as, page, say, server }) => {
  const { id } = orderOn(server, "liwan-sample.cn");
  await signIn(page, say, "extra-lizhi@sandbox.invalid");
  await page.goto(`/console/orders/${id}`);
  await expect(page.getByText(say("errors.reason.order.withdraw-claimed"))).toBeVisible();
  await expect(
    page.getByRole("button", { name: say("orders.actions.withdraw.label"), exact: true }),
  ).toHaveCount(0);
  const waiting = await as("at-authority");
  await waiting.goto(`/console/orders/${orderOf(server, "at-authority").id}`);
  await expect(waiting.getByText(say("errors.reason.order.at-authority")).first()).toBeVisible();
});

test("time alone: a rejected order lapses into a draft with everything kept, a draft expires", async ({
  as,
  page,
  say,
  server,
}) => {
  const rejected = orderOf(server, "rejected-two");
  const draft = orderOf(server, "draft-half");
  const applicant = await as("rejected-two");
  await applicant.goto(`/console/orders/${rejected.id}`);
  await expect(applicant.getByText(say("deadlines.step_lapses.label"))).toBeVisible();
  const sandbox = new SandboxScreen(page, say);
  const before = await page.goto("/sandbox/clock").then(() => sandbox.now.getAttribute("datetime"));
  await sandbox.advance("workingDays20");
  await sandbox.advance("workingDays20");
  await expect.poll(() => stateOf(server, rejected.id)).toBe("DRAFT");
  await expect.poll(() => stateOf(server, draft.id)).toBe("EXPIRED");
  const after = await page.goto("/sandbox/clock").then(() => sandbox.now.getAttribute("datetime"));
  expect(Date.parse(after ?? "") - Date.parse(before ?? "")).toBeGreaterThan(50 * 86_400_000);

  await applicant.goto(`/console/orders/${rejected.id}`);
  await expect(applicant.getByText(say("events.lapsed.applicant"), { exact: true })).toBeVisible();
  await expect(applicant.getByText("lanwan-sample.cn").first()).toBeVisible();
  const expired = await as("draft-half");
  await expired.goto(`/console/orders/${draft.id}`);
  await expect(expired.getByText(say("states.EXPIRED.label"), { exact: true })).toBeVisible();
});
