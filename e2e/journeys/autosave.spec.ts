import type { Page } from "@playwright/test";
import { PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { factsOf } from "../screens/people";
import { EntityScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";
import { orderOf } from "../support/state";

test.use({ story: "autosave" });

/** Of every persona of a sandbox; `lib/boot/seed/personas.ts`. */
const DRAFT = /\/api\/orders\/[^/]+\/draft$/;
const isSave = (request: { url(): string; method(): string }) =>
  request.method() === "PUT" && DRAFT.test(request.url());

/** The entity's page of the half-written draft. */
async function openEntity(page: Page, id: string): Promise<EntityScreen> {
  await page.goto(`/console/orders/${id}/entity`);
  const entity = new EntityScreen(page, words("zh-CN"));
  await entity.ready();
  return entity;
}

test("leaving by a link at once and coming Back shows what was typed; so does a reload", async ({
  as,
  say,
  server,
}) => {
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const entity = await openEntity(page, id);
  const remark = entity.field("entity.remark");
  const sent = page.waitForResponse((response) => isSave(response.request()));
  await remark.fill("离开前刚刚写下的一句话");
  await page.getByRole("link", { name: say("sections.form.back") }).click();
  await page.waitForURL(new RegExp(`${id}$`));
  expect((await sent).ok()).toBe(true);
  await page.goBack();
  await page.waitForURL(/\/entity$/);
  await expect(remark).toHaveValue("离开前刚刚写下的一句话");
  await page.reload();
  await expect(remark).toHaveValue("离开前刚刚写下的一句话");
});

test("two tabs: the later one is told who, when and what, compares, and keeps or takes", async ({
  as,
  say,
  server,
}) => {
  const { id } = orderOf(server, "draft-half");
  const first = await as("draft-half");
  const second = await first.context().newPage();
  const mine = await openEntity(first, id);
  const theirs = await openEntity(second, id);
  const banner = first.getByRole("alert").filter({ hasText: say("sections.conflict.title") });
  const button = (key: string) => banner.getByRole("button", { name: say(`sections.conflict.${key}`) });
  const disagree = async (theirText: string, myText: string) => {
    await theirs.ready();
    await theirs.field("entity.remark").fill(theirText);
    await theirs.saved();
    await mine.field("entity.remark").fill(myText);
    await expect(banner).toBeVisible();
    await expect(banner).toContainText(say("fields.entity.remark.label"));
  };

  await disagree("另一个窗口写的", "这个窗口写的");
  await button("show").click();
  const table = first.getByRole("dialog").getByRole("table");
  await expect(table).toContainText("另一个窗口写的");
  await expect(table).toContainText("这个窗口写的");
  await first.keyboard.press("Escape");
  await button("keep").click();
  await expect(banner).toHaveCount(0);
  await mine.saved();
  await second.reload();
  await expect(theirs.field("entity.remark")).toHaveValue("这个窗口写的");

  await disagree("另一个窗口又写的", "这个窗口又写的");
  await button("take").click();
  await expect(banner).toHaveCount(0);
  await expect(mine.field("entity.remark")).toHaveValue("另一个窗口又写的");
  await first.reload();
  await expect(mine.field("entity.remark")).toHaveValue("另一个窗口又写的");
});

test("two tabs on different pages of the form do not disturb each other", async ({ as, server }) => {
  const { id } = orderOf(server, "draft-half");
  const first = await as("draft-half");
  const second = await first.context().newPage();
  const entity = await openEntity(first, id);
  await second.goto(`/console/orders/${id}/leads`);
  const people = new EntityScreen(second, words("zh-CN"));
  await people.field("person.phone2").fill("02812345678");
  await people.saved();
  await entity.enter("entity.district", "青羊区");
  await entity.saved();
  await second.reload();
  await expect(people.field("person.phone2")).toHaveValue("02812345678");
});

test("what is typed while a request hangs is saved after it: the latest wins", async ({ as, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  await page.route(DRAFT, async (route) => {
    if (isSave(route.request())) {
      held += 1;
      if (held === 1) await released;
    }
    await route.continue();
  });
  const first = page.waitForRequest(isSave);
  await entity.field("entity.remark").fill("第一稿");
  await first;
  await entity.field("entity.remark").fill("第二稿");
  await entity.field("entity.remark").fill("第三稿");
  await expect(entity.saveState).toHaveAttribute("data-save-state", "saving");
  release();
  await entity.saved();
  expect(held, "one at a time").toBe(2);
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("第三稿");
});

test("the session ends while typing: signing in again in place saves it", async ({ as, say, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  await page.context().clearCookies({ name: /icp\.session|next-auth/ });
  await entity.field("entity.remark").fill("会话失效时写的");
  const dialog = page.getByRole("dialog", { name: say("sections.signIn.title") });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(say("sections.signIn.email")).fill(factsOf("draft-half").email);
  await dialog.getByLabel(say("sections.signIn.password")).fill("wrong");
  await dialog.getByRole("button", { name: say("sections.signIn.submit") }).click();
  await expect(dialog.getByRole("alert")).toHaveText(say("sections.signIn.failed"));
  await dialog.getByLabel(say("sections.signIn.password")).fill(PERSONA_PASSWORD);
  await dialog.getByRole("button", { name: say("sections.signIn.submit") }).click();
  await expect(dialog).toHaveCount(0);
  await entity.saved();
  await expect(entity.field("entity.remark")).toHaveValue("会话失效时写的");
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("会话失效时写的");
});

test("the language changes while typing, the text stays", async ({ as, say, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  await entity.field("entity.remark").fill("换语言时写的");
  await page.getByRole("button", { name: say("shell.switchLanguage") }).click();
  const english = words("en");
  const remark = page.getByLabel(english("fields.entity.remark.label"));
  await expect(remark).toHaveValue("换语言时写的");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await entity.saved();
  await page.reload();
  await expect(remark).toHaveValue("换语言时写的");
});

test("without a network everything stays, and is saved when it is back", async ({ as, say, server }) => {
  const { id } = orderOf(server, "draft-half");
  const page = await as("draft-half");
  const entity = await openEntity(page, id);
  await page.context().setOffline(true);
  await entity.field("entity.remark").fill("断网时写的");
  await expect(entity.saveState).toHaveAttribute("data-save-state", "offline");
  await expect(entity.saveState).toHaveText(say("form.save.offline"));
  await page.context().setOffline(false);
  await entity.saved();
  await page.reload();
  await expect(entity.field("entity.remark")).toHaveValue("断网时写的");
});
