import { spawn } from "node:child_process";
import { root } from "./project.mjs";

/** How long a child may take to stop of itself; npm's user expects the port to be free within five seconds. */
const PATIENCE_MS = 3_500;

const alive = new Set();

/** Signals the child and everything it started (it leads its own process group). */
function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
}

/** Starts a program as the head of its own process group and remembers it until it ends. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: process.platform !== "win32", ...options });
  alive.add(child);
  const forget = () => alive.delete(child);
  child.once("error", forget);
  child.once("exit", forget);
  return child;
}

/** Asks a child to stop, insists after a while, resolves when it is gone. */
function stop(child, patience = PATIENCE_MS) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => signal(child, "SIGKILL"), patience);
    child.once("exit", () => {
      clearTimeout(insist);
      resolve();
    });
    signal(child, "SIGTERM");
  });
}

export const stopAll = () => Promise.all([...alive].map((child) => stop(child)));

/** Runs a program to its end. Output is collected, or shown as it comes with `live`. */
export function run(command, args, { live = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, {
      stdio: live ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      ...options,
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    child.once("error", (error) => resolve({ code: 127, output: `${output}${command}: ${error.message}\n` }));
    child.once("close", (code, name) => resolve({ code: code ?? 128, output, signal: name }));
  });
}

/**
 * Ctrl-C, SIGTERM, a closed terminal and a killed npm stop every child, then this process.
 * `exitCode` is asked at that moment: stopping a running server is no failure, cutting short a build is.
 */
export function stopChildrenOnSignals(exitCode = () => 130) {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stopAll().then(() => process.exit(exitCode()));
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, end);
  if (process.env.npm_lifecycle_event) {
    // npm killed the hard way can forward nothing: notice that our parent is gone.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end(), 500).unref();
  }
  return () => stopping;
}
