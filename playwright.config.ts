import { defineConfig } from "@playwright/test";

/** Quiet, offline, the same everywhere. */
const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
  "--force-color-profile=srgb",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: ".data-test/playwright",
  globalSetup: "./e2e/global-setup.ts",
  // Each worker has a server and data of its own, so files may run side by side; tests of one file in order.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A trace of every run costs a seventh of the processor; who hunts a failure asks for one: `--trace=on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args },
  },
});
