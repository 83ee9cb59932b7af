import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";
import { distDir, root } from "../../e2e/support/paths";

const START_MS = 60_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The production server under test, head of a process group of its own that is killed as a whole. */
export class Victim {
  private child: ChildProcess | undefined;

  private constructor(
    readonly url: string,
    private readonly port: number,
    private readonly dataDir: string,
    private readonly logFile: string,
  ) {}

  static async on(dataDir: string, logFile: string): Promise<Victim> {
    const port = await freePort();
    return new Victim(`http://localhost:${port}`, port, dataDir, logFile);
  }

  /** Starts the process and does not wait for it. */
  launch(): void {
    const next = ["--import", "./scripts/lib/leash.mjs", "node_modules/next/dist/bin/next"];
    const child = spawn(process.execPath, [...next, "start", "-p", String(this.port)], {
      cwd: root,
      detached: true,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NODE_OPTIONS: "",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_DIST_DIR: distDir,
        LOG_LEVEL: "warn",
        DATA_DIR: this.dataDir,
        PORT: String(this.port),
        PUBLIC_URL: this.url,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const log = createWriteStream(this.logFile, { flags: "a" });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    this.child = child;
  }

  /** Starts and waits until it says it is well; answers how long that took. */
  async start(): Promise<number> {
    const since = performance.now();
    this.launch();
    while (performance.now() - since < START_MS) {
      if (this.child?.exitCode !== null || this.child.signalCode !== null) break;
      try {
        const answer = await fetch(`${this.url}/api/health`, { signal: AbortSignal.timeout(5_000) });
        await answer.arrayBuffer();
        if (answer.ok) return performance.now() - since;
      } catch {
        // Not listening yet.
      }
      await pause(20);
    }
    throw new Error(`the server did not become healthy: see ${this.logFile}`);
  }

  /** SIGKILL to the whole group, wherever it is. */
  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.end("SIGTERM");
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "close");
    process.kill(-child.pid, signal);
    await gone;
  }
}
