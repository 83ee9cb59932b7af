// A freshly seeded production server and a browser, for scripts that take pictures of the product.
import { mkdirSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { prepareData } from "./data.mjs";
import { freePort } from "./ports.mjs";
import { giveUp, inProject, say } from "./project.mjs";
import { serve, whenHealthy } from "./serve.mjs";

/** Starts both; `url` is where the product answers. The caller ends with `browser.close()` and `stopAll()`. */
export async function openStudio() {
  const { path, advice } = await findBrowser();
  if (advice) giveUp(advice);
  const url = await startServer();
  const browser = await chromium.launch({ executablePath: path || undefined, args: ["--no-sandbox"] });
  return { url, browser };
}

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
export async function sessionOf(browser, url, persona, sessions) {
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
