import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/**
 * Next gives page, action, route handler and instrumentation each their own copy of a module. A little application
 * of exactly these four, built and served as the product is, asks each for the registry it sees.
 */
const APP = join(import.meta.dirname, "fixtures", "registry");
const dataDir = mkdtempSync(join(tmpdir(), "icp-registry-"));
let server: ChildProcess | undefined;
let output = "";

function next(...args: string[]): ChildProcess {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(process.cwd(), "node_modules/next/dist/bin/next"), ...args], {
    cwd: APP,
    env: {
      ...inherited,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATA_DIR: dataDir,
      ICP_WORK: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return child;
}

/** Resolves with the first match of what the server prints. */
async function said(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(output)?.[1];
    if (found) return found;
    if (server?.exitCode !== null) throw new Error(`The server ended:\n${output}`);
    await once(server.stdout as NodeJS.ReadableStream, "data");
  }
}

beforeAll(async () => {
  const [code] = await once(next("build"), "exit");
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  output = "";
  server = next("start", "--port", "0", "--hostname", "127.0.0.1");
}, 120_000);
afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  for (const path of [dataDir, join(APP, ".next-registry")]) rmSync(path, { recursive: true, force: true });
});

it("is one in page, action, route handler and instrumentation", { timeout: 60_000 }, async () => {
  const url = await said(/(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/);
  const html = await (await fetch(url)).text();
  const action = /name="(\$ACTION_ID_[\w]+)"/.exec(html)?.[1];
  const form = new FormData();
  form.set(String(action), "");
  await (await fetch(url, { method: "POST", body: form, headers: { origin: url } })).text();
  const seen = [
    /page=([\w/-]+)/.exec(html)?.[1] ?? "",
    /route=([\w/-]+)/.exec(await (await fetch(`${url}/id`)).text())?.[1] ?? "",
    await said(/action=([\w/-]+)/),
    await said(/instrumentation=([\w/-]+)/),
  ].map((line) => line.split("/"));
  expect(seen[0]?.[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(seen.map(([registry]) => registry)).size).toBe(1);
  // Else the test would prove nothing: the copies are real.
  expect(new Set(seen.map(([, copy]) => copy)).size).toBeGreaterThan(1);
});
