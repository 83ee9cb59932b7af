import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { signInAs } from "../e2e/fixtures";
import globalSetup from "../e2e/global-setup";
import { distDir, root } from "../e2e/support/paths";
import { startServer } from "../e2e/support/server";
import { orderOf } from "../e2e/support/state";
import { findBrowser } from "../scripts/lib/browser.mjs";

/**
 * `npm run bench:client`: what a form page costs a phone. Needs a production build (`npm test -- --only=build`) and a
 * Chromium. Code is compared with what the framework loads for an empty page of the same build; answers to input with the
 * 200 ms people call quick, on a processor four times slower. `--report` only prints.
 */
const LIMIT = { kilobytes: 120, goal: 80, inpMs: 200, slower: 4 } as const;
const STEPS = ["entity", "leads", "services", "materials", "check"] as const;
const PERSONA = "rejected-two";

const say = (line: string) => process.stdout.write(`${line}\n`);
const kB = (bytes: number) => bytes / 1000;
const gz = (code: Buffer | string) => gzipSync(code, { level: 9 }).length;

/** The framework's floor: what every page of this build loads before its own code. */
function floor(): { readonly bytes: number; readonly files: readonly string[] } {
  const manifest = JSON.parse(readFileSync(`${root}${distDir}/build-manifest.json`, "utf8")) as {
    readonly rootMainFiles: readonly string[];
  };
  const files = manifest.rootMainFiles;
  return {
    files,
    bytes: files.reduce((sum, file) => sum + gz(readFileSync(`${root}${distDir}/${file}`)), 0),
  };
}

/** Every script the page has loaded once it is at rest, compressed alike. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  const listen = (response: { url(): string; body(): Promise<Buffer> }) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/_next/static/") && pathname.endsWith(".js"))
      sizes.set(pathname, response.body().then(gz));
  };
  page.on("response", listen);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", listen);
  const all = await Promise.all(sizes.values());
  return all.reduce((sum, size) => sum + size, 0);
}

/** Collects the duration of every interaction, as web-vitals does: events of one interaction count as their longest. */
const OBSERVE = `
  window.__interactions = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0)
        window.__interactions.set(interactionId, Math.max(duration, window.__interactions.get(interactionId) ?? 0));
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
`;

/** The worst answer to a key, a choice or a click on the page; below fifty interactions INP is the worst. */
async function inpOf(page: Page, cdp: CDPSession, path: string): Promise<{ worst: number; count: number }> {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(OBSERVE);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: LIMIT.slower });
  const main = page.locator("main");
  for (const input of (await main.locator('input[type="text"], textarea').all()).slice(0, 3)) {
    await input.click();
    await input.pressSequentially("备案 abc");
  }
  for (const choice of (await main.locator('input[type="radio"], input[type="checkbox"]').all()).slice(0, 2))
    await choice.click({ force: true });
  await main.getByRole("button", { name: "继续", exact: true }).click();
  // An entry is given out after the frame it was painted in.
  await page.waitForLoadState("networkidle");
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  const durations = await page.evaluate<number[]>("[...window.__interactions.values()]");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return { worst: Math.max(0, ...durations), count: durations.length };
}

async function measure(browser: Browser, url: string, id: string): Promise<boolean> {
  const base = `/console/orders/${id}`;
  const own = floor();
  say(`floor: ${own.files.length} files of the framework${kB(own.bytes).toFixed(1).padStart(9)} kB gz`);
  let heaviest = 0;
  for (const step of STEPS) {
    // A fresh context each: nothing comes from a cache.
    const context = await browser.newContext({ baseURL: url, locale: "zh-CN" });
    const page = await context.newPage();
    await signInAs(page, PERSONA);
    const above = kB((await scriptsOf(page, `${base}/${step}`)) - own.bytes);
    heaviest = Math.max(heaviest, above);
    say(`${step.padEnd(34)}${above.toFixed(1).padStart(9)} kB gz above the floor`);
    await context.close();
  }
  const context = await browser.newContext({ baseURL: url, locale: "zh-CN" });
  const page = await context.newPage();
  await signInAs(page, PERSONA);
  const cdp = await context.newCDPSession(page);
  let slowest = 0;
  for (const step of ["entity", "leads"] as const) {
    const { worst, count } = await inpOf(page, cdp, `${base}/${step}`);
    slowest = Math.max(slowest, worst);
    say(
      `${step.padEnd(34)}${worst.toFixed(0).padStart(9)} ms worst of ${count} interactions, ${LIMIT.slower} × slower`,
    );
  }
  await context.close();
  const verdict = (value: number, limit: number) => `${(value / limit).toFixed(2)} (at most 1)`;
  say(`heaviest step / ${LIMIT.kilobytes} kB              ${verdict(heaviest, LIMIT.kilobytes)}`);
  say(`slowest answer / ${LIMIT.inpMs} ms            ${verdict(slowest, LIMIT.inpMs)}`);
  say(`goal of ${LIMIT.goal} kB                     ${heaviest <= LIMIT.goal ? "kept" : "missed"}`);
  return heaviest <= LIMIT.kilobytes && slowest <= LIMIT.inpMs;
}

await globalSetup();
const server = await startServer("bench");
const found = await findBrowser();
if (found.path === undefined) throw new Error(found.advice);
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(found.path === "" ? {} : { executablePath: found.path }),
});
try {
  const { id } = orderOf(server, PERSONA);
  const kept = await measure(browser, server.url, id);
  if (!kept && !process.argv.includes("--report")) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
