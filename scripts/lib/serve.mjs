import { nextArgs } from "./build.mjs";
import { start } from "./children.mjs";
import { childEnv, runtime } from "./project.mjs";

/** What Next says of itself; our own line says where to look. */
const BANNER = /^\s*(▲|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next.config)|$)/;

/** Starts Next on a port; its log comes through, its banner does not. */
export function serve({ verb, port, env }) {
  const child = start(runtime(), nextArgs(verb, port, process.env.HOST), {
    env: childEnv(env),
    stdio: ["ignore", "pipe", "inherit", ...(verb === "start" ? ["ipc"] : [])],
  });
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours are control characters.
      if (!BANNER.test(line.replace(/\u001b\[[0-9;]*m/g, ""))) process.stdout.write(`${line}\n`);
    }
  });
  return child;
}

/** Resolves once the server answers for its health, or with false when it ended first. */
export async function whenHealthy(child, port, patience = 60_000) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      if (answer.status < 500) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
