import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { jpeg, MaterialsScreen } from "../screens/materials";
import { expect, test } from "../screens/story";
import { root } from "../support/paths";
import { orderOf, rows } from "../support/state";

test.use({ story: "documents" });

const _FILM = readFileSync(`${root}lib/media/samples/film.webm`);
const photo = async (name: string) => ({ name, mimeType: "image/jpeg", buffer: await jpeg() });
const UPLOADS = /\/api\/orders\/[^/]+\/materials\?/;

/** Holds every upload until it is let go or given up. */
async function holdUploads(page: Page): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(UPLOADS, async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  return async () => {
    release();
    await page.unroute(UPLOADS);
  };
}

/** Puts a picture onto the real clipboard and presses the keys. */
async function pastePicture(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 700);
    const context = canvas.getContext("2d");
    for (let n = 0; n < 70; n += 1) context?.fillRect((n * 97) % 900, (n * 61) % 700, 80, 9);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  });
  await page.keyboard.press("ControlOrMeta+v");
}

test("several files at once: consent first, one cancelled, one refused, an outage, a paste, an earlier version", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const page = await as("draft-half");
  const { id } = orderOf(server, "draft-half");
  const materials = new MaterialsScreen(page, say);
  const licence = materials.side("ORG_CERT", "SINGLE");
  const front = materials.side("ENTITY_LEAD_ID", "FRONT");
  const back = materials.side("ENTITY_LEAD_ID", "BACK");
  const spare = materials.side("OTHER", "SINGLE");
  await page.goto(`/console/orders/${id}/materials`);

  await test.step("four files with suggested places, which one may change", async () => {
    const textFile = { name: "说明.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<!doctype html>") };
    await materials.chooseSeveral([
      await photo("身份证反面.jpg"),
      await photo("营业执照.jpg"),
      textFile,
      await photo("身份证正面.jpg"),
    ]);
    const places = materials.tray.getByRole("combobox");
    await expect(places.nth(0)).toHaveValue(/^ENTITY_LEAD_ID:.*:BACK$/);
    await expect(places.nth(3)).toHaveValue(/^ENTITY_LEAD_ID:.*:FRONT$/);
    // There is a licence already: this one is to replace it.
    await expect(places.nth(1)).toHaveValue(/^OTHER:/);
    await expect(places.nth(2)).toHaveValue("");
    await places.nth(1).selectOption("ORG_CERT:entity:SINGLE");
    await expect(places.nth(2)).toHaveValue(/^OTHER:/);
  });

  await test.step("identity documents wait for a consent; refusing it uploads nothing of them", async () => {
    const seeded = await licence.getByRole("img").getAttribute("src");
    await materials.uploadTray(4);
    await expect(materials.consentDialog).toContainText(say("consents.ID_IMAGE.purpose"));
    await expect(materials.consentDialog).toContainText(say("consents.label.retention"));
    await materials.consentDialog.getByRole("button", { name: say("slots.consentAgree") }).click();
    await expect(materials.consentDialog.getByRole("alert")).toHaveText(say("slots.consentTick"));
    await materials.consentDialog.getByRole("button", { name: say("slots.consentDecline") }).click();
    await expect(licence.getByRole("img")).not.toHaveAttribute("src", seeded ?? "");
    await expect(front).toHaveAttribute("data-filled", "false");
    const consents = () => rows(server, "SELECT kind FROM consents WHERE order_id = ?", id);
    expect(consents()).toEqual([]);
    await front
      .locator('input[type="file"]')
      .setInputFiles([await photo("正面.jpg"), await photo("反面.jpg")]);
    await materials.agree();
    await materials.expectFilled(front);
    await materials.expectFilled(back);
    expect(consents()).toEqual([{ kind: "ID_IMAGE" }]);
  });

  await test.step("the refused file says why beside its slot; another one goes in", async () => {
    await expect(spare.getByRole("alert")).toHaveText(say("errors.reason.upload.kind"));
    await spare.getByRole("button", { name: say("slots.retry") }).click();
    await expect(spare.getByRole("alert")).toHaveText(say("errors.reason.upload.kind"));
    await materials.choose(spare, await photo("补充.jpg"));
    await materials.expectFilled(spare);
  });

  await test.step("an upload on its way is stopped, the document before it stays", async () => {
    const before = await licence.getByRole("img").getAttribute("src");
    const letGo = await holdUploads(page);
    await materials.choose(licence, await photo("新执照.jpg"));
    await licence.getByRole("button", { name: say("slots.cancel") }).click();
    await expect(licence.getByRole("button", { name: say("slots.cancel") })).toHaveCount(0);
    await letGo();
    await page.reload();
    await expect(licence.getByRole("img")).toHaveAttribute("src", before ?? "");
  });

  await test.step("without a connection the file waits, says until when, and goes by itself afterwards", async () => {
    const before = await licence.getByRole("img").getAttribute("src");
    await page.context().setOffline(true);
    await materials.choose(licence, await photo("新执照.jpg"));
    await expect(licence.getByRole("status")).toHaveText(/\d\d:\d\d:\d\d/);
    await expect(page.getByText(say("slots.outage", { count: 1 }))).toBeVisible();
    await page.context().setOffline(false);
    await expect(licence.getByRole("img")).not.toHaveAttribute("src", before ?? "");
    await expect(page.getByText(say("slots.outage", { count: 1 }))).toHaveCount(0);
  });

  await test.step("what was replaced can be looked at as an earlier version", async () => {
    await page.getByText(say("slots.earlier", { count: 2 })).click();
    const old = page.getByRole("list", { name: say("slots.earlier", { count: 2 }) }).getByRole("link");
    await expect(old).toHaveCount(2);
    const answer = await page.request.get((await old.first().getAttribute("href")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
  });

  await test.step("a picture from the clipboard", async () => {
    await pastePicture(page);
    await expect(materials.tray).toHaveCount(1);
    await expect(materials.tray).toContainText("image.png");
    await expect(materials.tray.getByRole("combobox")).toHaveValue("");
    await materials.tray.getByRole("combobox").selectOption({ label: await spareName(page) });
    await materials.uploadTray(1);
    await expect(materials.tray).toHaveCount(0);
    await expect(page.getByText(say("slots.earlier", { count: 1 }))).toBeVisible();
  });

  await test.step("the consent is shown, with who and when", async () => {
    const list = page
      .getByRole("region")
      .or(page.locator("section"))
      .filter({ hasText: say("consents.text") });
    await expect(list.last()).toContainText(say("consents.ID_IMAGE.title"));
    await expect(list.last()).toContainText("2026-11");
  });
});

/** The spare slot as the list of places calls it. */
const spareName = async (page: Page): Promise<string> =>
  (await page.locator('option[value^="OTHER:"]').first().textContent()) ?? "";
