import type { Page } from "@playwright/test";
import { EntityScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "interrupted" });

const DRAFT = /\/api\/orders\/[^/]+\/draft$/;

/** The entity's page of the half-written draft, when it hears typing. */
async function openEntity(page: Page, id: string, language: "zh-CN" | "en" = "zh-CN"): Promise<EntityScreen> {
  await page.goto(`/console/orders/${id}/entity`);
  const entity = new EntityScreen(page, words(language));
  await entity.ready();
  return entity;
}

test("two devices: each has its own session, the later one decides, and neither text is lost", async ({
  as,
  server,
}) => {
  const { id } = orderOf(server, "draft-half");
  const desk = await as("draft-half");
  const phone = await as("draft-half", { language: "en", viewport: { width: 390, height: 844 } });
  const english = words("en");
  const atDesk = await openEntity(desk, id);
  const onPhone = await openEntity(phone, id, "en");
  await atDesk.field("entity.remark").fill("办公桌上写的");
  await atDesk.saved();
  await onPhone.field("entity.remark").fill("手机上写的");
  const banner = phone.getByRole("alert").filter({ hasText: english("sections.conflict.title") });
  await expect(banner).toContainText(english("fields.entity.remark.label"));
  await expect(onPhone.field("entity.remark"), "nothing is overwritten before he chose").toHaveValue(
    "手机上写的",
  );
  await banner.getByRole("button", { name: english("sections.conflict.keep") }).click();
  await onPhone.saved();
  await desk.reload();
  await expect(atDesk.field("entity.remark")).toHaveValue("手机上写的");
});

test("the server dies under a save and comes back: the page saves it by itself", async ({ as, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  let held = 0;
  await page.route(DRAFT, async (route) => {
    if (route.request().method() === "PUT") {
      held += 1;
      if (held === 1) await server.kill9();
    }
    await route.continue();
  });
  await entity.field("entity.remark").fill("服务器重启时写的");
  await expect(entity.saveState).toHaveAttribute("data-save-state", "failed");
  await server.restart();
  await entity.saved();
  expect(held).toBeGreaterThan(1);
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("服务器重启时写的");
});

test("the save arrives but its answer is lost: no conflict with oneself", async ({ as, say, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  let lost = 0;
  await page.route(DRAFT, async (route) => {
    if (route.request().method() !== "PUT" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await entity.field("entity.remark").fill("回执丢失时写的");
  await expect(entity.saveState).toHaveAttribute("data-save-state", "failed");
  await entity.saved();
  await expect(page.getByText(say("sections.conflict.title"))).toHaveCount(0);
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("回执丢失时写的");
});

test("a new build in between: the old page says so, and what was typed is there after the reload", async ({
  as,
  say,
  server,
}) => {
  const { id } = orderOf(server, "rejected-two");
  const page = await as("rejected-two");
  const entity = await openEntity(page, id);
  await server.restart();
  // Another build gives its actions other ids; what this page calls is not known there.
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    if (headers["next-action"] === undefined) return route.continue();
    await route.continue({ headers: { ...headers, "next-action": "0".repeat(42) } });
  });
  await entity.field("entity.remark").fill("更新之前写的");
  await entity.continue();
  const notice = page.getByRole("alert").filter({ hasText: say("shell.newBuild.title") });
  await expect(notice).toBeVisible();
  await expect(entity.field("entity.remark")).toHaveValue("更新之前写的");
  await page.unroute("**/*");
  await notice.getByRole("button", { name: say("shell.newBuild.reload") }).click();
  await expect(notice).toHaveCount(0);
  await expect(entity.field("entity.remark")).toHaveValue("更新之前写的");
});
