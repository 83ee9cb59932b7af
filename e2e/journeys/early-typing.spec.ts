import { SectionScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "early-typing" });

test("what is typed before the page's script runs stays, and is saved", async ({ as, say, server }) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
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
