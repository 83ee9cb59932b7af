import type { Page } from "@playwright/test";
import { APPLICANTS, PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { SectionScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "early-typing" });

/** Holds the page's script back until the function it answers with is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("what is typed before the page's script runs stays, and is saved", async ({ as, say, server }) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const release = await holdScripts(page);
  await page.goto(`/console/orders/${id}/entity`, { waitUntil: "commit" });
  const entity = new SectionScreen(page, say);
  await entity.field("entity.remark").fill("脚本还没到就写下的一句话");
  await entity.field("entity.commAddress").fill("");
  await page.getByLabel(say("form.longTerm")).uncheck();
  await expect(entity.saveState).toHaveAttribute("data-save-state", "starting");
  release();
  await entity.saved();
  await expect(entity.field("entity.remark")).toHaveValue("脚本还没到就写下的一句话");
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("脚本还没到就写下的一句话");
  await expect(entity.field("entity.commAddress")).toHaveValue("");
  await expect(page.getByLabel(say("form.longTerm"))).not.toBeChecked();
});

test("a page older than the draft shows the draft, and saves nothing by itself", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const entity = new SectionScreen(page, say);
  const saves: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT" && request.url().endsWith("/draft")) saves.push(request.url());
  });
  await page.route(/\/draft\?section=entity/, async (route) => {
    const answer = await route.fetch();
    const stored = await answer.json();
    await route.fulfill({
      json: {
        ...stored,
        value: { ...stored.value, remark: "另一台设备刚写的" },
        version: stored.version + 1,
      },
    });
  });
  await page.goto(`/console/orders/${id}/entity`);
  await expect(entity.field("entity.remark")).toHaveValue("另一台设备刚写的");
  // Typing into the page it now shows is heard: the fields were registered anew.
  await page.unroute(/\/draft\?section=entity/);
  expect(saves).toEqual([]);
  const sent = page.waitForRequest(
    (request) => request.method() === "PUT" && request.url().endsWith("/draft"),
  );
  await entity.field("entity.remark").fill("接着写");
  expect((await sent).postDataJSON()).toMatchObject({ section: "entity", value: { remark: "接着写" } });
});

test("a password sent before the page's script runs signs in, and never stands in an address", async ({
  page,
  say,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  const release = await holdScripts(page);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page
    .getByLabel(say("auth.email"))
    .fill(APPLICANTS.find(({ id }) => id === "draft-half")?.email ?? "");
  await page.getByLabel(say("auth.password"), { exact: true }).fill(PERSONA_PASSWORD);
  await page.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
  await expect(page.locator("form[data-sent]"), "the press was heard").toBeVisible();
  release();
  await page.waitForURL("**/console");
  expect(asked.filter((line) => line.includes("@") || line.includes("password="))).toEqual([]);
  expect(asked.filter((line) => /^POST .*\/sign-in/.test(line))).toEqual([]);
});

test("a choice made and a form sent before the page's script runs are made up for", async ({ as, say }) => {
  const person = { name: new RegExp(`^${say("orders.start.person")}`) };
  const page = await as("fresh-unit");
  const release = await holdScripts(page);
  await page.goto("/console/orders/new", { waitUntil: "commit" });
  await page.getByRole("radio", person).check();
  await page.locator('input[name="certNo"]').fill("");
  await page.getByRole("button", { name: say("orders.start.check"), exact: true }).click();
  release();
  await expect(page.locator('input[name="certNo"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("radio", person)).toBeChecked();
  await expect(page.locator('[name="nature"]'), "a person has no nature to choose").toBeHidden();
});

test("a button pressed before the page's script runs is pressed once, when it does", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const release = await holdScripts(page);
  await page.goto(`/console/orders/${id}`, { waitUntil: "commit" });
  const abandon = page.getByRole("button", { name: say("orders.actions.abandon.label"), exact: true });
  await abandon.click();
  await abandon.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  release();
  await expect(page.getByRole("dialog")).toHaveCount(1);
});
