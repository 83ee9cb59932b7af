import { axe, expect, test } from "./fixtures";

test("the front page answers in Chinese and has no accessibility violation", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axe(page);
});

test("the server comes back on the same data after being killed", async ({ page, server }) => {
  await server.kill9();
  await server.restart();
  const health = await page.request.get("/api/health");
  expect(health.status()).toBe(200);
});
