import { readFileSync } from "node:fs";
import { CheckScreen } from "../screens/check";
import { jpeg, MaterialsScreen } from "../screens/materials";
import { factsOf } from "../screens/people";
import { expect, test } from "../screens/story";
import { ReviewScreen } from "../screens/workbench";
import { root } from "../support/paths";
import { orderOf, rows } from "../support/state";

test.use({ story: "film" });

const FILM = readFileSync(`${root}lib/media/samples/film.webm`);
const photo = async (name: string) => ({ name, mimeType: "image/jpeg", buffer: await jpeg() });

test("a film is replaced, played by the reviewer in pieces, each noted; he sees what was replaced", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(120_000);
  const page = await as("rejected-two");
  const { id, number } = orderOf(server, "rejected-two");
  const { lead } = factsOf("rejected-two");
  const materials = new MaterialsScreen(page, say);
  const film = materials.side("VIDEO_CHECK", "SINGLE");
  const licence = materials.side("ORG_CERT", "SINGLE");
  await page.goto(`/console/orders/${id}/materials`);

  await test.step("a picture is no film, a film is no picture", async () => {
    await materials.choose(film, { name: "film.mp4", mimeType: "video/mp4", buffer: await jpeg() });
    await expect(film.getByRole("alert")).toHaveText(say("errors.reason.upload.video-kind"));
    await materials.choose(licence, { name: "photo.jpg", mimeType: "image/jpeg", buffer: FILM });
    await expect(licence.getByRole("alert")).toHaveText(say("errors.reason.upload.kind"));
  });

  await test.step("the film plays where it was uploaded", async () => {
    await materials.choose(film, { name: "me.webm", mimeType: "video/webm", buffer: FILM });
    // The film the order was returned with stays to be seen.
    const earlier = page.getByText(say("slots.earlier", { count: 1 }));
    await expect(earlier).toHaveCount(1);
    await materials.expectFilled(film);
    await expect
      .poll(() => film.locator("video").evaluate((it: HTMLVideoElement) => it.videoWidth))
      .toBe(320);
    await materials.choose(licence, await photo("执照.jpg"));
    await expect(licence.getByRole("alert")).toHaveCount(0);
    await expect(earlier).toHaveCount(2);
  });

  await test.step("the order says what was consented to, and goes back to review", async () => {
    await page.goto(`/console/orders/${id}`);
    await expect(page.getByText(say("consents.VIDEO.title"), { exact: true })).toBeVisible();
    const done = page.getByRole("button", { name: say("orders.corrections.markDone") });
    for (let left = await done.count(); left > 0; left -= 1) {
      await done.first().click();
      await expect(done).toHaveCount(left - 1);
    }
    // The mark shows at once, before it is sent.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await page.goto(`/console/orders/${id}/check`);
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
  });

  await test.step("the reviewer plays it", async () => {
    const reviewer = await as("reviewer-lin");
    await new ReviewScreen(reviewer, say).claim(number);
    const pane = reviewer.locator("video");
    const [material] = rows<{ id: string }>(
      server,
      "SELECT id FROM materials WHERE order_id = ? AND code = 'VIDEO_CHECK' AND replaced_at IS NULL",
      id,
    );
    const path = `/api/review/materials/${material?.id}`;
    await expect(async () => {
      await reviewer.getByRole("button", { name: say("review.bench.next"), exact: true }).click();
      await expect(pane).toHaveAttribute("src", path, { timeout: 1_000 });
    }).toPass();
    await expect(pane).toHaveAttribute("aria-label", new RegExp(lead.name));
    await pane.evaluate((it: HTMLVideoElement) => it.play());
    await expect.poll(() => pane.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.1);

    const piece = await reviewer.request.get(path, { headers: { range: "bytes=1000-1999" } });
    expect([
      piece.status(),
      piece.headers()["content-range"],
      (await piece.body()).equals(FILM.subarray(1000, 2000)),
    ]).toEqual([206, `bytes 1000-1999/${FILM.length}`, true]);
    const looks = rows<{ data: string }>(
      server,
      "SELECT data FROM audit_log WHERE action = 'document.viewed' AND object = ? ORDER BY seq",
      id,
    ).filter(({ data }) => data.includes(material?.id ?? "?"));
    expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(JSON.parse(looks.at(-1)?.data ?? "{}")).toMatchObject({ code: "VIDEO_CHECK", from: 1000 });
  });

  await test.step("… and looks at the licence before this one", async () => {
    const reviewer = await as("reviewer-lin");
    await reviewer.goto(`/review/orders/${id}`);
    const versions = reviewer.getByLabel(say("review.bench.versions", { count: 1 }));
    const shown = reviewer.locator('img[src^="/api/review/materials/"]');
    await expect(async () => {
      await reviewer.getByRole("button", { name: say("review.bench.next"), exact: true }).click();
      await expect(versions).toBeVisible({ timeout: 1_000 });
      await expect(shown, "the film has versions, too").toBeVisible({ timeout: 1_000 });
    }).toPass();
    const now = await shown.getAttribute("src");
    await versions.selectOption({ index: 1 });
    await expect(shown).not.toHaveAttribute("src", now ?? "");
    await expect.poll(() => shown.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(100);
  });
});
