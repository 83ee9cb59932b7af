import { signInAs } from "../fixtures";
import { expect, heading, test } from "../support/isolated";
import { pngOf } from "../support/mark";
import { rows } from "../support/state";

test("an administrator gives the console his name, mark and phone, and everybody sees them", async ({
  page,
  server,
}) => {
  await signInAs(page, "admin");
  await page.goto("/review");
  await page.getByRole("link", { name: "服务商设置" }).click();
  await expect(heading(page)).toHaveText("服务商设置");
  // Bad input at its field, and nothing typed is lost.
  await page.getByLabel("中文名称").fill("样例云");
  await page.getByLabel("服务电话").fill("打给我们");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("请填写可拨打的号码")).toBeVisible();
  await expect(page.getByLabel("中文名称")).toHaveValue("样例云");
  await page.getByLabel("服务电话").fill("400-000-0000");
  await page.getByRole("checkbox", { name: "浙江" }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("设置已保存")).toBeVisible();
  await expect(page.getByRole("banner").getByText("样例云")).toBeVisible();

  await page.getByLabel("上传标识").setInputFiles({
    ...{ name: "mark.svg", mimeType: "image/svg+xml" },
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("标识只接受");
  await page
    .getByLabel("上传标识")
    .setInputFiles({ name: "mark.png", mimeType: "image/png", buffer: await pngOf(256, 64) });
  await expect(page.getByRole("img", { name: "当前标识" })).toBeVisible();

  const [stored] = rows<{ value: string }>(
    server,
    "SELECT value FROM settings WHERE key = 'provider.profile'",
  );
  expect(JSON.parse(stored?.value ?? "{}")).toMatchObject({
    revision: 2,
    profile: { nameZh: "样例云", phone: "400-000-0000", dataCentres: ["330000"] },
  });
  await page.context().clearCookies();
  await page.goto("/");
  await expect(page.getByText("服务电话 400-000-0000")).toBeVisible();
  await expect(page).toHaveTitle(/样例云/);
  const mark = page.getByRole("banner").locator("img");
  await expect.poll(() => mark.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
});
