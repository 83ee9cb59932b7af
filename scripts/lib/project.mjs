import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root directory; every command runs from there. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** An absolute path inside the project. */
export const inProject = (...parts) => join(root, ...parts);

/** One line for the person at the terminal. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Says why in one line and ends: for what the person can mend. */
export function giveUp(line, status = 1) {
  process.stderr.write(`${line}\n`);
  process.exit(status);
}

/** The parts were written for Node 20.9 and later; anything older fails in ways nobody understands. */
export function demandNode(status = 1) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    giveUp(
      `Node ${process.versions.node} is too old: please install Node 20.9 or newer (https://nodejs.org).`,
      status,
    );
  }
}

/** Where the platform's own Node package (optional in package.json) has its program. */
export function pinnedNode() {
  const [system, program] = process.platform === "win32" ? ["win", "node.exe"] : [process.platform, "node"];
  return inProject("node_modules", `node-${system}-${process.arch}`, "bin", program);
}

/**
 * The Node that runs the product: the one pinned in package-lock.json (better-sqlite3 crashes on Node 20),
 * or this process's own where the pinned one has no package for the platform.
 */
export function runtime(status = 1) {
  const pinned = pinnedNode();
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  return giveUp(
    `No pinned Node for ${process.platform}-${process.arch}, and Node ${process.versions.node} is too old: ` +
      "please install Node 22 or newer.",
    status,
  );
}

/** Environment of every child: no telemetry, pinned programs first. */
export function childEnv(extra = {}) {
  const bin = inProject("node_modules", ".bin");
  const separator = process.platform === "win32" ? ";" : ":";
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PATH: `${bin}${separator}${process.env.PATH}` };
  for (const [key, value] of Object.entries(extra)) {
    if (value === undefined) delete env[key];
    else env[key] = value;
  }
  return env;
}
