// `npm run shots [-- name …]`: photographs every page of scripts/shots.pages.mjs in two widths, two languages and
// two themes from a freshly seeded production server, and puts the eight pictures of a page on one sheet.
import { mkdirSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "./lib/browser.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { stopAll, stopChildrenOnSignals } from "./lib/children.mjs";
import { contactSheet } from "./lib/contact-sheet.mjs";
import { prepareData } from "./lib/data.mjs";
import { freePort } from "./lib/ports.mjs";
import { giveUp, inProject, root, say } from "./lib/project.mjs";
import { serve, whenHealthy } from "./lib/serve.mjs";
import { pages } from "./shots.pages.mjs";

const SHOTS = inProject("shots");
const WIDTHS = [1440, 390];
const LOOKS = ["zh-CN", "en"].flatMap((locale) => ["light", "dark"].map((theme) => ({ locale, theme })));

async function startServer() {
  const built = await ensureBuilt(".next-test", () => say("Building …"));
  if (built.code !== 0) giveUp(built.output);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = inProject(".data-shots");
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const env = {
    DATA_DIR: dataDir,
    NEXT_DIST_DIR: ".next-test",
    NODE_ENV: "production",
    PORT: String(port),
    PUBLIC_URL: url,
  };
  const prepared = await prepareData(env);
  if (prepared.code !== 0) giveUp(prepared.output);
  const server = serve({ verb: "start", port, env });
  if (!(await whenHealthy(server, port))) giveUp("The server did not become ready.");
  return url;
}

/** The cookies of a signed-in persona; signed in once however many pictures are taken. */
async function sessionOf(browser, url, persona, sessions) {
  if (!persona) return undefined;
  if (!sessions.has(persona)) {
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    await page.goto("/sandbox");
    await page.locator(`button[data-persona="${persona}"]`).click();
    await page.waitForURL((address) => !address.pathname.startsWith("/sandbox"));
    sessions.set(persona, await context.storageState());
    await context.close();
  }
  return sessions.get(persona);
}

async function photograph(browser, url, page, { width, locale, theme }, storageState) {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    locale,
    reducedMotion: "reduce",
    storageState,
    timezoneId: "Asia/Shanghai",
    viewport: { width, height: width < 600 ? 844 : 900 },
  });
  await context.addCookies([
    { name: "NEXT_LOCALE", value: locale, url },
    { name: "theme", value: theme, url },
  ]);
  const tab = await context.newPage();
  await tab.goto(page.path, { waitUntil: "load" });
  await page.act?.(tab);
  await tab.evaluate(() => document.fonts.ready);
  const file = `${SHOTS}/${page.name}/${width}-${locale}-${theme}.png`;
  await tab.screenshot({ path: file, fullPage: true, animations: "disabled", caret: "hide" });
  await context.close();
  return { file, width, title: `${page.name} · ${width} · ${locale} · ${theme}` };
}

process.chdir(root);
stopChildrenOnSignals();
const wanted = process.argv.slice(2);
const chosen = pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) giveUp(`No such page. There are: ${pages.map(({ name }) => name).join(" ")}`);

const { path, advice } = await findBrowser();
if (advice) giveUp(advice);
const url = await startServer();
const browser = await chromium.launch({ executablePath: path || undefined, args: ["--no-sandbox"] });
const sessions = new Map();
for (const page of chosen) {
  const storageState = await sessionOf(browser, url, page.persona, sessions);
  const rows = [];
  for (const width of WIDTHS) {
    const row = [];
    for (const look of LOOKS)
      row.push(await photograph(browser, url, page, { width, ...look }, storageState));
    rows.push(row);
  }
  await contactSheet(rows, `${SHOTS}/${page.name}.png`);
  say(`shots/${page.name}.png`);
}
await browser.close();
await stopAll();
process.exit(0);
