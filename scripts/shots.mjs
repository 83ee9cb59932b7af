// `npm run shots [-- name …]`: photographs every page of scripts/shots.pages.mjs in two widths, two languages and
// two themes from a freshly seeded production server, and puts the eight pictures of a page on one sheet.
import { stopAll, stopChildrenOnSignals } from "./lib/children.mjs";
import { contactSheet } from "./lib/contact-sheet.mjs";
import { giveUp, inProject, root, say } from "./lib/project.mjs";
import { openStudio, sessionOf } from "./lib/studio.mjs";
import { pages } from "./shots.pages.mjs";

const SHOTS = inProject("shots");
const WIDTHS = [1440, 390];
const LOOKS = ["zh-CN", "en"].flatMap((locale) => ["light", "dark"].map((theme) => ({ locale, theme })));

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

const { url, browser } = await openStudio();
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
