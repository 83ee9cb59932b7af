import { violationsOf } from "../fixtures";
import { CheckScreen } from "../screens/check";
import { jpeg } from "../screens/materials";
import { WebsiteScreen } from "../screens/section";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { orderOf, rows } from "../support/state";

test.use({ story: "answers" });

const BEFORE = "蓝湾样例";
const AFTER = "蓝湾样例日用品陈列";
const WHY = "执照照片的反光处没有文字，其余内容清晰可读。";

test("every item gets an answer, mended or explained; both sides see answers, changes and what was declared", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(180_000);
  const { id, number } = orderOf(server, "rejected-two");
  const page = await as("rejected-two");
  const order = `/console/orders/${id}`;
  const check = new CheckScreen(page, say);
  const item = (code: string) =>
    page
      .getByRole("listitem")
      .filter({ hasText: say(`rejections.${code}.name`) })
      .first();

  await test.step("nothing is sent again while an item has no answer", async () => {
    await page.goto(`${order}/check`);
    await expect(page.getByText(say("orders.check.openCorrections", { count: 2 }))).toBeVisible();
    await expect(check.submitButton).toBeDisabled();
  });

  await test.step("one is explained in words, with room to think again", async () => {
    await page.goto(order);
    const unclear = item("DOC_UNCLEAR");
    await unclear.getByRole("button", { name: say("orders.corrections.explain"), exact: true }).click();
    await unclear.getByLabel(say("orders.corrections.explainLabel"), { exact: true }).fill("没");
    await unclear.getByRole("button", { name: say("orders.corrections.explainSave") }).click();
    await expect(unclear.getByRole("alert")).toHaveText(say("orders.corrections.explainShort"));
    expect(await violationsOf(page)).toEqual([]);
    await unclear.getByLabel(say("orders.corrections.explainLabel"), { exact: true }).fill(WHY);
    await unclear.getByRole("button", { name: say("orders.corrections.explainSave") }).click();
    await expect(unclear.getByText(WHY)).toBeVisible();
    await unclear.getByRole("button", { name: say("orders.corrections.takeBack") }).click();
    await expect(unclear.getByText(WHY)).toHaveCount(0);
    await unclear.getByRole("button", { name: say("orders.corrections.explain"), exact: true }).click();
    await unclear.getByLabel(say("orders.corrections.explainLabel"), { exact: true }).fill(WHY);
    await unclear.getByRole("button", { name: say("orders.corrections.explainSave") }).click();
    await expect(unclear.getByText(WHY)).toBeVisible();
  });

  await test.step("pictures go with the explanation, three at most, and can be taken out again", async () => {
    const unclear = item("DOC_UNCLEAR");
    const name = say("rejections.DOC_UNCLEAR.name");
    const buffer = await jpeg();
    const file = (n: number) => ({ name: `shot-${n}.jpg`, mimeType: "image/jpeg", buffer });
    const pictures = unclear.getByRole("list").getByRole("listitem");
    const add = unclear.getByLabel(`${say("orders.corrections.files.add")}: ${name}`);
    await add.setInputFiles([file(1), file(2), file(3), file(4)]);
    await expect(pictures).toHaveCount(3, { timeout: 20_000 });
    await expect(unclear.getByText(say("errors.reason.upload.answer-full", { limit: 3 }))).toBeVisible();
    await expect(add).toHaveCount(0);
    expect(await violationsOf(page)).toEqual([]);
    await unclear.getByRole("button", { name: say("orders.corrections.files.discard") }).click();
    await unclear.getByRole("button", { name: say("orders.corrections.files.remove", { n: 3 }) }).click();
    await expect(pictures).toHaveCount(2);
    await page.reload();
    await expect(pictures).toHaveCount(2);
    await expect(pictures.getByRole("img").first()).toHaveJSProperty("complete", true);
  });

  await test.step("the other is mended, and marked", async () => {
    await item("NAME_NOT_OK")
      .getByRole("link", { name: say("orders.corrections.change") })
      .click();
    await page.waitForURL(/\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await site.ready();
    await site.field("service.name").fill(AFTER);
    await site.saved();
    await page.getByRole("button", { name: say("orders.corrections.markDone") }).click();
    await expect(
      page.getByRole("button", { name: say("orders.corrections.done"), exact: true }),
    ).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("what changed stands beside what it was; each declaration is asked for", async () => {
    await page.goto(`${order}/check`);
    const changes = page.locator("section").filter({
      has: page.getByRole("heading", { name: say("orders.changes.title", { round: 1 }), exact: true }),
    });
    await expect(changes.getByRole("insertion").filter({ hasText: AFTER })).toBeVisible();
    await expect(changes.getByRole("deletion").filter({ hasText: BEFORE })).toBeVisible();
    await expect(changes.getByText(say("orders.changes.answerPictures", { count: 2 }))).toBeVisible();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await check.submitButton.click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
    expect(await violationsOf(page)).toEqual([]);
    await check.declareAll();
    await check.submit();
    expect(orderOf(server, "rejected-two").state).toBe("PROVIDER_REVIEW");
  });

  await test.step("the reviewer reads both answers beside the items", async () => {
    const reviewer = await as("reviewer-lin");
    await new ReviewScreen(reviewer, say).claim(number);
    await expect(
      reviewer.getByText(say("review.bench.answer.explained", { text: WHY }), { exact: true }),
    ).toBeVisible();
    await expect(reviewer.getByText(say("review.bench.answer.fixed"), { exact: true })).toBeVisible();
    const label = (n: number) =>
      say("review.bench.answerPicture", { round: 1, item: say("rejections.DOC_UNCLEAR.name"), n });
    const thumbs = reviewer.getByRole("button").getByRole("img");
    await expect(thumbs).toHaveCount(2);
    const looks = () =>
      rows(
        server,
        "SELECT seq FROM audit_log WHERE action = 'document.viewed' AND object = ? AND json_extract(data, '$.code') = 'ANSWER' AND json_extract(data, '$.thumb') = 0",
        id,
      ).length;
    expect(looks()).toBe(0);
    await reviewer.getByRole("button", { name: label(2), exact: true }).click();
    await expect(reviewer.getByRole("region", { name: label(2) }).getByRole("img")).toBeVisible();
    await expect.poll(looks).toBe(1);
    expect(await violationsOf(reviewer)).toEqual([]);
    await expect(
      reviewer.getByText(say("review.bench.before", { value: BEFORE }), { exact: true }),
    ).toBeVisible();
    await reviewer.getByRole("link", { name: say("orders.copy.link") }).click();
    await reviewer.waitForURL(/\/review\/orders\/.+\/copy$/);
    await expect(reviewer.getByText(say("orders.copy.answer.explained", { text: WHY }))).toBeVisible();
    expect(await violationsOf(reviewer)).toEqual([]);
  });

  await test.step("the copy shows each round, its declarations and versions, and fits on paper", async () => {
    await page.goto(order);
    await page.getByRole("link", { name: say("orders.copy.link") }).click();
    await page.waitForURL(/\/copy$/);
    await expect(page.getByText(AFTER).first()).toBeVisible();
    await expect(page.getByText(say("orders.copy.answer.explained", { text: WHY }))).toBeVisible();
    await expect(page.getByText(say("orders.copy.answerPictures", { count: 2 }))).toBeVisible();
    for (const title of ["terms", "privacy", "truthful", "commitment"])
      await expect(page.getByText(say(`declarations.${title}.2026-11.title`)).first()).toBeVisible();
    await expect(page.getByText(say("declarations.versionOf", { version: "2026-11" })).first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, "nothing is cut off on paper").toBeLessThanOrEqual(0);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    const line = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--paper-right"),
    );
    expect(line).toBe(`"${number} · ${say("orders.copy.roundN", { round: 2 })}"`);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0, "sheets").toBeGreaterThan(1);
    await page.emulateMedia({ media: null });
    await page.getByRole("link", { name: say("orders.copy.roundN", { round: 1 }), exact: true }).click();
    await expect(page.getByText(BEFORE, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(AFTER)).toHaveCount(0);
    expect((await page.goto(`${order}/copy?round=9`))?.status()).toBe(404);
  });

  await test.step("the record has every step; the terms can be read", async () => {
    await page.goto(`${order}/record`);
    await expect(page.getByRole("heading", { name: number })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto("/terms");
    await expect(page.getByRole("heading", { name: say("legal.terms.title") })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  const answers = rows<{ answer_kind: string }>(
    server,
    "SELECT answer_kind FROM corrections WHERE order_id = ? ORDER BY answer_kind",
    id,
  );
  expect(answers.map(({ answer_kind }) => answer_kind)).toEqual(["explained", "fixed"]);
});
