import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dataRoot, distDir, root, template } from "./paths";

/** A production server of one worker, with its own port and data, that tests may stop, kill and start again. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Starts again on the same port and data, after stop, kill9 or while running. */
  restart(): Promise<void>;
  /** SIGKILL: what a power cut leaves behind. */
  kill9(): Promise<void>;
  /** SIGTERM, as `npm start` passes it on. */
  stop(): Promise<void>;
  /** Everything the server printed since the worker began. */
  logs(): string;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess | undefined, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (!child || hasEnded(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  const insist = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(insist);
}

/** Waits until the server says it is well; asks again at once while it only refuses connections. */
async function untilHealthy(url: string, child: ChildProcess, logs: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  let last = "no answer";
  while (Date.now() < deadline && !hasEnded(child)) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
      if (answer.ok) return;
      last = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not become healthy (${last})\n${logs()}`);
}

/**
 * Copies the template (or the data a stopped server left) and serves it on a free port, with further settings where a
 * spec is about them.
 */
export async function startServer(
  name: string,
  settings: Readonly<Record<string, string>> = {},
  data: string = template,
): Promise<TestServer> {
  const dataDir = `${dataRoot}/workers/${name}`;
  await rm(dataDir, { recursive: true, force: true });
  await cp(data, dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let log = "";
  let child: ChildProcess | undefined;

  const logs = () => log;
  const start = async () => {
    const next = ["--import", "./scripts/lib/leash.mjs", "node_modules/next/dist/bin/next"];
    child = spawn(process.execPath, [...next, "start", "-p", String(port)], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_DIST_DIR: distDir,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: url,
        // Receivers of a test stand on this machine.
        OUTBOUND_ALLOW: "127.0.0.1",
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    }
    await untilHealthy(url, child, logs);
  };

  await start();
  return {
    url,
    port,
    dataDir,
    logs,
    stop: () => end(child, "SIGTERM"),
    kill9: () => end(child, "SIGKILL"),
    restart: async () => {
      await end(child, "SIGTERM");
      await start();
    },
  };
}
