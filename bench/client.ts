import { readFileSync } from "node:fs";
import { type Browser, type CDPSession, chromium, type Page, type Request } from "@playwright/test";
import { signInAs } from "../e2e/fixtures";
import globalSetup from "../e2e/global-setup";
import { distDir, root } from "../e2e/support/paths";
import { startServer } from "../e2e/support/server";
import { orderOf } from "../e2e/support/state";
import { findBrowser } from "../scripts/lib/browser.mjs";
import { floorFiles, gz, KILOBYTES } from "../scripts/lib/page-sizes.mjs";

/**
 * `npm run bench:client`: what a form page costs a phone. Needs a production build (`npm test -- --only=build`) and a
 * Chromium. Code is compared with what the framework loads for an empty page of the same build, at rest and once the page
 * is used (the rule book comes then); answers to input with the 200 ms people call quick, on a processor four times
 * slower, which only an idle machine can tell. `--report` only prints.
 */
const LIMIT = { inpMs: 200, slower: 4 } as const;
const STEPS = ["entity", "leads", "services", "materials", "check"] as const;
const TYPED_IN: ReadonlySet<string> = new Set(["entity", "leads", "service"]);
const PERSONA = "rejected-two";

const say = (line: string) => process.stdout.write(`${line}\n`);
const kB = (bytes: number) => bytes / 1000;

/** The framework's floor: what every page of this build loads before its own code. */
function floor(): { readonly bytes: number; readonly files: readonly string[] } {
  const dist = `${root}${distDir}`;
  const files = floorFiles(dist);
  return { files, bytes: files.reduce((sum, file) => sum + gz(readFileSync(`${dist}/${file}`)), 0) };
}

interface Scripts {
  /** Loaded by the time the page is at rest. */
  readonly rest: number;
  /** And once the reader has put the focus somewhere. */
  readonly used: number;
}

const FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** Every script the page asks for, compressed alike. */
async function scriptsOf(page: Page, path: string): Promise<Scripts> {
  const sizes = new Map<string, Promise<number>>();
  const listen = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/_next/static/") || !pathname.endsWith(".js")) return;
    const body = request.response().then((response) => response?.body());
    sizes.set(
      pathname,
      body.then((code) => gz(code ?? "")),
    );
  };
  const sum = async () => {
    const all = await Promise.all(sizes.values());
    return all.reduce((before, size) => before + size, 0);
  };
  page.on("request", listen);
  await page.goto(path, { waitUntil: "networkidle" });
  const rest = await sum();
  await page.locator("main").locator("input:enabled, select, textarea, button, a").first().focus();
  await page.evaluate(FRAMES);
  const used = await sum();
  page.off("request", listen);
  return { rest, used };
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
  await page.evaluate(FRAMES);
  const durations = await page.evaluate<number[]>("[...window.__interactions.values()]");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return { worst: Math.max(0, ...durations), count: durations.length };
}

/** The pages of the steps, one service among them. */
async function pathsOf(
  page: Page,
  base: string,
): Promise<readonly (readonly [step: string, path: string])[]> {
  await page.goto(`${base}/services`);
  const service = await page.locator('main a[href*="/services/"]').first().getAttribute("href");
  return [...STEPS.map((step) => [step, `${base}/${step}`] as const), ["service", service ?? ""]];
}

async function measure(browser: Browser, url: string, id: string): Promise<boolean> {
  const base = `/console/orders/${id}`;
  const own = floor();
  const column = (value: number) => kB(value).toFixed(1).padStart(7);
  // A fresh context each: nothing comes from a cache.
  const signedIn = async () => {
    const context = await browser.newContext({ baseURL: url, locale: "zh-CN" });
    const page = await context.newPage();
    await signInAs(page, PERSONA);
    return { context, page };
  };
  const { context, page } = await signedIn();
  const paths = await pathsOf(page, base);
  say(`floor: ${own.files.length} files of the framework${column(own.bytes)} kB gz`);
  const heaviest = { rest: 0, used: 0 };
  for (const [step, path] of paths) {
    const fresh = await signedIn();
    const { rest, used } = await scriptsOf(fresh.page, path);
    heaviest.rest = Math.max(heaviest.rest, kB(rest - own.bytes));
    heaviest.used = Math.max(heaviest.used, kB(used - own.bytes));
    say(
      `${step.padEnd(20)}${column(rest - own.bytes)} kB gz above the floor,${column(used - own.bytes)} in use`,
    );
    await fresh.context.close();
  }
  const cdp = await context.newCDPSession(page);
  let slowest = 0;
  for (const [step, path] of paths.filter(([step]) => TYPED_IN.has(step))) {
    const { worst, count } = await inpOf(page, cdp, path);
    slowest = Math.max(slowest, worst);
    say(
      `${step.padEnd(20)}${worst.toFixed(0).padStart(7)} ms worst of ${count} interactions, ${LIMIT.slower} × slower`,
    );
  }
  await context.close();
  const verdicts = [
    ["heaviest step at rest", heaviest.rest, KILOBYTES.form, "kB"],
    ["heaviest step in use", heaviest.used, KILOBYTES.page, "kB"],
    ["slowest answer", slowest, LIMIT.inpMs, "ms"],
  ] as const;
  for (const [what, value, limit, unit] of verdicts)
    say(`${`${what} / ${limit} ${unit}`.padEnd(36)}${(value / limit).toFixed(2)} (at most 1)`);
  return verdicts.every(([, value, limit]) => value <= limit);
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
