// `npm run screenshots`: the pictures of README.md, taken from the running product with its sandbox data.
import { mkdirSync } from "node:fs";
import { stopAll, stopChildrenOnSignals } from "./lib/children.mjs";
import { inProject, root, say } from "./lib/project.mjs";
import { openStudio, sessionOf } from "./lib/studio.mjs";

const FOLDER = "public/screenshots";

/** The first order of the list, for an applicant. */
const ownOrder = async (tab) => {
  await tab.goto("/console/orders");
  await tab.locator('main a[href^="/console/orders/0"]').first().click();
  await tab.waitForURL("**/console/orders/0*");
};

/** A claimed order with its documents, for a reviewer. */
const workbench = async (tab) => {
  await tab.goto("/review/queue/unclaimed");
  await tab.locator("[data-row]").first().click();
  await tab.waitForURL("**/review/orders/**");
  await tab.getByRole("button", { name: "Claim", exact: true }).click();
  await tab.getByRole("button", { name: "Return to the queue" }).waitFor();
  await tab.waitForLoadState("networkidle");
};

const PICTURES = [
  { name: "overview", persona: "at-authority", go: (tab) => tab.goto("/console") },
  { name: "tasks", persona: "draft-half", go: ownOrder },
  { name: "workbench", persona: "reviewer-lin", go: workbench },
];

process.chdir(root);
stopChildrenOnSignals();
mkdirSync(inProject(FOLDER), { recursive: true });
const { url, browser } = await openStudio();
const sessions = new Map();
for (const { name, persona, go } of PICTURES) {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en",
    reducedMotion: "reduce",
    storageState: await sessionOf(browser, url, persona, sessions),
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
  });
  await context.addCookies([
    { name: "NEXT_LOCALE", value: "en", url },
    { name: "theme", value: "light", url },
  ]);
  const tab = await context.newPage();
  await go(tab);
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({ path: inProject(`${FOLDER}/${name}.png`), animations: "disabled", caret: "hide" });
  await context.close();
  say(`${FOLDER}/${name}.png`);
}
await browser.close();
await stopAll();
process.exit(0);
